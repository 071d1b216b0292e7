import { rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { MoveProgress } from '../../contract/entities.ts';
import { Files, readIfThere, type Faults } from '../store/files.ts';
import { acquireLock } from '../store/lock.ts';
import { hasCode, storageError } from '../store/storage-error.ts';
import { copyPass, type Copied } from './copy-library.ts';
import { bytesOf, MOVE_MARK, printOf } from './library-files.ts';
import { checkNewPlace, checkRoom } from './new-place.ts';

export interface LibraryMove {
  /** The library is closed now: copies what changed since, and gives the copy its name. */
  finish(): Promise<{ print: string; files: number; bytes: number }>;
  /** Takes away what was copied. */
  discard(): Promise<void>;
}

/**
 * Copies the library while it is in use into a folder beside `to`; only `finish`, for which it must be closed, gives that the name. The
 * library itself is only read, so a crash at any moment leaves it whole.
 */
export async function beginMove(
  from: string,
  to: string,
  { onProgress, faults }: { onProgress: (progress: MoveProgress) => void; faults?: Faults },
): Promise<LibraryMove> {
  const files = new Files(faults);
  const copied: Copied = new Map();
  const staging = join(dirname(to), `${basename(to)}.moving`);
  const failed = (error: unknown): Error => storageError(error, 'The library was not moved; it is where it was', to);
  const pass = async (live: boolean, ofBytes: number): Promise<void> => {
    let told = -1;
    const step = live ? 'copying' : 'checking';
    await copyPass({
      from,
      to: staging,
      files,
      copied,
      live,
      onBytes: (bytes) => {
        if (told >= 0 && bytes - told < ofBytes / 100) return;
        told = bytes;
        onProgress({ step, bytes: Math.min(bytes, ofBytes), ofBytes });
      },
    });
  };
  const discard = async (): Promise<void> => {
    if ((await readIfThere(join(staging, MOVE_MARK)))?.toString() === from) await files.removeTree(staging);
  };
  try {
    await checkNewPlace(to, from);
    // What an earlier move to the same place left when it was cut off. Any other folder of that name is in the way, and stays.
    await discard();
    await checkNewPlace(staging, from);
    const { bytes } = await bytesOf(from);
    await checkRoom(to, bytes);
    await files.makeFolder(staging);
    await writeFile(join(staging, MOVE_MARK), from);
    await pass(true, bytes);
  } catch (error) {
    await discard().catch(() => undefined);
    throw failed(error);
  }
  return {
    discard,
    finish: async () => {
      try {
        const { lock } = await acquireLock(from, new Files(), 'a move');
        try {
          const size = await bytesOf(from);
          await pass(false, size.bytes);
          const print = await printOf(from);
          await files.syncFolder(staging);
          await rmdir(to).catch((error: unknown) => {
            if (!hasCode(error, 'ENOENT')) throw error;
          });
          await files.rename(staging, to);
          await files.syncFolder(dirname(to));
          await files.remove(join(to, MOVE_MARK));
          return { print, ...size };
        } finally {
          await lock.release();
        }
      } catch (error) {
        throw failed(error);
      }
    },
  };
}
