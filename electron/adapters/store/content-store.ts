import { join } from 'node:path';
import type { ContentMeta } from '../../core/domain/records.ts';
import type { ContentStore } from '../../core/ports.ts';
import { AppError } from '../../core/errors.ts';
import { sha256 } from './article-folder.ts';
import { openContent, type ContentReader } from './content.ts';
import type { Files } from './files.ts';
import { ImageStore } from './image-store.ts';
import { contentFolder, inLibrary, VERSIONS_FOLDER } from './layout.ts';
import { storageError } from './storage-error.ts';
import { keepVersion, putVersionBack } from './version-files.ts';

export interface ContentGuard {
  /** The sentence that says why nothing may be written, or null. */
  readOnly(): string | null;
  /** True while an export reads the files: what is removed now goes when it has ended. */
  frozen(): boolean;
}

type ArticleFiles = Parameters<ContentStore['write']>[1];

/** Articles' folders and images as plain files: see `ContentStore`. */
export class FileContentStore implements ContentStore {
  readonly #root: string;
  readonly #files: Files;
  readonly #guard: ContentGuard;
  readonly #images: ImageStore;
  readonly #reader: ContentReader;

  constructor(root: string, files: Files, guard: ContentGuard, now: () => number) {
    this.#root = root;
    this.#files = files;
    this.#guard = guard;
    this.#reader = openContent(root);
    this.#images = new ImageStore(root, files, now);
  }

  async write(id: string, content: ArticleFiles): Promise<Record<string, string>> {
    this.#assertWritable();
    const folder = this.#folder(id);
    const others: [string, Uint8Array | string][] = [
      ['article.html', content.articleHtml],
      ['text.txt', content.text],
    ];
    if (content.sourceGz) others.push(['source.html.gz', content.sourceGz]);
    if (content.original) others.push([content.original.name, content.original.bytes]);
    const hashes = Object.fromEntries(others.map(([name, data]) => [name, sha256(data)]));
    const meta = JSON.stringify({ ...content.meta, receipt: { ...content.meta.receipt, hashes } }, null, 2);
    try {
      await this.#files.makeFolder(folder);
      await Promise.all(others.map(([name, data]) => this.#files.replace(join(folder, name), data)));
      await this.#files.replaceDurably(join(folder, 'meta.json'), meta);
    } catch (error) {
      throw storageError(error, 'The article could not be stored', this.#root);
    }
    return { ...hashes, 'meta.json': sha256(meta) };
  }

  keepVersion(id: string, n: number, articleHtml: string): Promise<Record<string, string>> {
    return this.#change('The earlier version could not be kept', () => keepVersion(this.#files, this.#folder(id), n, articleHtml));
  }

  putVersionBack(id: string, n: number, articleHtml: string): Promise<Record<string, string>> {
    return this.#change('The version could not be put back', () => putVersionBack(this.#files, this.#folder(id), n, articleHtml));
  }

  async removeVersion(id: string, n: number): Promise<void> {
    if (this.#guard.frozen()) return;
    await this.#change('A version could not be removed', () => this.#files.removeTree(join(this.#folder(id), VERSIONS_FOLDER, String(n))));
  }

  readSource(id: string): Promise<Uint8Array | null> {
    return this.#reader.readSource(id);
  }

  readVersion(id: string, n: number): Promise<{ html: string; text: string; meta: ContentMeta }> {
    return this.#reader.readVersion(id, n);
  }

  readImage(path: string): Promise<Uint8Array | null> {
    return this.#reader.readImage(path);
  }

  readHtml(id: string): Promise<string> {
    return this.#reader.readHtml(id);
  }

  sumOf(text: string): string {
    return sha256(text);
  }

  hasHtml(id: string): Promise<boolean> {
    return this.#reader.readHtml(id).then(
      () => true,
      () => false,
    );
  }

  readText(id: string): Promise<string> {
    return this.#reader.readText(id);
  }

  readMeta(id: string): Promise<ContentMeta> {
    return this.#reader.readMeta(id);
  }

  async putImage(bytes: Uint8Array, extension: string): Promise<{ path: string; sha256: string; bytes: number }> {
    this.#assertWritable();
    try {
      return await this.#images.put(bytes, extension);
    } catch (error) {
      throw storageError(error, 'An image could not be stored', this.#root);
    }
  }

  /** Where an export is reading, the folder stays: its tombstone is durable, so the library check removes it later. */
  async removeContent(id: string): Promise<void> {
    this.#assertWritable();
    if (this.#guard.frozen()) return;
    try {
      await this.#files.removeTree(this.#folder(id));
    } catch (error) {
      throw storageError(error, 'The files of a deleted article could not be removed', this.#root);
    }
  }

  async sweepImages(referenced: ReadonlySet<string>): Promise<{ removed: number; bytes: number }> {
    this.#assertWritable();
    if (this.#guard.frozen()) return { removed: 0, bytes: 0 };
    try {
      return await this.#images.sweep(referenced);
    } catch (error) {
      throw storageError(error, 'Images that no article uses any more could not be removed', this.#root);
    }
  }

  folderOf(id: string): string {
    return contentFolder(id);
  }

  async #change<T>(what: string, work: () => Promise<T>): Promise<T> {
    this.#assertWritable();
    try {
      return await work();
    } catch (error) {
      throw storageError(error, what, this.#root);
    }
  }

  #folder(id: string): string {
    return inLibrary(this.#root, contentFolder(id));
  }

  #assertWritable(): void {
    const reason = this.#guard.readOnly();
    if (reason !== null) throw new AppError('library-read-only', reason);
  }
}
