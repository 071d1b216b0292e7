import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostInfo } from '../../../electron/adapters/threads/host-info.ts';
import { openLibraryHost, type LibraryHost } from '../../../electron/adapters/threads/library-host.ts';
import { METHODS, type MethodInput, type MethodName, type MethodOutput } from '../../../electron/contract/methods.ts';

let folder: string;
let host: LibraryHost | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-samples-'));
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});

const close = async (): Promise<void> => {
  await host?.close();
  host = null;
};
const open = async (samples: boolean): Promise<void> => {
  host = await openLibraryHost({
    root: join(folder, 'library'),
    info: hostInfo('headless'),
    samples,
    host: { openExternal: async () => undefined },
  });
};
const call = async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
  const result = await host?.app.dispatch(method, input);
  if (!result?.ok) throw new Error(result?.error.message ?? 'There is no library.');
  return METHODS[method].output.parse(result.value) as MethodOutput<M>;
};
const all = () => call('articles.list', { view: { kind: 'all' } });

describe('the samples', () => {
  it('come with the first start, whole, in several scripts, the tour on top', async () => {
    await open(true);
    await expect.poll(async () => (await all()).total, { timeout: 60_000, interval: 200 }).toBe(7);
    const { rows } = await all();
    expect(rows[0]?.title).toBe('Welcome to Offprint: a short tour');
    expect(rows.map(({ lang }) => lang).sort()).toEqual(['ar', 'az', 'de', 'en', 'en', 'ja', 'tr']);
    for (const row of rows) {
      const { id, source, byline, publishedAt, wordCount, receipt, lang, dir } = row;
      expect({ id, source, status: receipt.status, truncated: receipt.truncated }).toEqual({
        id,
        source: 'Offprint',
        status: 'complete',
        truncated: false,
      });
      expect(receipt.imagesStored).toBe(receipt.images);
      expect(wordCount).toBeGreaterThanOrEqual(400);
      expect(publishedAt).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(dir).toBe(lang === 'ar' ? 'rtl' : 'ltr');
      if (id !== rows[0]?.id) expect(byline).not.toBeNull();
    }
    expect(rows.filter(({ receipt }) => receipt.images > 0)).toHaveLength(2);
    const { html } = await call('articles.content', { id: rows[0]?.id ?? '' });
    for (const part of ['<h2', '<ol>', '<blockquote>', '<table>', '<pre>', '<sup>', '<figure>', '<kbd>', 'src="/images/'])
      expect(html).toContain(part);
    for (const query of ['turkiye', 'cay', 'kitabxana', 'القراءة', '積ん読', 'Zettel', 'umbrella']) {
      expect((await call('articles.list', { view: { kind: 'all' }, query })).total, query).toBeGreaterThan(0);
    }
  });

  it('do not come back once deleted, nor twice', async () => {
    await open(true);
    await expect.poll(async () => (await all()).total, { timeout: 60_000, interval: 200 }).toBe(7);
    const { ids } = await call('articles.ids', { view: { kind: 'all' } });
    await call('articles.trash', { ids });
    await call('articles.purge', { ids });
    await close();
    await open(true);
    await call('library.ready', {});
    expect((await call('library.verify', {})).checked.articles).toBe(0);
  });

  it('do not come with the command line, nor into a library that holds articles', async () => {
    await open(false);
    await call('library.ready', {});
    await call('capture.save', {
      input: { kind: 'text', text: 'A note of my own.\n\nIt is short, but it is mine, and it was here first.' },
    });
    await close();
    await open(true);
    await expect.poll(async () => JSON.stringify(await facts()), { timeout: 20_000 }).toContain('samples-added');
    expect((await all()).total).toBe(1);
  });
});

/** The journal and the document of the library's own tables, as text. */
async function facts(): Promise<string> {
  const root = join(folder, 'library');
  const names = (await readdir(join(root, 'journal'))).map((name) => join(root, 'journal', name));
  const texts = await Promise.all([join(root, 'library.json'), ...names].map((path) => readFile(path, 'utf8').catch(() => '')));
  return texts.join('\n');
}
