import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { Files } from '../store/files.ts';
import { inLibrary } from '../store/layout.ts';
import { hasCode } from '../store/storage-error.ts';
import { libraryFiles, sameStamp, stampOf, type Stamp } from './library-files.ts';

/** What has been copied and compared, by path. */
export type Copied = Map<string, Stamp>;

const PIECE = 1 << 20;

export interface CopyPass {
  readonly from: string;
  readonly to: string;
  readonly files: Files;
  readonly copied: Copied;
  /** True while the library is open: a file that changes or vanishes meanwhile is left for the last pass. */
  readonly live: boolean;
  /** Told how many bytes of the library have been dealt with in this pass. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Copies what has not been copied yet, or has changed since; each copy is made durable, read back and compared with what was read. Afterwards
 * the last pass (`live` false) leaves exactly the library's files in `to`.
 */
export async function copyPass(pass: CopyPass): Promise<void> {
  const { from, to, files, copied, live, onBytes } = pass;
  const seen = new Set<string>();
  const folders = new Set<string>();
  let done = 0;
  for await (const { path, stamp } of libraryFiles(from)) {
    seen.add(path);
    if (!sameStamp(copied.get(path), stamp)) {
      copied.delete(path);
      const target = inLibrary(to, path);
      const folder = dirname(target);
      if (!folders.has(folder)) await files.makeFolder(folder);
      folders.add(folder);
      if (await copyFile(inLibrary(from, path), target, stamp, pass)) copied.set(path, stamp);
      else if (!live) throw changed(inLibrary(from, path));
    }
    done += stamp.size;
    onBytes(done);
  }
  if (!live) {
    for await (const { path } of libraryFiles(to)) if (!seen.has(path)) await files.remove(inLibrary(to, path));
    for (const path of [...copied.keys()]) if (!seen.has(path)) copied.delete(path);
  }
  for (const folder of folders) await files.syncFolder(folder);
}

/** False where the file changed or vanished while it was read. */
async function copyFile(from: string, to: string, stamp: Stamp, { files }: CopyPass): Promise<boolean> {
  await files.remove(to);
  let sum: string;
  const out = await files.open(to, 'wx');
  try {
    sum = await eachPiece(from, (piece) => out.write(piece));
    await out.datasync();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  } finally {
    await out.close();
  }
  if (!sameStamp(stamp, await stampOf(from))) return false;
  if ((await eachPiece(to, async () => undefined)) !== sum) {
    throw new AppError(
      'library-damaged',
      `The copy at ${to} does not hold what was written to it. Check that disk; your library is unchanged.`,
    );
  }
  return true;
}

/** Reads a file piece by piece; its sha256. */
async function eachPiece(path: string, take: (piece: Uint8Array) => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(path, 'r');
  try {
    const buffer = new Uint8Array(PIECE);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, PIECE);
      if (bytesRead === 0) return hash.digest('hex');
      const piece = buffer.subarray(0, bytesRead);
      hash.update(piece);
      await take(piece);
    }
  } finally {
    await handle.close();
  }
}

function changed(path: string): AppError {
  return new AppError(
    'library-locked',
    `The library was not moved: another program changed ${path} meanwhile. Close that program and try again; your library is unchanged.`,
    { retryable: true },
  );
}
