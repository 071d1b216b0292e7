import { stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from './article-folder.ts';
import { listFolder, readIfThere, type Files } from './files.ts';
import { IMAGES_FOLDER, inLibrary, isTemporary } from './layout.ts';

/** Milliseconds an image that nobody refers to is kept: the article it belongs to may be on its way. */
const YOUNG = 60 * 60 * 1000;

/** `images/<2 hex>/<sha256>.<ext>`: the same bytes are stored once. */
export class ImageStore {
  readonly #root: string;
  readonly #files: Files;
  readonly #now: () => number;

  constructor(root: string, files: Files, now: () => number) {
    this.#root = root;
    this.#files = files;
    this.#now = now;
  }

  async put(bytes: Uint8Array, extension: string): Promise<{ path: string; sha256: string; bytes: number }> {
    const hash = sha256(bytes);
    const ending = /^[a-z0-9]{1,5}$/.test(extension) ? extension : 'bin';
    const path = `${IMAGES_FOLDER}/${hash.slice(0, 2)}/${hash}.${ending}`;
    const file = inLibrary(this.#root, path);
    const there = await readIfThere(file);
    if (there && Buffer.compare(there, bytes) === 0) {
      // Young again: a sweep must not take it from the article that is about to refer to it.
      const now = new Date(this.#now());
      await utimes(file, now, now);
    } else {
      // New, or damaged where it stands: writing it again heals it.
      await this.#files.makeFolder(dirname(file));
      await this.#files.replaceDurably(file, bytes);
    }
    return { path, sha256: hash, bytes: bytes.length };
  }

  /** Removes old images that are not in `referenced` (library paths), and temporary files of writes that were cut off. */
  async sweep(referenced: ReadonlySet<string>): Promise<{ removed: number; bytes: number }> {
    let removed = 0;
    let bytes = 0;
    for (const path of await this.list()) {
      if (referenced.has(path)) continue;
      const file = inLibrary(this.#root, path);
      const { mtimeMs, size } = await stat(file);
      if (this.#now() - mtimeMs < YOUNG) continue;
      await this.#files.remove(file);
      if (isTemporary(path.split('/').at(-1) ?? '')) continue;
      removed++;
      bytes += size;
    }
    return { removed, bytes };
  }

  /** Library paths of everything in the images' folders. */
  async list(): Promise<string[]> {
    const paths: string[] = [];
    for (const folder of await listFolder(join(this.#root, IMAGES_FOLDER))) {
      for (const name of await listFolder(join(this.#root, IMAGES_FOLDER, folder))) paths.push(`${IMAGES_FOLDER}/${folder}/${name}`);
    }
    return paths;
  }
}
