import type { Collection, Sidebar, View } from '../../../electron/contract/entities.ts';
import { sameView } from '../../state/ui-store.ts';

export type LibraryKind = 'all' | 'unread' | 'later' | 'starred' | 'archive' | 'incomplete' | 'trash';
export const LIBRARY: readonly LibraryKind[] = ['all', 'unread', 'later', 'starred', 'archive', 'incomplete', 'trash'];

export type Section = 'collections' | 'tags';

/** A visible row of the tree. */
export type Node = {
  /** Unique in the tree, and stable. */
  readonly key: string;
  /** 1 at the top. */
  readonly level: number;
  readonly setSize: number;
  readonly posInSet: number;
  readonly parentKey: string | null;
  /** null where nothing is below it. */
  readonly expanded: boolean | null;
} & (
  | { readonly kind: 'library'; readonly view: LibraryKind; readonly count: number }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'collection'; readonly id: string; readonly name: string; readonly count: number; readonly unread: number }
  | { readonly kind: 'tag'; readonly id: string; readonly name: string; readonly count: number; readonly unread: number }
);

/** Sections closed by the person travel with the closed collections, under these names. */
export const sectionKey = (section: Section): string => `section:${section}`;

/** Siblings in their order. */
export function childrenOf(collections: readonly Collection[], parentId: string | null): Collection[] {
  return collections.filter((one) => one.parentId === parentId).sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

/** The rows of the tree that are to be seen, top to bottom. `closed` holds ids of closed collections and keys of closed sections. */
export function visibleNodes(sidebar: Sidebar, closed: ReadonlySet<string>): Node[] {
  const top = LIBRARY.length + 2;
  const nodes: Node[] = LIBRARY.map((view, at) => ({
    kind: 'library',
    key: view,
    view,
    count: sidebar.counts[view],
    level: 1,
    setSize: top,
    posInSet: at + 1,
    parentKey: null,
    expanded: null,
  }));

  const section = (name: Section, posInSet: number, filled: boolean): boolean => {
    const open = !closed.has(sectionKey(name));
    nodes.push({
      kind: 'section',
      section: name,
      key: sectionKey(name),
      level: 1,
      setSize: top,
      posInSet,
      parentKey: null,
      expanded: filled ? open : null,
    });
    return open;
  };

  const add = (parentId: string | null, parentKey: string, level: number): void => {
    const siblings = childrenOf(sidebar.collections, parentId);
    for (const [at, { id, name, count, unread }] of siblings.entries()) {
      const filled = sidebar.collections.some((other) => other.parentId === id);
      const expanded = filled ? !closed.has(id) : null;
      const place = { key: id, level, setSize: siblings.length, posInSet: at + 1, parentKey, expanded };
      nodes.push({ kind: 'collection', id, name, count, unread, ...place });
      if (expanded) add(id, id, level + 1);
    }
  };
  if (section('collections', LIBRARY.length + 1, sidebar.collections.length > 0)) add(null, sectionKey('collections'), 2);

  if (section('tags', LIBRARY.length + 2, sidebar.tags.length > 0)) {
    const tags = [...sidebar.tags].sort((a, b) => a.name.localeCompare(b.name));
    for (const [at, { id, name, count, unread }] of tags.entries()) {
      const place = { key: id, level: 2, setSize: tags.length, posInSet: at + 1, parentKey: sectionKey('tags'), expanded: null };
      nodes.push({ kind: 'tag', id, name, count, unread, ...place });
    }
  }
  return nodes;
}

/** What the list shows when this row is chosen; null for a section's head. */
export function viewOf(node: Node): View | null {
  switch (node.kind) {
    case 'library':
      return { kind: node.view };
    case 'collection':
      return { kind: 'collection', id: node.id };
    case 'tag':
      return { kind: 'tag', id: node.id };
    case 'section':
      return null;
  }
}

/** Whether this row is the view the list shows. */
export function isCurrent(node: Node, view: View): boolean {
  const own = viewOf(node);
  return own !== null && sameView(own, view);
}
