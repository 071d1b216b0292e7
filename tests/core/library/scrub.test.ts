import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StoredFileCheck } from '../../../electron/adapters/store/file-check.ts';
import { Scrub } from '../../../electron/core/library/scrub.ts';
import type { FileCheck } from '../../../electron/core/ports.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

/** A background that begins at once and hardly pauses. */
const EAGER = { after: 0, pause: 1, quiet: 5, rest: 1_000_000 };
/** A background that never begins by itself. */
const NEVER = { after: 1_000_000, pause: 1, quiet: 1, rest: 1 };

let library: TestLibrary;
let a: string;
let b: string;
let c: string;
let image: string;
beforeEach(async () => {
  library = await testLibrary({ service: { scrubPace: NEVER } });
  [a = '', b = '', c = ''] = await library.save('a', 'b', 'c');
  const { store, content } = library.opened;
  image = (await content.putImage(Buffer.from('a picture'), 'png')).path;
  await store.commit({ articles: new Map([[b, (record) => record && { ...record, images: [image], leadImage: image }]]) });
});
afterEach(() => library.close());

const path = (id: string, name: string) => `content/${id.slice(0, 4)}/${id}/${name}`;
const inLibrary = (name: string) => join(library.root, ...name.split('/'));
const health = () => library.call('library.health', {});
const scrub = (all = true) => library.call('library.scrub', { all });
/** One wrong bit in the middle, the size as before. */
async function alter(name: string): Promise<Buffer> {
  const good = await readFile(inLibrary(name));
  const bytes = Buffer.from(good);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 4;
  await writeFile(inLibrary(name), bytes);
  return good;
}
async function reopen(scrubPace = NEVER): Promise<void> {
  await library.service.close();
  await library.opened.close();
  library = await testLibrary({ root: library.root, index: library.index, service: { scrubPace } });
}

describe('the scrub', () => {
  it('says that all is well where it is', async () => {
    expect(await health()).toEqual({ lastScrubAt: null, scrubbedArticles: 0, totalArticles: 3, damaged: [], missing: [], running: false });
    const found = await scrub();
    expect(found).toMatchObject({ lastScrubAt: '2024-06-01T10:00:00.000Z', scrubbedArticles: 3, damaged: [], missing: [] });
    expect((await library.call('jobs.list', {})).jobs.at(-1)).toMatchObject({ kind: 'scrub', state: 'done' });
  });

  it('finds a wrong bit in a text and in an image, and a file that is gone, and still knows after a restart', async () => {
    await alter(path(a, 'text.txt'));
    await alter(image);
    await rm(inLibrary(path(c, 'article.html')));
    const found = await scrub();
    expect(found.damaged).toHaveLength(2);
    const of = (id: string) => found.damaged.find(({ articleId }) => articleId === id);
    expect(of(a)).toMatchObject({ title: 'Story of https://example.com/a', path: path(a, 'text.txt') });
    expect(of(a)?.message).toMatch(/is not as it was saved/);
    expect(of(b)).toMatchObject({ path: image });
    expect(of(b)?.message).toMatch(/missing or damaged/);
    expect(found.missing).toMatchObject([{ articleId: c, path: path(c, 'article.html') }]);
    await reopen();
    expect(await health()).toEqual(found);
  });

  it('tells no longer what was put right, nor what was deleted for good', async () => {
    const good = await alter(image);
    await alter(path(a, 'text.txt'));
    expect((await scrub()).damaged).toHaveLength(2);
    await writeFile(inLibrary(image), good);
    expect((await health()).damaged).toMatchObject([{ articleId: a }]);
    await library.call('articles.trash', { ids: [a] });
    await library.call('articles.purge', { ids: [a] });
    expect((await health()).damaged).toEqual([]);
  });

  it('goes on where it was cut off, also after a restart', async () => {
    const looked: string[] = [];
    const run = async (after: number): Promise<void> => {
      const abort = new AbortController();
      const check = watched(looked, () => looked.length === after && abort.abort());
      await new Scrub({ store: library.opened.store, check, now: () => library.time.now, changed: () => undefined }).run({
        signal: abort.signal,
        breathe: async () => undefined,
      });
    };
    await run(2);
    await reopen();
    expect(await health()).toMatchObject({ lastScrubAt: null, scrubbedArticles: 2 });
    await run(-1);
    expect(looked).toEqual([a, b, c].sort());
  });

  it('begins anew where its own file is damaged', async () => {
    await scrub();
    await writeFile(inLibrary('cache/scrub.json'), '{"v":1,');
    await reopen();
    expect(await health()).toMatchObject({ lastScrubAt: null, scrubbedArticles: 0 });
    expect(await scrub(false)).toMatchObject({ scrubbedArticles: 3 });
  });
});

describe('the scrub in the background', () => {
  it('finds damage by itself and says so', async () => {
    await alter(path(a, 'text.txt'));
    await reopen(EAGER);
    await expect.poll(async () => (await health()).lastScrubAt).not.toBeNull();
    expect((await health()).damaged).toMatchObject([{ articleId: a }]);
    expect(library.seen('health').length).toBeGreaterThan(1);
  });

  it('does nothing while something is being saved', async () => {
    const looked: string[] = [];
    let release = (): void => undefined;
    await library.service.close();
    await library.opened.close();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      library = await testLibrary({ root: library.root, index: library.index, service: { scrubPace: { ...EAGER, after: 1_000 } } });
      vi.spyOn(StoredFileCheck.prototype, 'faultsOf').mockImplementation(async ({ id }) => {
        looked.push(id);
        return [];
      });
      library.web.hold = new Promise((resolve) => (release = resolve));
      const saving = library.save('d');
      await vi.waitFor(() => expect(library.web.running).toBe(1));
      await vi.advanceTimersByTimeAsync(60_000);
      expect(looked).toEqual([]);
      release();
      await saving;
      await vi.waitFor(async () => {
        await vi.advanceTimersByTimeAsync(1_000);
        expect(looked.length).toBeGreaterThan(2);
      });
    } finally {
      release();
      vi.restoreAllMocks();
      vi.useRealTimers();
    }
  });
});

/** Real comparisons that note which articles they were of. */
function watched(looked: string[], after: () => void): FileCheck {
  const check = new StoredFileCheck(library.opened.store);
  return {
    faultsOf: async (article, images, breathe) => {
      looked.push(article.id);
      const found = await check.faultsOf(article, images, breathe);
      after();
      return found;
    },
    recall: () => check.recall(),
    keep: (state) => check.keep(state),
  };
}
