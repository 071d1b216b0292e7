import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { inLibrary, isTemporary, LOCK_FILE } from '../store/layout.ts';
import { hasCode } from '../store/storage-error.ts';

/** What tells one state of a file from another. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

/** Made anew where it is missing, and large. */
const INDEX_FOLDER = 'cache';
/** In a copy under way: the library it is of. Goes away once the copy has its name. */
export const MOVE_MARK = '.moving-from';

/**
 * Everything in a library's folder but the index, the lock and what a crash left of files being written: paths with `/`, and stamps. What
 * vanishes meanwhile is passed over. In the order of the folder's own names, so that two walks of one state are the same.
 */
export async function* libraryFiles(root: string, below = ''): AsyncGenerator<{ path: string; stamp: Stamp }> {
  const entries = await readdir(inLibrary(root, below), { withFileTypes: true }).catch((error: unknown) => {
    if (below !== '' && hasCode(error, 'ENOENT')) return [];
    throw error;
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    if (isTemporary(name) || (below === '' && isOwn(name))) continue;
    const path = below === '' ? name : `${below}/${name}`;
    if (entry.isDirectory()) {
      yield* libraryFiles(root, path);
      continue;
    }
    if (!entry.isFile()) {
      throw new AppError(
        'invalid-input',
        `The library cannot be moved: ${join(root, path)} is neither a file nor a folder. Put the real files there, then try again.`,
      );
    }
    const stamp = await stampOf(inLibrary(root, path));
    if (stamp !== null) yield { path, stamp };
  }
}

function isOwn(name: string): boolean {
  return name === INDEX_FOLDER || name === MOVE_MARK || name === LOCK_FILE || name.startsWith(`${LOCK_FILE}.`);
}

export async function stampOf(path: string): Promise<Stamp | null> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await stat(path);
    return { size, mtimeMs, ctimeMs, ino };
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

export function sameStamp(a: Stamp | undefined, b: Stamp | null): boolean {
  return a !== undefined && b !== null && a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.ino === b.ino;
}

/** What is in a library's folder, as a short text: names, sizes and times. Another text = something changed. */
export async function printOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const { path, stamp } of libraryFiles(root)) hash.update(`${path}\0${stamp.size}\0${stamp.mtimeMs}\n`);
  return hash.digest('hex');
}

export async function bytesOf(root: string): Promise<{ files: number; bytes: number }> {
  let files = 0;
  let bytes = 0;
  for await (const { stamp } of libraryFiles(root)) {
    files++;
    bytes += stamp.size;
  }
  return { files, bytes };
}
