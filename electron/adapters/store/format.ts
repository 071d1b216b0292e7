import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { isObject } from './document-file.ts';
import { listFolder, readIfThere } from './files.ts';
import { ARTICLES_FOLDER, CONTENT_FOLDER, FORMAT_FILE, JOURNAL_FOLDER, LIBRARY_FILE } from './layout.ts';
import { hasCode } from './storage-error.ts';

/** Version of the library on disk that this program writes. */
export const FORMAT_VERSION = 1;

/** `new`: no library there yet. `unmarked`: a library whose format.json is missing or damaged. */
export type FormatState = 'new' | 'current' | 'unmarked';

export function formatFile(createdAt: number): string {
  return `${JSON.stringify({ format: 'offprint-library', version: FORMAT_VERSION, createdAt: new Date(createdAt).toISOString() }, null, 2)}\n`;
}

/**
 * What stands in the folder. Changes nothing.
 *
 * @throws AppError `library-newer` for a library of a later Offprint; `invalid-input` where the path is a file
 */
export async function readFormat(root: string): Promise<FormatState> {
  if (await isFile(root)) {
    throw new AppError('invalid-input', `${root} is a file. Choose a folder for the library.`, { details: { path: root } });
  }
  const version = versionOf(await readIfThere(join(root, FORMAT_FILE)));
  if (version !== null && version > FORMAT_VERSION) {
    throw new AppError(
      'library-newer',
      `This library was made by a newer Offprint (format ${version}; this one knows ${FORMAT_VERSION}). Update Offprint to open it; nothing was changed.`,
      { details: { path: root, version } },
    );
  }
  if (version !== null) return 'current';
  const names = await listFolder(root);
  if (names.includes(FORMAT_FILE) || names.includes(LIBRARY_FILE)) return 'unmarked';
  // Empty folders are what making a library leaves that was cut off at the very start.
  for (const folder of [ARTICLES_FOLDER, JOURNAL_FOLDER, CONTENT_FOLDER]) {
    if ((await listFolder(join(root, folder))).length > 0) return 'unmarked';
  }
  return 'new';
}

function versionOf(bytes: Buffer | null): number | null {
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isObject(value) && typeof value['version'] === 'number' ? value['version'] : null;
  } catch {
    return null;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch (error) {
    if (hasCode(error, 'ENOTDIR')) return true;
    return false;
  }
}
