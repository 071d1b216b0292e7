import { open } from 'node:fs/promises';
import { readIfThere } from './files.ts';
import { hasCode } from './storage-error.ts';

/** Tables by name, records by id. */
export type Tables = Record<string, Record<string, unknown>>;

/** A document as its file holds it. `seq` is that of the newest change in it. */
export interface Snapshot {
  readonly seq: number;
  readonly tables: Tables;
}

export type LoadedFile =
  | { readonly kind: 'whole'; readonly snapshot: Snapshot }
  | { readonly kind: 'missing' }
  /** `salvage`: the records that are fine, where the file could be read at all. */
  | { readonly kind: 'damaged'; readonly salvage: Snapshot };

/** True where a record is one that the program can work with. */
export type RecordCheck = (table: string, id: string, record: unknown) => boolean;

/** `{"v":1,"seq":…,"<table>":{"<id>":{…}}}`. */
export function serialiseDocument(snapshot: Snapshot): string {
  return `${JSON.stringify({ v: 1, seq: snapshot.seq, ...snapshot.tables })}\n`;
}

/** Reads a document's file. Never throws for its content: what is wrong with it is in the answer. */
export async function loadDocumentFile(path: string, isGood: RecordCheck): Promise<LoadedFile> {
  const bytes = await readIfThere(path);
  if (bytes === null) return { kind: 'missing' };
  return parseDocument(bytes, isGood);
}

function parseDocument(bytes: Buffer, isGood: RecordCheck): LoadedFile {
  const nothing: LoadedFile = { kind: 'damaged', salvage: { seq: 0, tables: {} } };
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    return nothing;
  }
  if (!isObject(value)) return nothing;
  const { v, seq, ...rest } = value;
  let whole = v === 1 && typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0;
  const tables: Tables = {};
  for (const [table, records] of Object.entries(rest)) {
    if (!isObject(records)) {
      whole = false;
      continue;
    }
    const good = Object.entries(records).filter(([id, record]) => isGood(table, id, record));
    whole &&= good.length === Object.keys(records).length;
    tables[table] = Object.fromEntries(good);
  }
  const snapshot = { seq: typeof seq === 'number' ? seq : 0, tables };
  return whole ? { kind: 'whole', snapshot } : { kind: 'damaged', salvage: snapshot };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The seq at the start of a document's file, without reading the rest; null where it cannot be told. */
export async function readDocumentSeq(path: string): Promise<number | null> {
  let file;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(48), 0, 48, 0);
    const match = /^\{"v":1,"seq":(\d+)[,}]/.exec(buffer.toString('latin1', 0, bytesRead));
    return match ? Number(match[1]) : null;
  } finally {
    await file.close();
  }
}
