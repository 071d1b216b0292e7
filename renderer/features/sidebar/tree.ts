import type { Collection, Colour, Feed, Icon, Sidebar, View } from '../../../electron/contract/entities.ts';
import { sameView } from '../../state/ui-store.ts';
import { compareIn, type Compare } from '../../i18n/collator.ts';
import { feedBranches, type FeedNode, type FolderNode } from './feed-tree.ts';
import { tagTree } from './tag-tree.ts';

export type LibraryKind = 'all' | 'unread' | 'later' | 'starred' | 'archive' | 'incomplete' | 'trash';
export const LIBRARY: readonly LibraryKind[] = ['all', 'unread', 'later', 'starred', 'archive', 'incomplete', 'trash'];

export type Section = 'smart' | 'collections' | 'feeds' | 'tags';
export const SECTIONS: readonly Section[] = ['smart', 'collections', 'feeds', 'tags'];

/** What a row with a name of its own shows. `label` is the name as it stands in its place (`turkey` of `news/turkey`). */
interface Own {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly unread: number;
  readonly colour: Colour | null;
  readonly icon: Icon | null;
}

interface Place {
  /** Unique in the tree, and stable. */
  readonly key: string;
  /** 1 at the top. */
  readonly level: number;
  readonly setSize: number;
  readonly posInSet: number;
  readonly parentKey: string | null;
  /** null where nothing is below it. */
  readonly expanded: boolean | null;
}

/** A visible row of the tree. */
export type Node = Place &
  (
    | { readonly kind: 'library'; readonly view: LibraryKind; readonly count: number }
    | { readonly kind: 'section'; readonly section: Section }
    | ({ readonly kind: 'smart' | 'collection' | 'tag' } & Own)
    | FeedNode
    | FolderNode
    /** The common beginning of tags (`news` of `news/turkey`) that is no tag itself. */
    | { readonly kind: 'tag-group'; readonly label: string }
  );

/** Sections closed by the person travel with the closed collections, under these names. */
export const sectionKey = (section: Section): string => `section:${section}`;

/** Siblings in their order. */
export function childrenOf(collections: readonly Collection[], parentId: string | null, compare: Compare = compareIn('en')): Collection[] {
  return collections.filter((one) => one.parentId === parentId).sort((a, b) => a.order - b.order || compare(a.name, b.name));
}

export type Branch = { readonly node: DistributiveOmit<Node, keyof Place>; readonly key: string; readonly below: readonly Branch[] };
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The rows of the tree that are to be seen, top to bottom. `closed` holds keys of closed rows; `compare` orders names. */
export function visibleNodes(
  sidebar: Sidebar,
  closed: ReadonlySet<string>,
  feeds: readonly Feed[] = [],
  compare: Compare = compareIn('en'),
): Node[] {
  const nodes: Node[] = [];
  const add = (branches: readonly Branch[], parentKey: string | null, level: number): void => {
    for (const [at, { node, key, below }] of branches.entries()) {
      const expanded = below.length > 0 ? !closed.has(key) : null;
      nodes.push({ ...node, key, level, setSize: branches.length, posInSet: at + 1, parentKey, expanded });
      if (expanded) add(below, key, level + 1);
    }
  };
  const library = LIBRARY.map((view): Branch => ({ key: view, below: [], node: { kind: 'library', view, count: sidebar.counts[view] } }));
  const below: Readonly<Record<Section, readonly Branch[]>> = {
    smart: sidebar.smart.map((one) => ({ key: one.id, below: [], node: { kind: 'smart', ...one, label: one.name } })),
    collections: collectionBranches(sidebar.collections, null, compare),
    feeds: feedBranches(sidebar.feeds, feeds, compare),
    tags: tagBranches(sidebar, compare),
  };
  const sections = SECTIONS.map((section): Branch => ({
    key: sectionKey(section),
    below: below[section],
    node: { kind: 'section', section },
  }));
  add([...library, ...sections], null, 1);
  return nodes;
}

function collectionBranches(collections: readonly Collection[], parentId: string | null, compare: Compare): Branch[] {
  return childrenOf(collections, parentId, compare).map(({ id, name, count, unread, colour = null, icon = null }) => ({
    key: id,
    below: collectionBranches(collections, id, compare),
    node: { kind: 'collection', id, name, label: name, count, unread, colour, icon },
  }));
}

function tagBranches(sidebar: Sidebar, compare: Compare): Branch[] {
  const branch = ({ path, label, tag, below }: ReturnType<typeof tagTree>[number]): Branch => ({
    key: tag?.id ?? `tags:${path}`,
    below: below.map(branch),
    node: tag ? { kind: 'tag', ...tag, colour: tag.colour ?? null, icon: null, label } : { kind: 'tag-group', label },
  });
  return tagTree(sidebar.tags, compare).map(branch);
}

/** What the list shows when this row is chosen; null for what only holds others. */
export function viewOf(node: Node): View | null {
  switch (node.kind) {
    case 'library':
      return { kind: node.view };
    case 'smart':
    case 'collection':
    case 'tag':
      return { kind: node.kind, id: node.id };
    case 'feed':
      return { kind: 'feed', id: node.id };
    case 'folder':
      return { kind: 'folder', path: node.path };
    case 'tag-group':
    case 'section':
      return null;
  }
}

/** Whether this row is the view the list shows. */
export function isCurrent(node: Node, view: View): boolean {
  const own = viewOf(node);
  return own !== null && sameView(own, view);
}
