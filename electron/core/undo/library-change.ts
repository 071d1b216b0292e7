import type { CollectionRecord, LibraryTables, TagRecord } from '../domain/records.ts';

/** One tag or collection that a change made, replaced or removed (null = not there). */
export type LibraryChange =
  | { readonly table: 'tags'; readonly id: string; readonly before: TagRecord | null; readonly after: TagRecord | null }
  | {
      readonly table: 'collections';
      readonly id: string;
      readonly before: CollectionRecord | null;
      readonly after: CollectionRecord | null;
    };

/** Writes the changes into a draft of the library's tables, replacing records. */
export function applyLibraryChanges(draft: LibraryTables, changes: readonly LibraryChange[]): void {
  for (const change of changes) {
    if (change.table === 'tags') draft.tags = withRecord(draft.tags, change.id, change.after);
    else draft.collections = withRecord(draft.collections, change.id, change.after);
  }
}

/** The tables after the changes, without touching the ones given. */
export function previewLibrary(library: Readonly<LibraryTables>, changes: readonly LibraryChange[]): LibraryTables {
  const copy = { ...library };
  applyLibraryChanges(copy, changes);
  return copy;
}

/** Whether two records of the library's tables say the same. */
export function sameRecord(a: object | null | undefined, b: object | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length && left.every(([key, value]) => (b as Record<string, unknown>)[key] === value);
}

function withRecord<T>(table: Record<string, T>, id: string, record: T | null): Record<string, T> {
  if (record) return { ...table, [id]: record };
  return Object.fromEntries(Object.entries(table).filter(([key]) => key !== id));
}
