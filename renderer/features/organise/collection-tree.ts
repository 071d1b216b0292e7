import type { Collection } from '../../../electron/contract/entities.ts';
import { foldName } from '../../ui/name-completion.ts';
import { compareIn, type Compare } from '../../i18n/collator.ts';

/** A collection and how deep it lies. */
export interface TreeRow {
  collection: Collection;
  depth: number;
}

/** Collections in tree order (parents before children, siblings by order, then name). */
export function treeRows(collections: readonly Collection[], compare: Compare = compareIn('en')): TreeRow[] {
  const children = new Map<string | null, Collection[]>();
  const ids = new Set(collections.map(({ id }) => id));
  for (const collection of collections) {
    const parent = collection.parentId !== null && ids.has(collection.parentId) ? collection.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), collection]);
  }
  const walk = (parent: string | null, depth: number): TreeRow[] =>
    [...(children.get(parent) ?? [])]
      .sort((a, b) => a.order - b.order || compare(a.name, b.name))
      .flatMap((collection) => [{ collection, depth }, ...walk(collection.id, depth + 1)]);
  return walk(null, 0);
}

/** The rows whose name holds the words, with everything above them. */
export function filterTree(rows: readonly TreeRow[], words: string): TreeRow[] {
  const wanted = foldName(words);
  if (wanted === '') return [...rows];
  const parents = new Map(rows.map(({ collection }) => [collection.id, collection.parentId]));
  const kept = new Set<string>();
  for (const { collection } of rows) {
    if (!foldName(collection.name).includes(wanted)) continue;
    for (let id: string | null = collection.id; id !== null && !kept.has(id); id = parents.get(id) ?? null) kept.add(id);
  }
  return rows.filter(({ collection }) => kept.has(collection.id));
}
