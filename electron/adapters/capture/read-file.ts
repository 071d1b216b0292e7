import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../core/errors.ts';

/** Whether a path is a folder; false also where nothing is there. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}

/** Reads a file that a person named, with a sentence for each way this can fail. */
export async function readNamedFile(path: string, maxBytes: number): Promise<Uint8Array> {
  const name = basename(path);
  const options = { details: { path }, retryable: false };
  let handle;
  try {
    // Without blocking on a pipe that nobody writes to: what it is is asked before a byte is read.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw fileError((error as NodeJS.ErrnoException).code ?? '', path);
  }
  try {
    const info = await handle.stat();
    if (info.isDirectory()) throw new AppError('unsupported-file', `“${name}” is a folder. Choose a file in it.`, options);
    if (!info.isFile()) throw new AppError('unsupported-file', `“${name}” is not a file that can be read.`, options);
    if (info.size > maxBytes) {
      throw new AppError(
        'too-large',
        `“${name}” is larger than ${String(Math.round(maxBytes / 1_000_000))} MB, the most that Offprint takes. The limit can be raised in Settings.`,
        options,
      );
    }
    return await handle.readFile();
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw fileError((error as NodeJS.ErrnoException).code ?? '', path);
  } finally {
    await handle.close();
  }
}

/** The failure of a file operation (`code` is Node's, such as `ENOENT`) in a person's words. */
export function fileError(code: string, path: string): AppError {
  const name = basename(path);
  const options = { details: { path }, retryable: false };
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return new AppError('file-not-found', `There is no file “${name}”. Check its name and folder.`, options);
    case 'EACCES':
    case 'EPERM':
      return new AppError('no-permission', `“${name}” may not be read. Check its permissions, or copy it somewhere else.`, options);
    case 'EISDIR':
      return new AppError('unsupported-file', `“${name}” is a folder. Choose a file in it.`, options);
    default:
      return new AppError('unsupported-file', `“${name}” could not be read. Check that the disk it is on is connected.`, options);
  }
}
