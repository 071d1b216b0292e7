import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { crc32 } from './crc32.ts';
import { isObject } from './document-file.ts';
import { listFolder, readIfThere } from './files.ts';
import { ARTICLES_FOLDER, CONTENT_FOLDER, FORMAT_FILE, JOURNAL_FOLDER, LIBRARY_FILE } from './layout.ts';
import { hasCode } from './storage-error.ts';

/** Version of the library on disk that this program writes: see `migrations.ts` for what changed with each. */
export const FORMAT_VERSION = 2;

/** `new`: no library there yet. `unmarked`: a library whose format.json is missing or damaged. `old`: one to bring up to date. */
export type FormatState = 'new' | 'current' | 'unmarked' | 'old';

export interface Format {
  readonly state: FormatState;
  /** Version that the documents may still have; what is not known counts as the oldest. */
  readonly from: number;
  /** ISO 8601 UTC; null where it is not known. */
  readonly createdAt: string | null;
}

/**
 * The text of format.json. Its sum makes sure that a wrong bit is not taken for another version.
 *
 * @param from the version that is being brought up to date; left out where that is done
 */
export function formatFile(createdAt: string, from?: number, version = FORMAT_VERSION): string {
  const facts = { format: 'offprint-library', version, createdAt, ...(from !== undefined && { migratingFrom: from }) };
  return `${JSON.stringify({ ...facts, sum: sumOf(facts) }, null, 2)}\n`;
}

function sumOf(facts: object): string {
  return crc32(Buffer.from(JSON.stringify(facts)))
    .toString(16)
    .padStart(8, '0');
}

/**
 * What stands in the folder. Changes nothing.
 *
 * @throws AppError `library-newer` for a library of a later Offprint; `invalid-input` where the path is a file
 */
export async function readFormat(root: string): Promise<Format> {
  if (await isFile(root)) {
    throw new AppError('invalid-input', `${root} is a file. Choose a folder for the library.`, { details: { path: root } });
  }
  const marked = parseFormat(await readIfThere(join(root, FORMAT_FILE)));
  const version = marked?.version ?? 0;
  if (version > FORMAT_VERSION) {
    throw new AppError(
      'library-newer',
      `This library was made by a newer Offprint (format ${version}; this one knows ${FORMAT_VERSION}). Update Offprint to open it; nothing was changed.`,
      { details: { path: root, version } },
    );
  }
  if (marked) return { state: marked.from < FORMAT_VERSION ? 'old' : 'current', from: marked.from, createdAt: marked.createdAt };
  const unmarked: Format = { state: 'unmarked', from: 1, createdAt: null };
  const names = await listFolder(root);
  if (names.includes(FORMAT_FILE) || names.includes(LIBRARY_FILE)) return unmarked;
  // Empty folders are what making a library leaves that was cut off at the very start.
  for (const folder of [ARTICLES_FOLDER, JOURNAL_FOLDER, CONTENT_FOLDER]) {
    if ((await listFolder(join(root, folder))).length > 0) return unmarked;
  }
  return { state: 'new', from: FORMAT_VERSION, createdAt: null };
}

interface Marked {
  readonly version: number;
  readonly from: number;
  readonly createdAt: string | null;
}

/**
 * Null where it is missing or damaged. One wrong bit is found by the sum, so that it is never taken for another version; what is wrong in
 * another way and says that it is newer is believed, since a later format may be summed differently, and must not be written over.
 */
function parseFormat(bytes: Buffer | null): Marked | null {
  if (bytes === null) return null;
  const read = readMark(bytes);
  if (read?.good) return read;
  const mended = withOneBitTurned(bytes);
  if (mended !== null) return mended;
  return read !== null && read.version > FORMAT_VERSION ? read : null;
}

/** What the bytes say, and whether their sum agrees: only format 1 has none. */
function readMark(bytes: Buffer): (Marked & { readonly good: boolean }) | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (!isObject(value)) return null;
    const { sum, ...facts } = value;
    const { version, createdAt = null, migratingFrom = version } = facts;
    if (typeof version !== 'number' || typeof migratingFrom !== 'number') return null;
    const good = sum === undefined ? version === 1 : sum === sumOf(facts);
    return { version, from: migratingFrom, createdAt: typeof createdAt === 'string' ? createdAt : null, good };
  } catch {
    return null;
  }
}

/** The one reading with a right sum that is one bit away, or null. */
function withOneBitTurned(bytes: Buffer): Marked | null {
  // Longer than any that we write: not one wrong bit.
  if (bytes.length > 1000) return null;
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length * 8; at++) {
    const turn = (): number => (copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7)));
    turn();
    const read = copy.includes('"sum"') ? readMark(copy) : null;
    turn();
    if (read?.good) return read;
  }
  return null;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch (error) {
    if (hasCode(error, 'ENOTDIR')) return true;
    return false;
  }
}
