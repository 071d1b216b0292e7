import type { Feed, FeedTally } from '../../../electron/contract/entities.ts';
import type { Compare } from '../../i18n/collator.ts';
import type { Branch } from './tree.ts';

export interface FeedNode {
  readonly kind: 'feed';
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly folder: string;
  /** Unread articles: what a reader of feeds looks for. */
  readonly count: number;
  readonly icon: string | null;
  /** null while it works and nothing is to be said. */
  readonly health: { readonly state: Feed['health']['state'] | 'refreshing'; readonly message: string | null } | null;
}

export interface FolderNode {
  readonly kind: 'folder';
  readonly path: string;
  readonly label: string;
  readonly count: number;
}

const SEPARATOR = ' / ';

/** Feeds in their folders: folders first, each by name. */
export function feedBranches(tallies: readonly FeedTally[], feeds: readonly Feed[], compare: Compare): Branch[] {
  const details = new Map(feeds.map((feed) => [feed.id, feed]));
  const inside = (path: string): Branch[] => {
    const start = path === '' ? '' : `${path}${SEPARATOR}`;
    const names = tallies.flatMap(({ folder }) =>
      folder !== path && folder.startsWith(start) ? [folder.slice(start.length).split(SEPARATOR)[0] ?? ''] : [],
    );
    const folders = [...new Set(names)].filter((name) => name !== '').sort(compare);
    return [
      ...folders.map((name): Branch => {
        const own = `${start}${name}`;
        const unread = tallies
          .filter(({ folder }) => folder === own || folder.startsWith(`${own}${SEPARATOR}`))
          .reduce((sum, one) => sum + one.unread, 0);
        return { key: `folder:${own}`, below: inside(own), node: { kind: 'folder', path: own, label: name, count: unread } };
      }),
      ...tallies
        .filter(({ folder }) => folder === path)
        .sort((a, b) => compare(a.title, b.title))
        .map((one): Branch => ({ key: one.id, below: [], node: nodeOf(one, details.get(one.id)) })),
    ];
  };
  return inside('');
}

function nodeOf({ id, title, folder, unread }: FeedTally, feed: Feed | undefined): FeedNode {
  const { state, message } = feed?.health ?? { state: 'ok', message: null };
  const health = feed?.refreshing
    ? ({ state: 'refreshing', message: null } as const)
    : state === 'ok' || state === 'new'
      ? null
      : { state, message };
  return { kind: 'feed', id, name: title, label: title, folder, count: unread, icon: feed?.icon ?? null, health };
}

/** Every folder there is, and the folders above them. */
export function foldersOf(tallies: readonly FeedTally[], compare: Compare): string[] {
  const all = tallies.flatMap(({ folder }) => {
    const names = folder === '' ? [] : folder.split(SEPARATOR);
    return names.map((_, at) => names.slice(0, at + 1).join(SEPARATOR));
  });
  return [...new Set(all)].sort(compare);
}

/** The path a folder has once it is put into another one (empty = to the top). */
export function folderInto(path: string, into: string): string {
  const name = path.split(SEPARATOR).at(-1) ?? path;
  return into === '' ? name : `${into}${SEPARATOR}${name}`;
}

/** Whether a folder can be put into another one: not into itself or one below it, and not where it is already. */
export function takesFolder(into: string, path: string): boolean {
  return folderInto(path, into) !== path && !`${into}${SEPARATOR}`.startsWith(`${path}${SEPARATOR}`);
}
