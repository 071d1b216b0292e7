import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../electron/core/errors.ts';
import type { FeedAnswer } from '../../../electron/core/feeds/types.ts';
import { feedOf, itemOf } from '../../helpers/memory-feeds.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

const FEED = 'https://example.org/feed';
let library: TestLibrary;

beforeEach(async () => {
  library = await testLibrary();
});
afterEach(() => library.close());

const setFeed = (...names: string[]): void =>
  void library.feeds.feeds.set(
    FEED,
    feedOf(
      'Example',
      names.map((name) => itemOf(name)),
    ),
  );
const subscribe = async (input: { items?: number; settings?: object } = {}) =>
  library.call('feeds.add', { url: FEED, wait: true, ...input });
const refresh = async () => (await library.call('feeds.refresh', { wait: true })).results[0];
const articles = async () => {
  const { articles: all } = (await library.state()) as {
    articles: { id: string; title: string; read: boolean; trashedAt: string | null; url: string; feeds?: { feedId: string }[] }[];
  };
  return all;
};

describe('a feed that is added', () => {
  it('saves the pages of its newest items and leaves the rest for later', async () => {
    setFeed('e', 'd', 'c', 'b', 'a');
    const { feed, result } = await subscribe({ items: 2 });
    expect(result).toMatchObject({ outcome: 'new-items', added: 2 });
    expect(library.web.asked.sort()).toEqual(['https://example.org/d', 'https://example.org/e']);
    expect(feed).toMatchObject({ title: 'Example', older: 3, health: { state: 'ok' } });
    const more = await library.call('feeds.loadOlder', { id: feed.id, count: 2, wait: true });
    expect(more.results[0]).toMatchObject({ added: 2 });
    expect((await library.call('feeds.list', {})).feeds[0]).toMatchObject({ older: 1 });
    expect(await articles()).toHaveLength(4);
  });

  it('is the feed that is there when it is added again', async () => {
    setFeed('a');
    const { feed } = await subscribe();
    expect(await library.call('feeds.add', { url: `${FEED}/` })).toMatchObject({ existing: true, feed: { id: feed.id } });
  });

  it('can be undone', async () => {
    setFeed('a');
    await subscribe();
    await library.call('undo.undo', {});
    expect((await library.call('feeds.list', {})).feeds).toEqual([]);
  });
});

describe('a refresh', () => {
  it('asks with a condition and brings nothing where nothing changed', async () => {
    setFeed('a');
    await subscribe();
    expect(await refresh()).toMatchObject({ outcome: 'nothing-new' });
    expect(library.feeds.asked.at(-1)?.etag).toBe('"guid-a"');
    expect(await articles()).toHaveLength(1);
  });

  it('saves each new item once, also when guids change', async () => {
    setFeed('a');
    await subscribe();
    const [first] = await articles();
    await library.call('articles.setFlags', { ids: [first?.id ?? ''], flags: { read: true } });
    library.feeds.feeds.set(FEED, feedOf('Example', [itemOf('b'), itemOf('a', { guid: 'another', title: 'Renamed' })]));
    expect(await refresh()).toMatchObject({ added: 1, known: 0 });
    const after = await articles();
    expect(after).toHaveLength(2);
    expect(after.find(({ id }) => id === first?.id)?.read).toBe(true);
  });

  it('takes in what the feed has changed of an item, and keeps what it was as a version', async () => {
    const PAGE = 'https://example.org/a';
    const set = (html: string, more = {}): void =>
      void library.feeds.feeds.set(FEED, (): FeedAnswer => {
        const feed = feedOf('Example', [itemOf('a', { html, ...more }), itemOf('b')]);
        return { kind: 'feed', url: FEED, moved: false, feed, etag: null, lastModified: null, freshFor: null };
      });
    set('<p>First words.</p>');
    await subscribe();
    const id = (await articles()).find(({ url }) => url === PAGE)?.id ?? '';
    await library.call('articles.setFlags', { ids: [id], flags: { read: true, starred: true } });
    library.web.asked.splice(0);

    // What changes by itself is no change.
    set('<p class="n7">First  words. <img src="/counter?8"></p>');
    expect(await refresh()).toMatchObject({ outcome: 'nothing-new' });
    expect(library.web.asked).toEqual([]);

    library.web.texts.set(PAGE, 'Corrected words.');
    set('<p>Corrected words.</p>');
    expect(await refresh()).toMatchObject({ outcome: 'nothing-new', updated: 1 });
    expect(library.web.asked).toEqual([PAGE]);
    expect((await library.call('articles.versions', { id })).versions).toMatchObject([{ n: 1, replacedBy: 'again' }]);
    expect(await library.opened.content.readText(id)).toBe('Corrected words.');
    expect(await library.record(id)).toMatchObject({ read: true, starred: true });
    expect(await articles()).toHaveLength(2);

    // A page that cannot be had leaves the article as it is, and is asked again with the next reading.
    library.web.failures.set(PAGE, new AppError('http-error', 'Gone (404).', { retryable: false }));
    set('<p>Corrected words.</p>', { updatedAt: '2024-06-02T00:00:00.000Z' });
    expect((await refresh())?.updated).toBeUndefined();
    expect(library.feeds.taken).toEqual([]);
    library.web.failures.delete(PAGE);
    library.web.texts.set(PAGE, 'Corrected once more.');
    expect(await refresh()).toMatchObject({ updated: 1 });
    expect(await refresh()).not.toHaveProperty('updated');

    await library.call('articles.trash', { ids: [id] });
    library.web.texts.set(PAGE, 'In vain.');
    set('<p>Corrected words.</p>', { updatedAt: '2024-06-03T00:00:00.000Z' });
    expect(await refresh()).not.toHaveProperty('updated');
    expect(await library.opened.content.readText(id)).toBe('Corrected once more.');
  });

  it('brings nothing back that was deleted for good', async () => {
    setFeed('a');
    await subscribe();
    const ids = (await articles()).map(({ id }) => id);
    await library.call('articles.trash', { ids });
    await library.call('articles.purge', { ids });
    setFeed('b', 'a');
    expect(await refresh()).toMatchObject({ added: 1 });
    expect((await articles()).map(({ title }) => title)).toEqual(['Item b']);
  });

  it('leaves an article that another feed brings again in the trash, and names both feeds', async () => {
    setFeed('a');
    const { feed } = await subscribe();
    const [first] = await articles();
    await library.call('articles.setFlags', { ids: [first?.id ?? ''], flags: { read: true } });
    await library.call('articles.trash', { ids: [first?.id ?? ''] });
    const other = 'https://other.example/rss';
    library.feeds.feeds.set(other, feedOf('Other', [itemOf('x', { link: 'https://example.org/a?utm_source=other' })]));
    const added = await library.call('feeds.add', { url: other, wait: true });
    expect(added.result).toMatchObject({ added: 0, known: 1 });
    const [same, none] = await articles();
    expect(none).toBeUndefined();
    expect(same).toMatchObject({ read: true, trashedAt: expect.any(String) as string });
    expect(same?.feeds?.map(({ feedId }) => feedId)).toEqual([feed.id, added.feed.id]);
  });

  it('tries a page again with the next refresh, and takes the feed’s text at the third failure', async () => {
    library.web.failures.set('https://example.org/a', new AppError('timed-out', 'Too slow.'));
    setFeed('a');
    const { result } = await subscribe();
    expect(result).toMatchObject({ added: 0, waiting: 1 });
    expect(await refresh()).toMatchObject({ waiting: 1 });
    expect(library.feeds.asked.at(-1)?.etag).toBeNull();
    expect(await refresh()).toMatchObject({ added: 1 });
    expect(library.feeds.taken).toEqual([{ title: 'Item a', instead: 'Too slow.' }]);
  });

  it('takes the feed’s own text at once where the page is gone or full text is off', async () => {
    library.web.failures.set('https://example.org/a', new AppError('http-error', 'Gone (404).', { retryable: false }));
    setFeed('a');
    await subscribe({ settings: { fullText: true } });
    expect(library.feeds.taken).toEqual([{ title: 'Item a', instead: 'Gone (404).' }]);
    await library.call('feeds.edit', { ids: [(await library.call('feeds.list', {})).feeds[0]?.id ?? ''], settings: { fullText: false } });
    setFeed('b', 'a');
    await refresh();
    expect(library.feeds.taken.at(-1)).toEqual({ title: 'Item b', instead: null });
    expect(library.web.asked).toEqual(['https://example.org/a']);
  });

  it('gives new articles the feed’s tags and collections', async () => {
    setFeed('a');
    await subscribe({ settings: { tags: ['Ships'], collections: ['News / Harbour'] } });
    const json = await library.call('articles.json', { ids: (await articles()).map(({ id }) => id) });
    expect(json.articles[0]).toMatchObject({ tags: ['Ships'], collections: ['News / Harbour'] });
  });
});

describe('health', () => {
  it('says since when a feed fails, and offers the feed that its site has now', async () => {
    setFeed('a');
    await subscribe();
    library.feeds.feeds.delete(FEED);
    library.feeds.pages.set('https://example.org/', {
      isPage: true,
      title: 'Example',
      feeds: [{ url: 'https://example.org/new.xml', title: 'New' }],
      icons: [],
    });
    expect(await refresh()).toMatchObject({ outcome: 'failed' });
    const [feed] = (await library.call('feeds.list', {})).feeds;
    expect(feed?.health).toMatchObject({
      state: 'failing',
      status: 404,
      since: '2024-06-01T10:00:00.000Z',
      fix: { kind: 'use-address', url: 'https://example.org/new.xml' },
    });
    library.feeds.feeds.set('https://example.org/new.xml', feedOf('Example', [itemOf('b'), itemOf('a')]));
    await library.call('feeds.edit', { ids: [feed?.id ?? ''], url: 'https://example.org/new.xml' });
    expect(await refresh()).toMatchObject({ added: 1 });
    expect((await library.call('feeds.list', {})).feeds[0]?.health).toMatchObject({ state: 'ok', since: null });
  });

  it('waits longer after every failure, and as long as the server asks', async () => {
    library.feeds.feeds.set(FEED, feedOf('Example', []));
    await subscribe();
    const wait = async (error: AppError): Promise<number> => {
      library.feeds.feeds.set(FEED, error);
      await refresh();
      const [feed] = (await library.call('feeds.list', {})).feeds;
      return (Date.parse(feed?.nextAt ?? '') - library.time.now) / 60_000;
    };
    const broken = new AppError('connection-failed', 'Broken.');
    const waits = [await wait(broken), await wait(broken), await wait(broken)];
    expect(waits[1]).toBeGreaterThan(waits[0] ?? NaN);
    expect(waits[2]).toBeGreaterThan(waits[1] ?? NaN);
    const asked = await wait(new AppError('http-error', 'Wait (429).', { details: { status: 429, retryAfter: 3 * 86_400 } }));
    expect(asked).toBe(3 * 24 * 60);
  });

  it('asks a feed that is gone (410) no more by itself', async () => {
    setFeed('a');
    await subscribe();
    library.feeds.feeds.set(FEED, new AppError('http-error', 'Gone (410).', { details: { status: 410 } }));
    await refresh();
    expect((await library.call('feeds.list', {})).feeds[0]?.health.state).toBe('gone');
  });

  it('follows a permanent redirect', async () => {
    library.feeds.feeds.set(FEED, () => ({
      kind: 'feed',
      url: 'https://example.org/moved',
      moved: true,
      feed: feedOf('Example', [itemOf('a')]),
      etag: null,
      lastModified: null,
      freshFor: null,
    }));
    const { feed } = await subscribe();
    expect(feed.url).toBe('https://example.org/moved');
  });
});

describe('what survives', () => {
  it('a restart: nothing is saved twice, and the condition is still known', async () => {
    setFeed('b', 'a');
    const root = library.root;
    await subscribe();
    await library.service.close();
    await library.opened.close();
    const again = await testLibrary({ root });
    try {
      again.feeds.feeds.set(FEED, feedOf('Example', [itemOf('c'), itemOf('b'), itemOf('a')]));
      const { results } = await again.call('feeds.refresh', { wait: true });
      expect(again.feeds.asked[0]?.etag).toBe('"guid-b,guid-a"');
      expect(results[0]).toMatchObject({ added: 1 });
      expect(((await again.state()) as { articles: unknown[] }).articles).toHaveLength(3);
    } finally {
      await again.close();
      library = await testLibrary();
    }
  });
});

describe('getting ready for offline', () => {
  it('brings what is new, and ends well when every article is whole', async () => {
    setFeed('a');
    const { feed } = await subscribe();
    setFeed('b', 'a');
    const { job } = await library.call('feeds.prepareOffline', { feeds: [feed.id] });
    await expect.poll(async () => (await library.call('jobs.list', {})).jobs.find(({ id }) => id === job.id)?.state).toBe('done');
    expect(await articles()).toHaveLength(2);
  });
});
