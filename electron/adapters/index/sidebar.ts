import type { Sidebar } from '../../contract/entities.ts';
import type { CollectionName, NameTable } from '../../core/search/query/names.ts';

export interface Tally {
  readonly count: number;
  readonly unread: number;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

export interface Tallies {
  readonly tags: ReadonlyMap<string, Tally>;
  readonly collections: ReadonlyMap<string, Tally>;
  readonly smart: ReadonlyMap<string, Tally>;
  readonly feeds: ReadonlyMap<string, Tally>;
}

/** The sidebar's tags (by name), collections in the order of their tree, smart collections in theirs, and feeds (by folder and title). */
export function sidebarOf(counts: Sidebar['counts'], names: NameTable, { tags, collections, smart, feeds }: Tallies): Sidebar {
  const none: Tally = { count: 0, unread: 0 };
  const tally = (from: ReadonlyMap<string, Tally>, id: string): Tally => from.get(id) ?? none;
  return {
    counts,
    tags: names.tags
      .map(({ id, name, colour }) => ({ id, name, ...tally(tags, id), ...(colour && { colour }) }))
      .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
    collections: treeOrder(names).map((collection) => ({
      ...collection,
      path: names.path(collection.id, collection.name),
      ...tally(collections, collection.id),
    })),
    smart: [...names.smart].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).map((one) => ({ ...one, ...tally(smart, one.id) })),
    feeds: names.feeds
      .map(({ id, title, folder }) => ({ id, title, folder, ...tally(feeds, id) }))
      .sort((a, b) => collator.compare(a.folder, b.folder) || collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1)),
  };
}

/** Each collection before those below it, siblings by order, then by name. What has lost its parent, or is in a circle, stands on top. */
function treeOrder(names: NameTable): CollectionName[] {
  const sorted = [...names.collections].sort((a, b) => a.order - b.order || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  const found = new Set<CollectionName>();
  const visit = (collection: CollectionName): void => {
    if (found.has(collection)) return;
    found.add(collection);
    for (const child of sorted) if (child.parentId === collection.id) visit(child);
  };
  for (const collection of sorted) if (collection.parentId === null || !names.knows(collection.parentId)) visit(collection);
  for (const collection of sorted) visit(collection);
  return [...found];
}
