import { Low } from 'lowdb';
import { LIBRARY_TABLES, SEGMENT_TABLES, type LibraryTables, type SegmentTables } from '../../core/domain/records.ts';
import type { Snapshot } from './document-file.ts';
import type { Files } from './files.ts';
import { JournalAdapter, type DocumentPlace } from './journal-adapter.ts';
import type { Journal } from './journal.ts';
import { documentFile, inLibrary, LIBRARY_DOCUMENT } from './layout.ts';

/** A lowdb document behind the journal. `low.update` is the only way to change it. */
export interface StoredDocument<T extends object> {
  readonly low: Low<T>;
  readonly adapter: JournalAdapter<T>;
}
export type SegmentDocument = StoredDocument<SegmentTables>;
export type LibraryDocument = StoredDocument<LibraryTables>;

export const EMPTY: Snapshot = { seq: 0, tables: {} };

export function placeOf(root: string, name: string): DocumentPlace {
  const tables = Object.keys(name === LIBRARY_DOCUMENT ? LIBRARY_TABLES : SEGMENT_TABLES);
  return { name, path: inLibrary(root, documentFile(name)), tables };
}

export async function openDocument<T extends object>(
  place: DocumentPlace,
  snapshot: Snapshot,
  journal: Journal,
  files: Files,
): Promise<StoredDocument<T>> {
  const adapter = new JournalAdapter<T>(place, snapshot, journal, files);
  const low = new Low<T>(adapter, {} as T);
  await low.read();
  return { low, adapter };
}

/** Puts changed tables into a document, inside a journal transaction. lowdb calls the adapter before this returns. */
export function replaceTables<T extends object>(document: StoredDocument<T>, tables: Partial<T>): void {
  void document.low.update((data) => Object.assign(data, tables));
}
