import type { Sidebar } from '../../contract/entities.ts';
import type { NameTable } from '../../core/search/query/names.ts';

export interface Tally {
  readonly count: number;
  readonly unread: number;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The sidebar's tags (by name) and collections (by order, then by name) with their tallies; `none` where nothing is counted. */
export function sidebarOf(
  counts: Sidebar['counts'],
  names: NameTable,
  tags: ReadonlyMap<string, Tally>,
  collections: ReadonlyMap<string, Tally>,
): Sidebar {
  const none: Tally = { count: 0, unread: 0 };
  const tally = (from: ReadonlyMap<string, Tally>, id: string): Tally => from.get(id) ?? none;
  return {
    counts,
    tags: names.tags
      .map(({ id, name }) => ({ id, name, count: tally(tags, id).count, unread: tally(tags, id).unread }))
      .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
    collections: names.collections
      .map(({ id, parentId, name, order }) => {
        const { count, unread } = tally(collections, id);
        return { id, parentId, name, path: names.path(id, name), order, count, unread };
      })
      .sort((a, b) => a.order - b.order || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
  };
}
