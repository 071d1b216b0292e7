import type { DiskGroup } from '../../../contract/entities.ts';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { count, fit, json, table } from '../text.ts';

const BY = { feed: 'feeds', collection: 'collections', year: 'years' } as const;
const NONE = { feed: '(no feed)', collection: '(no collection)', year: '(no year)' } as const;
type By = keyof typeof BY;

export const disk: Command = {
  name: 'disk',
  takes: '[--by feed|collection|year]',
  does: 'Show what the library takes of the disk, and what deleting would free',
  options: { by: 'value' },
  check: ({ words, values }) => {
    if (words.length > 0) throw new UsageError(`“${words[0]}” is not expected here.`);
    const by = values['by']?.at(-1);
    if (by !== undefined && !isBy(by)) throw new UsageError(`“${by}” is not a way to group articles: say feed, collection or year.`);
  },
  run: async ({ args, json: asJson, library, terminal }) => {
    const use = await library.call('library.diskUse', {});
    const by = args.values['by']?.at(-1);
    if (asJson) terminal.out(json(use));
    else if (by !== undefined && isBy(by)) terminal.out(groups(use[BY[by]], by));
    else {
      const { texts, images, documents, backups, cache, trash } = use;
      const rows = [
        ['Texts and kept pages', texts],
        ['Images', images],
        ['Documents and journal', documents],
        ['Backups', backups],
        ['Search index and cache', cache],
        ['Together', texts + images + documents + backups + cache],
      ] as const;
      terminal.out(table(rows.map(([name, bytes]) => [name, bytesText(bytes)])));
      if (trash.articles > 0) terminal.out(`Emptying Trash (${count(trash.articles, 'article')}) would free ${bytesText(trash.frees)}.`);
    }
    return 0;
  },
};

function isBy(text: string): text is By {
  return Object.hasOwn(BY, text);
}

function groups(all: readonly DiskGroup[], by: By): string {
  if (all.length === 0) return 'There is no article yet.';
  const rows = all.map(({ id, name, articles, bytes, frees }) => [
    bytesText(bytes),
    bytesText(frees),
    count(articles, 'article'),
    id === null ? NONE[by] : fit(name, 60),
  ]);
  return `${table([['Size', 'Would free', 'Articles', ''], ...rows])}\nWould free: what deleting these articles for good frees. An image that others show too stays.`;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** `12.3 MB`, in powers of 1,000. */
function bytesText(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit > 0 && value < 99.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}
