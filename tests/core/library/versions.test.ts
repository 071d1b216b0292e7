import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../electron/core/errors.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
let id: string;
const PAGE = 'https://example.com/a';
beforeEach(async () => {
  library = await testLibrary();
  [id = ''] = await library.save('a');
});
afterEach(() => library.close());

const renew = (what: 'again' | 'complete' | 'reextract') => library.call('capture.renewNow', { id, what });
const versions = async () => (await library.call('articles.versions', { id })).versions;
const file = (name: string) => readFile(join(library.root, 'content', id.slice(0, 4), id, name), 'utf8');

describe('saving an article again', () => {
  it('makes no version where nothing changed', async () => {
    expect(await renew('again')).toMatchObject({ changed: false });
    expect(await versions()).toEqual([]);
    expect(library.seen('content')).toEqual([]);
  });

  it('keeps what it was as plain files, takes the new words in, and leaves what is the person’s', async () => {
    await library.call('articles.setFlags', { ids: [id], flags: { starred: true, read: true } });
    await library.call('articles.tag', { ids: [id], add: ['kept'] });
    await library.call('articles.edit', { id, title: 'My own title' });
    await library.call('articles.setPosition', { id, position: { fraction: 0.5, block: 0, prefix: 'Once' } });
    library.web.texts.set(PAGE, 'Another ending.');
    expect(await renew('again')).toMatchObject({ changed: true, article: { title: 'My own title', starred: true, tags: ['kept'] } });
    expect(await versions()).toMatchObject([{ n: 1, replacedBy: 'again', title: 'My own title' }]);
    expect(await file('text.txt')).toBe('Another ending.');
    expect(await file('versions/1/text.txt')).toBe(`Once upon a time. ${PAGE}`);
    expect((await library.call('articles.version', { id, n: 1 })).text).toBe(`Once upon a time. ${PAGE}`);
    const record = await library.record(id);
    expect(record).toMatchObject({ read: true, position: { fraction: 0.5 } });
    expect(Object.keys(record.versions?.[0]?.files ?? {}).sort()).toEqual(['article.html', 'meta.json', 'source.html.gz', 'text.txt']);
    expect(library.seen('content')).toEqual([{ type: 'content', ids: [id] }]);
    expect(library.index.documents.get(id)?.text).toBe('Another ending.');
  });

  it('keeps every version, and makes an earlier one the article again', async () => {
    for (const words of ['Two.', 'Three.']) {
      library.web.texts.set(PAGE, words);
      await renew('again');
    }
    await library.call('articles.restoreVersion', { id, n: 1 });
    expect(await file('text.txt')).toBe(`Once upon a time. ${PAGE}`);
    expect((await versions()).map(({ n, replacedBy }) => [n, replacedBy])).toEqual([
      [2, 'again'],
      [3, 'restore'],
    ]);
    expect((await library.call('articles.version', { id, n: 3 })).text).toBe('Three.');
    await expect(library.call('articles.version', { id, n: 1 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leaves the article as it is where it fails', async () => {
    library.web.failures.set(PAGE, new AppError('http-error', 'It is gone.', { details: { status: 404 } }));
    await expect(renew('again')).rejects.toMatchObject({ code: 'http-error' });
    expect(await file('text.txt')).toBe(`Once upon a time. ${PAGE}`);
  });

  it('is undone on the next opening where a crash cut the exchange of files off', async () => {
    library.web.texts.set(PAGE, 'Half.');
    const { store, content } = library.opened;
    const html = await content.readHtml(id);
    await content.keepVersion(id, 1, html);
    await store.commit({
      library: (draft) => void (draft.facts = { ...draft.facts, [`replacing:${id}`]: { id: `replacing:${id}`, value: 1 } }),
    });
    const meta = await content.readMeta(id);
    await content.write(id, { articleHtml: '<p>Half', text: 'Half.', sourceGz: null, meta });
    await library.service.close();
    await library.opened.close();
    const next = await testLibrary({ root: library.root });
    expect(await next.opened.content.readText(id)).toBe(`Once upon a time. ${PAGE}`);
    expect(Object.keys(next.opened.store.library.facts)).not.toContain(`replacing:${id}`);
    expect((await next.record(id)).files['text.txt']).toBeDefined();
    await next.close();
  });
});

describe('what is missing', () => {
  it('is fetched again, without a new version, and told where it is missing still', async () => {
    library.web.pictures.set('https://example.com/1.png', false);
    const [other = ''] = await library.save('b');
    id = other;
    expect((await library.record(id)).receipt.status).toBe('partial');
    expect(await renew('complete')).toMatchObject({ changed: false, incomplete: true });
    library.web.pictures.set('https://example.com/1.png', true);
    expect(await renew('complete')).toMatchObject({ changed: true, incomplete: false });
    expect((await library.record(id)).receipt).toMatchObject({ status: 'complete', images: 1, imagesStored: 1 });
    expect(await versions()).toEqual([]);
  });

  it('is nothing where everything is there', async () => {
    expect(await renew('complete')).toMatchObject({ changed: false, incomplete: false });
    expect(library.web.asked).toEqual([PAGE]);
  });
});

describe('extracting again', () => {
  it('takes the kept page, asks the web for nothing, and keeps the old result', async () => {
    expect(await renew('reextract')).toMatchObject({ changed: false });
    library.web.texts.set(PAGE, 'Better found.');
    const { jobs } = await library.call('capture.renew', { ids: [id], what: 'reextract' });
    expect(jobs).toMatchObject([{ kind: 'reextract' }]);
    await expect.poll(async () => (await library.call('jobs.list', {})).jobs.at(-1)?.state).toBe('done');
    expect(await versions()).toMatchObject([{ replacedBy: 'reextract' }]);
    expect(library.web.asked).toEqual([PAGE]);
  });
});
