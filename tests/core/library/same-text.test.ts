import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { realCaptureLibrary } from '../../helpers/real-capture-library.ts';
import type { TestLibrary } from '../../helpers/test-library.ts';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';

let library: TestLibrary;
let web: WebServer;
beforeAll(async () => {
  web = await startWebServer();
});
afterAll(() => web.close());
beforeEach(async () => {
  library = await realCaptureLibrary();
});
afterEach(() => library.close());

const story = (over: { title?: string; published?: string; words?: string; paragraphs?: number } = {}): string => {
  const { title = 'The ferry', published = '2024-05-01', words = 'leaves the old harbour every morning', paragraphs = 6 } = over;
  const text = `<p>The ferry ${words}, and comes back before the lamps of the mole are lit, whatever the wind does.</p>`.repeat(paragraphs);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="article:published_time" content="${published}"></head><body><article><h1>${title}</h1>${text}</article></body></html>`;
};
const save = async (path: string) =>
  (await library.call('capture.save', { input: { kind: 'url', url: web.url(path) }, tags: [path.slice(1)] })).article;

describe('the same text under another address', () => {
  it('is the article that is there, which is found by both addresses from then on', async () => {
    for (const path of ['/print', '/ferry']) web.on(path, story());
    const first = await save('/ferry');
    const second = await save('/print');
    expect(second).toMatchObject({ id: first.id, existing: true, tags: ['ferry', 'print'] });
    expect(await library.call('capture.lookup', { url: web.url('/print') })).toEqual({ id: first.id });
    expect((await library.call('articles.get', { id: first.id })).otherUrls).toEqual([web.url('/print')]);
    expect(library.index.documents.size).toBe(1);
    web.forget();
    expect(await save('/print')).toMatchObject({ id: first.id, existing: true });
    expect(web.requests).toEqual([]);
  });

  it('says under which title it is saved already', async () => {
    for (const path of ['/print', '/ferry']) web.on(path, story());
    await save('/ferry');
    const { jobs } = await library.call('capture.start', { inputs: [{ kind: 'url', url: web.url('/print') }] });
    await vi.waitFor(async () => {
      const { jobs: now } = await library.call('jobs.list', {});
      expect(now.find(({ id }) => id === jobs[0]?.id)).toMatchObject({ state: 'done', existing: true, savedAs: 'The ferry' });
    });
  });

  it('is found among those that are saved at the same moment, too', async () => {
    for (const path of ['/a', '/b', '/c', '/d']) web.on(path, story());
    const saved = await Promise.all(['/a', '/b', '/c', '/d'].map(save));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    expect((await library.call('articles.get', { id: saved[0]?.id ?? '' })).otherUrls).toHaveLength(3);
  });

  it('is found where the person gave the article another title', async () => {
    for (const path of ['/print', '/ferry']) web.on(path, story());
    const { id } = await save('/ferry');
    await library.call('articles.edit', { id, title: 'My own title' });
    expect(await save('/print')).toMatchObject({ id, existing: true, title: 'My own title' });
  });

  it.each<[string, string]>([
    ['has another title', story({ title: 'The other ferry' })],
    ['was published on another day', story({ published: '2024-05-02' })],
    ['has other words', story({ words: 'leaves the new harbour every morning' })],
  ])('is another article where it %s', async (_, other) => {
    web.on('/ferry', story());
    web.on('/other', other);
    const first = await save('/ferry');
    const second = await save('/other');
    expect(second.existing).toBeUndefined();
    expect(second.id).not.toBe(first.id);
  });

  it('says nothing where the text is short, as a notice is', async () => {
    for (const path of ['/a', '/b']) web.on(path, story({ paragraphs: 2 }));
    const first = await save('/a');
    expect((await save('/b')).id).not.toBe(first.id);
  });
});
