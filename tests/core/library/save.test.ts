import { gunzipSync } from 'node:zlib';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { articleJsonSchema, articleDetailSchema } from '../../../electron/contract/entities.ts';
import { AppError } from '../../../electron/core/errors.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
beforeEach(async () => {
  library = await testLibrary();
});
afterEach(() => library.close());

const save = (url: string, options: { tags?: string[]; collections?: string[] } = {}) =>
  library.call('capture.save', { input: { kind: 'url', url }, ...options });

describe('a saved article', () => {
  it('is whole on disk: document, text, source, record', async () => {
    const { article } = await save('https://example.com/a', { tags: ['News'], collections: ['World / Turkey', 'Later'] });
    articleJsonSchema.parse(article);
    expect(article).toMatchObject({ tags: ['News'], collections: ['World / Turkey', 'Later'], publishedAt: '2024-05-01' });
    expect(article.existing).toBeUndefined();
    const detail = await library.call('articles.get', { id: article.id });
    articleDetailSchema.parse(detail);
    const folder = join(library.root, detail.folder);
    const html = await readFile(join(folder, 'article.html'), 'utf8');
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('<title>Story of https://example.com/a</title>');
    expect(html).toContain('Ada Reader');
    expect(await readFile(join(folder, 'text.txt'), 'utf8')).toBe('Once upon a time. https://example.com/a');
    expect(gunzipSync(await readFile(join(folder, 'source.html.gz'))).toString()).toBe('<p>Once upon a time.</p>');
    expect(detail.fullReceipt?.steps.map(({ name }) => name)).toEqual(['fetch', 'store']);
    expect(Object.keys(detail.fullReceipt?.hashes ?? {}).sort()).toEqual(['article.html', 'source.html.gz', 'text.txt']);
    expect(detail.receipt.bytes).toBe(detail.fullReceipt?.bytes);
    const meta = JSON.parse(await readFile(join(folder, 'meta.json'), 'utf8')) as { tagNames: string[]; collectionPaths: string[] };
    expect(meta).toMatchObject({ tagNames: ['News'], collectionPaths: ['World / Turkey', 'Later'] });
    expect(library.index.documents.get(article.id)?.text).toContain('Once upon a time.');
    expect(library.seen('articles').at(-1)).toMatchObject({ added: [article.id], removed: [], more: false });
  });

  it('has a millisecond of its own', async () => {
    const ids = await library.save('a', 'b', 'c');
    const stamps = await Promise.all(ids.map(async (id) => (await library.record(id)).savedAt));
    expect(new Set(stamps).size).toBe(3);
    expect(stamps[0]).toBe('2024-06-01T10:00:00.000Z');
  });
});

describe('a known address', () => {
  it('is answered with the article that is there, without asking the web', async () => {
    const { article } = await save('https://example.com/a?id=7');
    for (const url of [
      'https://example.com/a?id=7',
      'http://www.example.com/a/?id=7&utm_source=mail#top',
      ' https://EXAMPLE.com/a?id=7 ',
    ]) {
      expect((await save(url)).article).toMatchObject({ id: article.id, existing: true });
      expect(await library.call('capture.lookup', { url })).toEqual({ id: article.id });
    }
    expect(library.web.asked).toHaveLength(1);
    expect((await save('https://example.com/a?id=8')).article.id).not.toBe(article.id);
  });

  it('gets the tags and collections it is saved with', async () => {
    const { article } = await save('https://example.com/a', { tags: ['one'] });
    expect((await save('https://example.com/a', { tags: ['two', 'ONE'], collections: ['C'] })).article).toMatchObject({
      id: article.id,
      tags: ['one', 'two'],
      collections: ['C'],
    });
  });

  it('comes back from the trash', async () => {
    const { article } = await save('https://example.com/a');
    await library.call('articles.trash', { ids: [article.id] });
    expect((await save('https://example.com/a')).article).toMatchObject({ id: article.id, existing: true });
    expect((await library.record(article.id)).trashedAt).toBeNull();
  });

  it('is saved anew after it was purged', async () => {
    const { article } = await save('https://example.com/a');
    await library.call('articles.trash', { ids: [article.id] });
    expect(await library.call('articles.purge', { ids: [article.id] })).toEqual({ purged: 1 });
    const again = await save('https://example.com/a');
    expect(again.article.id).not.toBe(article.id);
    expect(again.article.existing).toBeUndefined();
  });

  it('is known by where it led to', async () => {
    library.web.aliases.set('https://short.example/x', ['https://example.com/long/story']);
    const { article } = await save('https://short.example/x');
    expect((await save('https://example.com/long/story')).article.id).toBe(article.id);
    library.web.aliases.set('https://other.example/y', ['https://example.com/long/story']);
    expect((await save('https://other.example/y')).article).toMatchObject({ id: article.id, existing: true });
  });

  it('is not what a page calls its own by mistake: a front page', async () => {
    library.web.aliases.set('https://example.com/a', ['https://example.com/']);
    library.web.aliases.set('https://example.com/b', ['https://example.com']);
    const a = await save('https://example.com/a');
    const b = await save('https://example.com/b');
    expect(b.article.id).not.toBe(a.article.id);
    expect((await save('https://example.com/')).article.existing).toBeUndefined();
  });

  it('reached twice at the same time is one article', async () => {
    library.web.aliases.set('https://a.example/1', ['https://example.com/same']);
    library.web.aliases.set('https://b.example/2', ['https://example.com/same']);
    const both = await Promise.all([save('https://a.example/1', { tags: ['a'] }), save('https://b.example/2', { tags: ['b'] })]);
    expect(both[0].article.id).toBe(both[1].article.id);
    expect(both.filter(({ article }) => article.existing)).toHaveLength(1);
    const { tags } = await library.call('articles.get', { id: both[0].article.id });
    expect(tags.map(({ name }) => name).sort()).toEqual(['a', 'b']);
    expect(library.index.documents.size).toBe(1);
  });

  it('asked for twice at the same time is fetched once', async () => {
    const both = await Promise.all([save('https://example.com/a'), save('https://example.com/a')]);
    expect(library.web.asked).toHaveLength(1);
    expect(both[0].article.id).toBe(both[1].article.id);
    expect(both[1].article.existing).toBe(true);
  });

  it('is known again after the library was closed and opened', async () => {
    const { article } = await save('https://example.com/a');
    await library.service.close();
    await library.opened.close();
    const again = await testLibrary({ root: library.root, index: library.index });
    expect((await again.call('capture.save', { input: { kind: 'url', url: 'https://example.com/a' } })).article).toMatchObject({
      id: article.id,
      existing: true,
    });
    await again.close();
  });
});

describe('a save that fails', () => {
  it('leaves nothing behind and says why', async () => {
    library.web.failures.set(
      'https://example.com/a',
      new AppError('http-error', 'The page is not there (404).', { details: { status: 404 } }),
    );
    const before = await library.state();
    await expect(save('https://example.com/a')).rejects.toMatchObject({ code: 'http-error', details: { status: 404 } });
    expect(await library.state()).toEqual(before);
    expect(await library.call('capture.lookup', { url: 'https://example.com/a' })).toEqual({ id: null });
  });

  it.each(['not a url', 'ftp://example.com/a', 'file:///etc/passwd', '', 'javascript:alert(1)'])(
    'refuses %j before asking the web',
    async (url) => {
      await expect(save(url)).rejects.toMatchObject({ code: 'unsupported-address' });
      expect(library.web.asked).toEqual([]);
      expect(await library.call('capture.lookup', { url })).toEqual({ id: null });
    },
  );
});

describe('the trash', () => {
  it('is emptied of what is older than thirty days, and of nothing else', async () => {
    await library.close();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      library = await testLibrary();
      const [old = '', young = '', kept = ''] = await library.save('old', 'young', 'kept');
      await library.call('articles.trash', { ids: [old] });
      library.time.now += 2 * 86_400_000;
      await library.call('articles.trash', { ids: [young] });
      library.time.now += 29 * 86_400_000;
      // A minute after opening the trash is looked through.
      vi.advanceTimersByTime(60_000);
      vi.useRealTimers();
      await expect.poll(() => library.opened.store.get(old)).toBeNull();
      expect(await library.opened.store.get(young)).toMatchObject({ id: young });
      expect(await library.opened.store.get(kept)).toMatchObject({ id: kept });
    } finally {
      vi.useRealTimers();
    }
  });

  it('is the only place from which an article is deleted for good', async () => {
    const [kept = ''] = await library.save('kept');
    expect(await library.call('articles.purge', { ids: [kept] })).toEqual({ purged: 0 });
    expect(await library.opened.store.get(kept)).not.toBeNull();
  });

  it('gives the folder back to the disk', async () => {
    const [id = ''] = await library.save('a');
    const { folder } = await library.call('articles.get', { id });
    await library.call('articles.trash', { ids: [id] });
    await readFile(join(library.root, folder, 'article.html'));
    await library.call('articles.purge', { ids: [id] });
    await expect(readFile(join(library.root, folder, 'article.html'))).rejects.toThrow(/ENOENT/);
    expect(library.index.documents.has(id)).toBe(false);
    await expect(library.call('articles.get', { id })).rejects.toMatchObject({ code: 'not-found' });
  });
});
