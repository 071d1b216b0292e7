import { realpath, readdir, stat, statfs, access, constants } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { FORMAT_FILE } from '../store/layout.ts';
import { hasCode } from '../store/storage-error.ts';
import { stampOf } from './library-files.ts';

/** True where a library is in that folder. */
export async function holdsLibrary(path: string): Promise<boolean> {
  return (await stampOf(join(path, FORMAT_FILE)).catch(() => null)) !== null;
}

/** The folder a person named, with links followed as far as it is there. Throws where it is no whole path. */
export async function placeOf(typed: string): Promise<string> {
  if (!isAbsolute(typed)) throw new AppError('invalid-input', `“${typed}” is not the whole path of a folder. Give it from its beginning.`);
  return real(resolve(typed));
}

async function real(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || dirname(path) === path) throw unreachable(path, error);
    return join(await real(dirname(path)), basename(path));
  }
}

/** Throws the sentence for a folder that a library cannot come into. */
export async function checkNewPlace(to: string, present: string): Promise<void> {
  const refuse = (sentence: string): AppError => new AppError('invalid-input', sentence, { details: { path: to } });
  if (to === present) throw refuse('The library is in that folder already. Choose another one.');
  if (isInside(to, present)) throw refuse('That folder is inside the library itself. Choose one outside of it.');
  if (isInside(present, to)) throw refuse('That folder holds the library and other things. Choose an empty folder.');
  const names = await readdir(to).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    if (hasCode(error, 'ENOTDIR')) throw refuse(`${to} is a file. Choose an empty folder.`);
    throw unreachable(to, error);
  });
  if (names !== null && names.length > 0) throw refuse(`${to} is not empty. Choose an empty folder, or name one that is not there yet.`);
  const parent = await nearestFolder(dirname(to));
  if (names !== null && (await stat(to)).dev !== (await stat(parent)).dev) {
    throw refuse(`${to} is a whole disk. Name a folder on it that is not there yet.`);
  }
  await access(parent, constants.W_OK).catch((error: unknown) => {
    throw unreachable(parent, error);
  });
}

/** Throws where the disk of `to` has less room than that. */
export async function checkRoom(to: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(await nearestFolder(dirname(to)));
  if (bavail * bsize > bytes) return;
  const mb = (value: number): string => `${Math.ceil(value / 1e6).toLocaleString('en')} MB`;
  throw new AppError(
    'disk-full',
    `There is not enough room: the library needs ${mb(bytes)}, and that disk has ${mb(bavail * bsize)} free.`,
  );
}

async function nearestFolder(path: string): Promise<string> {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((await stampOf(folder).catch(() => null)) !== null || dirname(folder) === folder) return folder;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function unreachable(path: string, error: unknown): AppError {
  if (hasCode(error, 'EROFS')) return new AppError('library-read-only', `${path} is on a disk that is read-only. Choose another folder.`);
  if (hasCode(error, 'EACCES', 'EPERM')) return new AppError('no-permission', `Offprint may not write in ${path}. Choose another folder.`);
  return new AppError('invalid-input', `${path} cannot be used as a folder. Choose another one.`, { cause: error });
}
