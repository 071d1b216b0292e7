import { createWriteStream } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../../core/errors.ts';
import { isArchivePath, readComment } from './archive-paths.ts';
import { crc32 } from './crc32.ts';
import type { Files } from './files.ts';
import { FORMAT_FILE, inLibrary } from './layout.ts';
import { hasCode } from './storage-error.ts';

/** Bytes left free on the disk beside what the archive unpacks to. */
const SPARE = 64 << 20;

/**
 * Unpacks the library in a zip file into a new folder: only files that belong to a library, each checked against its CRC and synced.
 *
 * @returns whether the archive itself says of a path that it was not in order when it was made
 */
export async function unpackArchive(path: string, target: string, files: Files): Promise<(path: string | null) => boolean> {
  const { prefix, bytes } = await survey(path);
  await files.makeFolder(target);
  await assertRoom(target, bytes);
  const folders = new Set<string>();
  const comment = await eachEntry(path, async (entry, zip) => {
    const name = libraryPathOf(entry, prefix);
    if (name === null) return;
    const file = inLibrary(target, name);
    if (!folders.has(dirname(file))) {
      await files.makeFolder(dirname(file));
      folders.add(dirname(file));
    }
    await unpackEntry(zip, entry, file, files);
  });
  for (const folder of folders) await files.syncFolder(folder);
  return readComment(comment);
}

/** Where the library stands in the archive (`''`, or `name/` where its folder was packed), and its unpacked size. */
async function survey(path: string): Promise<{ prefix: string; bytes: number }> {
  const names: { name: string; size: number }[] = [];
  await eachEntry(path, (entry) => {
    names.push({ name: entry.fileName, size: entry.uncompressedSize });
  });
  const formats = names.filter(({ name }) => name === FORMAT_FILE || /^[^/]+\/format\.json$/.test(name));
  const format = formats.find(({ name }) => name === FORMAT_FILE) ?? formats[0];
  if (!format) throw invalid('It has no format.json, so it is not an Offprint library.');
  const prefix = format.name.slice(0, -FORMAT_FILE.length);
  const own = names.filter(({ name }) => name.startsWith(prefix) && isArchivePath(name.slice(prefix.length)));
  return { prefix, bytes: own.reduce((sum, { size }) => sum + size, 0) };
}

const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;

function libraryPathOf(entry: Entry, prefix: string): string | null {
  if (!entry.fileName.startsWith(prefix)) return null;
  const name = entry.fileName.slice(prefix.length);
  if (!isArchivePath(name)) return null;
  // Upper half of the external attributes: the Unix mode (APPNOTE 4.4.15).
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) throw invalid('It holds links instead of files.');
  if (entry.isEncrypted()) throw invalid('It is protected with a password.');
  return name;
}

async function unpackEntry(zip: ZipFile, entry: Entry, file: string, files: Files): Promise<void> {
  let sum = 0;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
  });
  try {
    await pipeline(await zip.openReadStreamPromise(entry), check, createWriteStream(file, { flags: 'wx' }));
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw invalid(`It holds ${entry.fileName} twice.`);
    if (hasCode(error, 'ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EIO')) throw error;
    throw invalid(`${entry.fileName} in it cannot be read.`, error);
  }
  if (sum !== entry.crc32) throw invalid(`${entry.fileName} in it is damaged.`);
  const written = await files.open(file, 'r+');
  await written.datasync().finally(() => written.close());
}

/** Goes through an archive's entries one by one; returns its comment. */
async function eachEntry(path: string, work: (entry: Entry, zip: ZipFile) => void | Promise<void>): Promise<string> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) {
      throw new AppError('file-not-found', `There is no file ${path}. Choose the archive again.`, { details: { path }, cause: error });
    }
    if (hasCode(error, 'EACCES', 'EPERM')) throw error;
    throw invalid('It is not a zip file, or it was cut off.', error);
  }
  try {
    for await (const entry of entriesOf(zip)) await work(entry, zip);
    return zip.comment;
  } finally {
    zip.close();
  }
}

/** Bad names (absolute, `..`, backslashes) and broken directories surface here as plain errors of the zip reader. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry();
  for (;;) {
    let next: IteratorResult<Entry>;
    try {
      next = await entries.next();
    } catch (error) {
      throw invalid('Its table of contents is damaged or names files outside of it.', error);
    }
    if (next.done) return;
    yield next.value;
  }
}

/** Says that the disk is too full before an hour of unpacking does. `statfs` came with Node 18.15. */
async function assertRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize > bytes + SPARE) return;
  const mb = Math.ceil((bytes + SPARE) / 1e6);
  throw new AppError(
    'disk-full',
    `The archive needs ${mb} MB on the disk of the library, and there is less. Free some space and try again.`,
    {
      details: { path: folder, bytes },
    },
  );
}

function invalid(why: string, cause?: unknown): AppError {
  return new AppError('archive-invalid', `This archive cannot be imported. ${why} Choose another one; nothing was changed.`, { cause });
}
