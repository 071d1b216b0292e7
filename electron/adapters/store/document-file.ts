import { open } from 'node:fs/promises';
import { checkSum, HEAD_BYTES, summed, summedSeq } from './document-sum.ts';
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
  /** `mended`: one bit of the file was wrong and could be told from its sum. `summed`: false for a file of format 1, which has no sum. */
  | { readonly kind: 'whole'; readonly snapshot: Snapshot; readonly mended: boolean; readonly summed: boolean }
  | { readonly kind: 'missing' }
  /** `salvage`: the records that look fine. `legible`: the file could be parsed, so what is not in it was not there.
   * `bad`: `<table>/<id>` of the records that do not look right. */
  | { readonly kind: 'damaged'; readonly salvage: Snapshot; readonly legible: boolean; readonly bad: ReadonlySet<string> };

/** True where a record is one that the program can work with. */
export type RecordCheck = (table: string, id: string, record: unknown) => boolean;

/** `{"v":2,"seq":…,"sum":"…","<table>":{"<id>":{…}}}`. */
export function serialiseDocument(snapshot: Snapshot): Buffer {
  const tables = JSON.stringify(snapshot.tables);
  return summed(snapshot.seq, tables === '{}' ? '}\n' : `,${tables.slice(1)}\n`);
}

/** Reads a document's file. Never throws for its content: what is wrong with it is in the answer. */
export async function loadDocumentFile(path: string, isGood: RecordCheck): Promise<LoadedFile> {
  const bytes = await readIfThere(path);
  if (bytes === null) return { kind: 'missing' };
  return parseDocument(bytes, isGood);
}

function parseDocument(bytes: Buffer, isGood: RecordCheck): LoadedFile {
  const checked = checkSum(bytes);
  if (checked.kind !== 'wrong') {
    const { seq, tables, shaped, bad } = tablesOf(parse(checked.bytes), isGood);
    const snapshot = { seq, tables };
    if (shaped) return { kind: 'whole', snapshot, mended: checked.kind === 'mended', summed: true };
    return { kind: 'damaged', salvage: snapshot, legible: true, bad };
  }
  const value = parse(bytes);
  const { seq, tables, shaped, bad } = tablesOf(value, isGood);
  if (shaped && isObject(value) && value['v'] === 1) return { kind: 'whole', snapshot: { seq, tables }, mended: false, summed: false };
  return { kind: 'damaged', salvage: { seq, tables }, legible: isObject(value), bad };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

/** The records that look fine, and whether all of the document does. */
function tablesOf(value: unknown, isGood: RecordCheck): Snapshot & { shaped: boolean; bad: Set<string> } {
  const bad = new Set<string>();
  if (!isObject(value)) return { seq: 0, tables: {}, shaped: false, bad };
  const { v, seq, sum, ...rest } = value;
  const isSeq = typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 0;
  let shaped = isSeq && (v === 1 ? sum === undefined : v === 2);
  const tables: Tables = {};
  for (const [table, records] of Object.entries(rest)) {
    if (!isObject(records)) {
      shaped = false;
      continue;
    }
    const good = Object.entries(records).filter(([id, record]) => isGood(table, id, record));
    tables[table] = Object.fromEntries(good);
    for (const id of Object.keys(records)) if (!Object.hasOwn(tables[table], id)) bad.add(`${table}/${id}`);
  }
  return { seq: isSeq ? seq : 0, tables, shaped: shaped && bad.size === 0, bad };
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
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const start = buffer.subarray(0, bytesRead);
    const match = /^\{"v":1,"seq":(\d{1,16})[,}]/.exec(start.toString('latin1'));
    return match ? Number(match[1]) : summedSeq(start);
  } finally {
    await file.close();
  }
}
