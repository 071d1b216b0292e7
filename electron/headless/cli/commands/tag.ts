import { UsageError, type Arguments } from '../arguments.ts';
import { knownIds, reportChange } from '../article-ids.ts';
import type { Command } from '../command.ts';

export const tag: Command = {
  name: 'tag',
  takes: 'ID… +NAME… -NAME…',
  does: 'Add tags (+name) to articles and remove tags (-name)',
  options: {},
  dashWords: true,
  check: (args) => {
    const { ids, add, remove } = changesOf(args);
    if (ids.length === 0) throw new UsageError('Say which articles to tag: their ids.');
    if (add.length + remove.length === 0) throw new UsageError('Say which tags to add (+name) or to remove (-name).');
  },
  run: async (session) => {
    const { ids: words, add, remove } = changesOf(session.args);
    const { ids, missing } = await knownIds(session, words);
    const changed = ids.length === 0 ? 0 : (await session.library.call('articles.tag', { ids, add, remove })).changed;
    return reportChange(session, { ids, missing, changed }, 'Tags changed');
  },
};

function changesOf({ words }: Arguments): { ids: string[]; add: string[]; remove: string[] } {
  const named = (sign: string): string[] =>
    words
      .filter((word) => word.startsWith(sign))
      .map((word) => {
        const name = word.slice(1).trim();
        if (name === '') throw new UsageError(`A tag's name must follow ${sign}.`);
        return name;
      });
  return { ids: words.filter((word) => !/^[+-]/.test(word)), add: named('+'), remove: named('-') };
}
