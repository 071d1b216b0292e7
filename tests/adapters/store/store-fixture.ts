import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';
import { articleRecord, contentMeta } from './records-fixture.ts';
import { openLibrary, type OpenedLibrary, type OpenOptions } from '../../../electron/adapters/store/open-library.ts';

export { articleRecord, contentMeta, highlightOf, seeded } from './records-fixture.ts';

/** A path for a library in a folder of its own, which goes when the test has finished. */
export function libraryRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return join(folder, 'library');
}

/** Opens a library that is closed when the test has finished, if the test has not closed it itself. */
export async function open(root: string, options: OpenOptions = {}): Promise<OpenedLibrary> {
  const opened = await openLibrary(root, options);
  onTestFinished(() => opened.close());
  return opened;
}

/** Opens, lets `work` use the library, closes. */
export async function withLibrary<T>(root: string, work: (opened: OpenedLibrary) => Promise<T>, options: OpenOptions = {}): Promise<T> {
  const opened = await openLibrary(root, options);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** Takes away what a closed library keeps of its journal for those who copy it: what is left is the documents alone. */
export function dropKeptJournal(root: string): void {
  const folder = join(root, 'journal');
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  for (const name of names.sort().slice(0, -1)) rmSync(join(folder, name));
}

/** Puts a record into the library without any files of its own. */
export async function addRecord({ store }: OpenedLibrary, overrides: Partial<ArticleRecord> = {}): Promise<string> {
  const id = await store.allocateId();
  await store.commit({ articles: new Map([[id, () => articleRecord(id, overrides)]]) });
  return id;
}

/** Stores an article the way a save does: image, content, record. */
export async function saveArticle(
  { store, content }: OpenedLibrary,
  text: string,
  options: { record?: Partial<ArticleRecord>; tags?: string[]; collections?: string[]; image?: string } = {},
): Promise<string> {
  const id = await store.allocateId();
  const image = await content.putImage(Buffer.from(`image ${options.image ?? text}`), 'png');
  const record = articleRecord(id, { title: text, images: [image.path], leadImage: image.path, ...options.record });
  const files = await content.write(id, {
    articleHtml: `<!doctype html><p>${text}</p>`,
    text,
    sourceGz: Buffer.from(`source of ${text}`),
    meta: contentMeta(record, options),
  });
  await store.commit({ articles: new Map([[id, () => ({ ...record, files })]]) });
  return id;
}

export async function retitle({ store }: OpenedLibrary, id: string, title: string): Promise<number> {
  const edit = (record: ArticleRecord | null) => (record ? { ...record, title } : null);
  return (await store.commit({ articles: new Map([[id, edit]]) })).seq;
}

/** Everything the library holds, for comparing. */
export async function contentsOf({ store }: OpenedLibrary): Promise<unknown> {
  const articles: Record<string, ArticleRecord> = {};
  const tombstones: string[] = [];
  for await (const found of store.scan()) {
    for (const article of found.articles) articles[article.id] = article;
    tombstones.push(...found.tombstones.map(({ id }) => id));
  }
  return { articles, tombstones: tombstones.sort(), library: store.library };
}

export function systemError(code: string, more: { bytesWritten?: number } = {}): Error {
  return Object.assign(new Error(`${code}: simulated`), { code, ...more });
}
