import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { cancelled } from '../../core/jobs/job-list.ts';
import type { DiskSizes } from '../../core/ports.ts';
import { listFolder } from './files.ts';
import {
  ARTICLES_FOLDER,
  BACKUPS_FOLDER,
  CACHE_FOLDER,
  contentFolder,
  IMAGES_FOLDER,
  inLibrary,
  JOURNAL_FOLDER,
  QUEUE_FOLDER,
} from './layout.ts';
import { hasCode } from './storage-error.ts';

/** Files that are looked at at the same time. */
const TOGETHER = 32;

/** Sizes as the file system tells them: see `DiskSizes`. */
export class StoredSizes implements DiskSizes {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async images(signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
    const sizes = new Map<string, number>();
    for (const folder of await listFolder(join(this.#root, IMAGES_FOLDER))) {
      if (signal.aborted) throw cancelled();
      const paths = (await listFolder(join(this.#root, IMAGES_FOLDER, folder))).map((name) => `${IMAGES_FOLDER}/${folder}/${name}`);
      for (let at = 0; at < paths.length; at += TOGETHER) {
        const some = paths.slice(at, at + TOGETHER);
        const bytes = await Promise.all(some.map((path) => sizeOf(inLibrary(this.#root, path))));
        for (const [n, path] of some.entries()) sizes.set(path, bytes[n] ?? 0);
      }
    }
    return sizes;
  }

  article(id: string): Promise<number> {
    return sizeOfFolder(inLibrary(this.#root, contentFolder(id)));
  }

  async parts(): Promise<{ backups: number; cache: number; documents: number }> {
    const folder = (name: string): Promise<number> => sizeOfFolder(join(this.#root, name));
    let documents = 0;
    for (const name of [ARTICLES_FOLDER, JOURNAL_FOLDER, QUEUE_FOLDER]) documents += await folder(name);
    for (const name of await listFolder(this.#root)) documents += await sizeOf(join(this.#root, name));
    return { backups: await folder(BACKUPS_FOLDER), cache: await folder(CACHE_FOLDER), documents };
  }
}

/** Everything below a folder; a file with several names there (backups share what is alike) is counted once. */
async function sizeOfFolder(path: string, seen = new Set<string>()): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  });
  let bytes = 0;
  for (const entry of entries) {
    const inside = join(path, entry.name);
    bytes += entry.isDirectory() ? await sizeOfFolder(inside, seen) : await sizeOf(inside, seen);
  }
  return bytes;
}

/** Of a file; 0 for a folder, and for what is gone. */
async function sizeOf(path: string, seen?: Set<string>): Promise<number> {
  try {
    const file = await stat(path);
    if (!file.isFile()) return 0;
    if (!seen || file.nlink < 2) return file.size;
    const name = `${file.dev}:${file.ino}`;
    if (seen.has(name)) return 0;
    seen.add(name);
    return file.size;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
}
