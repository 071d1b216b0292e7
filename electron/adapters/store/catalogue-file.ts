import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogueCache } from '../../core/ports.ts';
import type { FileStore } from './file-store.ts';
import { readIfThere } from './files.ts';
import { CACHE_FOLDER } from './layout.ts';

const NAME = 'catalogue.bin';
/** Bytes of the sum at the end. */
const SUM_BYTES = 32;

/** `cache/catalogue.bin` of an open library: the catalogue's bytes, and after them their SHA-256. See `CatalogueCache`. */
export class CatalogueFile implements CatalogueCache {
  readonly #store: FileStore;

  constructor(store: FileStore) {
    this.#store = store;
  }

  async read(first?: number): Promise<Uint8Array | null> {
    if (first !== undefined) return startOf(this.#path, first);
    const file = await readIfThere(this.#path).catch(() => null);
    if (file === null || file.length < SUM_BYTES) return null;
    const body = file.subarray(0, -SUM_BYTES);
    return sumOf(body).equals(file.subarray(-SUM_BYTES)) ? body : null;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#store.readOnly !== null) return;
    const { files } = this.#store.context;
    try {
      await files.makeFolder(join(this.#store.root, CACHE_FOLDER));
      await files.replace(this.#path, Buffer.concat([bytes, sumOf(bytes)]));
    } catch {
      // A disk that takes nothing more is told by the first edit.
    }
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true }).catch(() => undefined);
  }

  get #path(): string {
    return join(this.#store.root, CACHE_FOLDER, NAME);
  }
}

async function startOf(path: string, bytes: number): Promise<Uint8Array | null> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

function sumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
