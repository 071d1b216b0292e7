import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, isAbsolute } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { AppError } from '../../core/errors.ts';
import { archiveFiles, type ArchiveFile } from './archive-files.ts';
import { isArchivePath, writeComment } from './archive-paths.ts';
import type { FileStore } from './file-store.ts';
import { Files } from './files.ts';
import { inLibrary } from './layout.ts';
import { randomText } from './random-text.ts';
import { hasCode, storageError } from './storage-error.ts';

/** Compressed already: packing them again costs time and saves nothing. */
const PACKED = /\.(gz|jpe?g|png|gif|webp|avif|mp4|webm|woff2)$/;

/**
 * The whole library as one zip, streamed: the state at the moment of the call, whatever is edited meanwhile. Lock, cache and temporary
 * files stay out. The stream is destroyed with an AppError where something goes wrong; destroying it ends the export.
 */
export function exportArchiveStream(store: FileStore): Readable {
  return startExport(store).stream;
}

/**
 * Writes the whole library to one zip file: under a temporary name first, so that a failed export leaves no half archive.
 *
 * @returns files in the archive and the archive's size in bytes
 */
export async function exportArchive(store: FileStore, path: string): Promise<{ files: number; bytes: number }> {
  const inside = relative(store.root, path);
  if (!isAbsolute(path) || inside === '' || !(inside.startsWith('..') || isAbsolute(inside))) {
    throw new AppError('invalid-input', 'The archive cannot be written into the library itself. Choose another folder.', {
      details: { path },
    });
  }
  const temporary = join(dirname(path), `.${basename(path)}.${randomText(8)}.tmp`);
  const { stream, packed } = startExport(store);
  const files = new Files();
  try {
    await pipeline(stream, createWriteStream(temporary, { flags: 'wx', mode: 0o600 }));
    const file = await files.open(temporary, 'r+');
    await file.datasync().finally(() => file.close());
    await files.rename(temporary, path);
    await files.syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) {
      throw new AppError('file-not-found', `The folder ${dirname(path)} does not exist. Choose another one.`, {
        details: { path },
        cause: error,
      });
    }
    throw storageError(error, 'The archive could not be written', dirname(path));
  }
  return { files: packed(), bytes: (await stat(path)).size };
}

function startExport(store: FileStore): { stream: Readable; packed: () => number } {
  const zip = new ZipFile();
  const stream = zip.outputStream as Readable;
  let packed = 0;
  const stopped = new Promise<never>((_, reject) => {
    const stop = (error?: unknown) => reject(error instanceof Error ? error : new AppError('cancelled', 'The export was stopped.'));
    stream.once('close', stop);
    zip.once('error', stop);
  });
  stopped.catch(() => undefined);

  const run = async () => {
    const known: string[] = [];
    const release = await store.freeze();
    try {
      for await (const file of archiveFiles(store)) {
        if (store.closed) throw new AppError('cancelled', 'The library was closed before the export was finished. Export it again.');
        if (!isArchivePath(file.path)) continue;
        const state = await Promise.race([pack(zip, store.root, file), stopped]);
        if (state !== 'missing') packed++;
        if (state !== 'whole') known.push(file.path);
      }
      zip.end({ forceZip64Format: false, comment: writeComment(known) });
    } finally {
      release();
    }
  };
  run().catch((error: unknown) => {
    stream.destroy(storageError(error, 'The library could not be exported', store.root));
  });
  return { stream, packed: () => packed };
}

/** Adds one file and waits until it has gone through, so that only one is open and nothing piles up. */
async function pack(zip: ZipFile, root: string, { path, sha256 }: ArchiveFile): Promise<'whole' | 'altered' | 'missing'> {
  const file = inLibrary(root, path);
  try {
    if (!(await stat(file)).isFile()) return 'missing';
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return 'missing';
    throw error;
  }
  const hash = createHash('sha256');
  await new Promise<void>((resolve, reject) => {
    zip.addReadStreamLazy(path, { compress: !PACKED.test(path), mode: 0o100644 }, (give) => {
      const stream = createReadStream(file);
      stream.on('data', (chunk) => hash.update(chunk));
      stream.once('error', reject);
      stream.once('end', resolve);
      give(null, stream);
    });
  });
  return sha256 === null || hash.digest('hex') === sha256 ? 'whole' : 'altered';
}
