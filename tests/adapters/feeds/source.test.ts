import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFeedSource } from '../../../electron/adapters/feeds/create-feed-source.ts';
import { workerPath } from '../../../electron/adapters/threads/worker-path.ts';
import type { FeedSource } from '../../../electron/core/feeds/feed-source.ts';
import type { FeedAnswer } from '../../../electron/core/feeds/types.ts';
import { feedSite, rssOf, type FeedSite } from '../../helpers/feed-site.ts';
import { itemOf } from '../../helpers/memory-feeds.ts';
import { png } from '../../helpers/images.ts';

const never = new AbortController().signal;
const LIMITS = { maxPage: 20_000_000, maxImage: 5_000_000, maxArticle: 50_000_000 };
let site: FeedSite;
let opened: { source: FeedSource; close(): Promise<void> };

beforeEach(async () => {
  site = await feedSite();
  opened = createFeedSource({
    content: { putImage: async (bytes, extension) => ({ path: `images/ab/picture.${extension}`, sha256: 'ab', bytes: bytes.length }) },
    workerPath: workerPath('feed'),
    timing: { fetch: { deadline: 3_000, idle: 500 } },
  });
});
afterEach(async () => {
  await opened.close();
  await site.close();
});

const read = (path: string, condition: { etag?: string; lastModified?: string } = {}): Promise<FeedAnswer> =>
  opened.source.read({ url: `${site.origin}${path}`, etag: condition.etag ?? null, lastModified: condition.lastModified ?? null }, never);

describe('reading a feed', () => {
  it('asks with both conditions and understands that nothing changed', async () => {
    site.on('/f', {
      type: 'text/xml',
      headers: { etag: '"1"', 'last-modified': 'Sat, 04 May 2024 10:00:00 GMT', 'cache-control': 'max-age=7200' },
      body: rssOf(site.origin, []),
    });
    const first = await read('/f');
    expect(first).toMatchObject({ kind: 'feed', etag: '"1"', lastModified: 'Sat, 04 May 2024 10:00:00 GMT', freshFor: 120, moved: false });
    expect(await read('/f', { etag: '"1"', lastModified: 'Sat, 04 May 2024 10:00:00 GMT' })).toMatchObject({ kind: 'unchanged' });
    expect(site.asked.at(-1)).toEqual({ path: '/f', etag: '"1"', since: 'Sat, 04 May 2024 10:00:00 GMT' });
  });

  it('tells permanent redirects from temporary ones', async () => {
    site.feed('/new', [{ name: 'a' }]);
    site.on('/old', { status: 301, headers: { location: '/older' } });
    site.on('/older', { status: 308, headers: { location: '/new' } });
    site.on('/for-now', { status: 302, headers: { location: '/old' } });
    expect(await read('/old')).toMatchObject({ moved: true, url: `${site.origin}/new` });
    expect(await read('/for-now')).toMatchObject({ moved: false, url: `${site.origin}/for-now` });
  });

  it.each([
    ['a pause', { status: 429, headers: { 'retry-after': '120' } }, { code: 'http-error', details: { status: 429, retryAfter: 120 } }],
    ['gone', { status: 410 }, { code: 'http-error', details: { status: 410 } }],
    ['a page', { body: '<html><p>Hello</p></html>' }, { code: 'unsupported-file' }],
    ['nothing', { body: '' }, { code: 'unsupported-file' }],
  ])('says what is wrong: %s', async (_, answer, error) => {
    site.on('/f', answer);
    await expect(read('/f')).rejects.toMatchObject(error);
  });

  it('ends with a slow server, a bomb and an endless redirect', async () => {
    site.on('/slow', (_, response) => void response.writeHead(200).write('<rss>'));
    site.on('/bomb', { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(60_000_000, 32)) });
    site.on('/round', { status: 302, headers: { location: '/round?again' } });
    site.on('/round?again', { status: 302, headers: { location: '/round' } });
    await expect(read('/slow')).rejects.toMatchObject({ code: 'timed-out' });
    await expect(read('/bomb')).rejects.toMatchObject({ code: 'too-large' });
    await expect(read('/round')).rejects.toMatchObject({ code: 'too-many-redirects' });
    // The source still works.
    site.feed('/f', [{ name: 'a' }]);
    expect(await read('/f')).toMatchObject({ kind: 'feed' });
  });

  it('goes to no other place of this computer', async () => {
    const other = await feedSite();
    try {
      site.on('/f', { status: 302, headers: { location: `${other.origin}/feed` } });
      await expect(read('/f')).rejects.toMatchObject({ code: 'local-network-blocked' });
      expect(other.asked).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

describe('what a page offers', () => {
  it('names feeds from links in the head, with absolute addresses', async () => {
    site.on('/', {
      body: '<html><head><base href="/blog/"><link rel=alternate type="application/rss+xml" title="News" href="rss"><link rel="alternate" type="application/feed+json" href="/f.json"><link rel="alternate" hreflang="de" href="/de"><link rel="icon" sizes="64x64" href="i.png"></head></html>',
    });
    const { page } = await opened.source.look(site.origin, never);
    expect(page?.feeds).toEqual([
      { url: `${site.origin}/blog/rss`, title: 'News' },
      { url: `${site.origin}/f.json`, title: '' },
    ]);
    expect(page?.icons).toEqual([`${site.origin}/blog/i.png`]);
  });
});

describe('an item’s own text', () => {
  const article = (html: string, images = true) =>
    opened.source.article(itemOf('a', { html, link: `${site.origin}/a?utm_source=x`, base: `${site.origin}/a` }), {
      feed: { url: `${site.origin}/f`, title: 'Harbour', siteUrl: null },
      limits: { ...LIMITS, images },
      signal: never,
      instead: 'No page.',
    });

  it('is sanitised, has its images stored and says why it stands in for the page', async () => {
    site.on('/p.png', { type: 'image/png', body: png(300, 200) });
    const found = await article(
      '<p onclick="x()">Ships <a href="/more">more</a></p><script>alert(1)</script><img src="p.png"><iframe src="https://evil.example/"></iframe>',
    );
    expect(found.bodyHtml).toContain(`href="${site.origin}/more"`);
    expect(found.bodyHtml).toMatch(/<img [^>]*src="images\//);
    expect(found.bodyHtml).not.toMatch(/onclick|<script|<iframe|alert/);
    expect(found.url).toBe(`${site.origin}/a`);
    expect(found.receipt).toMatchObject({
      status: 'partial',
      extractor: 'feed',
      truncation: [expect.stringContaining('No page.') as string],
    });
  });

  it('asks for no image where images are off', async () => {
    const found = await article('<p>Ships</p><img src="/p.png">', false);
    expect(site.asked).toEqual([]);
    expect(found.receipt.resources).toMatchObject([{ kind: 'image', result: 'skipped' }]);
  });
});
