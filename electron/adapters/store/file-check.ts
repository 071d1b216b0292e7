import { join } from 'node:path';
import type { ArticleRecord } from '../../core/domain/records.ts';
import type { FileCheck, FoundFault } from '../../core/ports.ts';
import type { FileStore } from './file-store.ts';
import { readIfThere } from './files.ts';
import { CACHE_FOLDER } from './layout.ts';
import { faultsOfArticle } from './verify-article.ts';

/** In the cache's folder: where the scrub stands. Deleted, it begins anew. */
const STATE_FILE = 'scrub.json';

/** Comparing the files of an open library with what was stored: see `FileCheck`. */
export class StoredFileCheck implements FileCheck {
  readonly #store: FileStore;

  constructor(store: FileStore) {
    this.#store = store;
  }

  faultsOf(article: ArticleRecord, images: Map<string, FoundFault['kind'] | null>, breathe: () => Promise<void>): Promise<FoundFault[]> {
    return faultsOfArticle(this.#store, article, { images, breathe });
  }

  async recall(): Promise<unknown> {
    try {
      const bytes = await readIfThere(join(this.#store.root, CACHE_FOLDER, STATE_FILE));
      return bytes && (JSON.parse(bytes.toString('utf8')) as unknown);
    } catch {
      return null;
    }
  }

  async keep(state: unknown): Promise<void> {
    if (this.#store.readOnly !== null) return;
    const folder = join(this.#store.root, CACHE_FOLDER);
    const { files } = this.#store.context;
    try {
      await files.makeFolder(folder);
      await files.replace(join(folder, STATE_FILE), `${JSON.stringify(state)}\n`);
    } catch {
      // A disk that takes nothing more is told by the first edit; the scrub only loses its place.
    }
  }
}
