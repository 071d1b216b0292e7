import { createHash } from 'node:crypto';
import { watch, type FSWatcher } from 'node:fs';
import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import type { FolderEvents, OpenFolder, WatchPort } from '../../core/watch/ports.ts';
import { fileError, readNamedFile } from '../capture/read-file.ts';
import { linksOfFile } from './link-file.ts';
import { isWatched, Settling, type FileState } from './settling.ts';

/** Folders of this computer, watched: by the system's notices, and by looking now and then where those do not come (network drives). */

export interface WatchTiming {
  /** Milliseconds that a file must stay as it is. */
  readonly settle: number;
  /** Milliseconds between two looks without a notice. */
  readonly poll: number;
}
const TIMING: WatchTiming = { settle: 1500, poll: 20_000 };

/** More than this is no article (bytes); the limits of the settings come on top. */
const MAX_BYTES = 2_000_000_000;
const SAVED = 'Saved';

async function filesOf(folder: string): Promise<Map<string, FileState>> {
  const files = new Map<string, FileState>();
  for (const name of (await readdir(folder)).filter(isWatched)) {
    // Gone since, or not ours to see: it is not there.
    const info = await stat(join(folder, name)).catch(() => null);
    if (info?.isFile() === true) files.set(name, { size: info.size, changed: info.mtimeMs });
  }
  return files;
}

function openFolder(folder: string, { onReady, onProblem }: FolderEvents, timing: WatchTiming): OpenFolder {
  const settling = new Settling(timing.settle);
  let watcher: FSWatcher | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let wrong = false;

  function listen(): void {
    if (watcher !== null) return;
    try {
      watcher = watch(folder, { persistent: false }, () => schedule(0));
      watcher.on('error', () => {
        watcher?.close();
        watcher = null;
      });
    } catch {
      // Looking now and then is enough.
      watcher = null;
    }
  }

  function schedule(after: number): void {
    if (closed) return;
    if (looking !== null) {
      again = again || after === 0;
      return;
    }
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      looking = look().then((next) => {
        looking = null;
        schedule(again ? 0 : next);
        again = false;
      });
    }, after);
    timer.unref();
  }

  /** Answers with the milliseconds until the next look. */
  async function look(): Promise<number> {
    let next = timing.poll;
    try {
      const files = await filesOf(folder);
      listen();
      if (wrong) onProblem(null);
      wrong = false;
      const { ready, waiting } = settling.look(files, performance.now());
      if (waiting) next = timing.settle;
      for (const name of ready) onReady(join(folder, name));
    } catch (error) {
      const { message } = fileError((error as NodeJS.ErrnoException).code ?? '', folder);
      if (!wrong)
        onProblem(
          message.startsWith('There is no file')
            ? `The folder “${basename(folder)}” is not there. It is watched again as soon as it is.`
            : message,
        );
      wrong = true;
    }
    return next;
  }

  schedule(0);
  return {
    rescan: () => {
      settling.forget();
      schedule(0);
    },
    close: async () => {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      watcher?.close();
      await looking;
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A path in `folder` that is free: `name`, or `name (2)`, … */
async function freePath(folder: string, name: string): Promise<string> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${stem} (${String(number)})${ending}`);
    if (!(await exists(path))) return path;
  }
}

/** How browsers call the folder of a page's images. */
const FILES = /^[_.-]\p{L}+$/u;

async function moveToSaved(path: string): Promise<string> {
  const folder = dirname(path);
  const name = basename(path);
  const stem = name.slice(0, name.length - extname(name).length);
  try {
    const saved = join(folder, SAVED);
    await mkdir(saved, { recursive: true });
    const target = await freePath(saved, name);
    await rename(path, target);
    if (/\.x?html?$/i.test(name)) {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (entry.isDirectory() && entry.name.startsWith(stem) && FILES.test(entry.name.slice(stem.length)))
          await rename(join(folder, entry.name), await freePath(saved, entry.name));
      }
    }
    return target;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw fileError('ENOENT', path);
    throw new AppError(
      'no-permission',
      `“${name}” was saved, but could not be moved to “${SAVED}”. Check the folder’s permissions, or switch moving off in Settings.`,
      {
        details: { path },
        retryable: false,
      },
    );
  }
}

export function createWatchPort(timing: WatchTiming = TIMING): WatchPort {
  return {
    open: (folder, events) => openFolder(folder, events, timing),
    read: async (path) => {
      const bytes = await readNamedFile(path, MAX_BYTES);
      const links = linksOfFile(basename(path), bytes);
      if (links?.length === 0) throw new AppError('unsupported-file', `“${basename(path)}” holds no web address.`, { retryable: false });
      return { sha256: createHash('sha256').update(bytes).digest('hex'), links };
    },
    moveToSaved,
  };
}
