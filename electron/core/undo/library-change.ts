import type { CollectionRecord, FeedRecord, LibraryTables, RuleRecord, SmartRecord, TagRecord } from '../domain/records.ts';

/** Tables of `library.json` whose changes can be taken back. */
interface Undoable {
  readonly tags: TagRecord;
  readonly collections: CollectionRecord;
  readonly smart: SmartRecord;
  readonly feeds: FeedRecord;
  readonly rules: RuleRecord;
}

/** One record of those tables that a change made, replaced or removed (null = not there). */
export type LibraryChange = {
  [T in keyof Undoable]: {
    readonly table: T;
    readonly id: string;
    readonly before: Undoable[T] | null;
    readonly after: Undoable[T] | null;
  };
}[keyof Undoable];

/** Writes the changes into a draft of the library's tables, replacing records. */
export function applyLibraryChanges(draft: LibraryTables, changes: readonly LibraryChange[]): void {
  for (const { table, id, after } of changes) {
    const records: Record<string, unknown> = { ...draft[table] };
    if (after === null) Reflect.deleteProperty(records, id);
    else records[id] = after;
    Object.assign(draft, { [table]: records });
  }
}

/** The tables after the changes, without touching the ones given. */
export function previewLibrary(library: Readonly<LibraryTables>, changes: readonly LibraryChange[]): LibraryTables {
  const copy = { ...library };
  applyLibraryChanges(copy, changes);
  return copy;
}

/** Whether two records of the library's tables say the same, however deep. */
export function sameRecord(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return (a ?? null) === (b ?? null);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length && left.every(([key, value]) => sameRecord(value, (b as Record<string, unknown>)[key]));
}
