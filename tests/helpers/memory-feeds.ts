import type { CapturedArticle } from '../../electron/core/capture/types.ts';
import { AppError } from '../../electron/core/errors.ts';
import type { FeedSource } from '../../electron/core/feeds/feed-source.ts';
import type { FeedAnswer, PageOffer, ParsedFeed, ParsedItem } from '../../electron/core/feeds/types.ts';
import { parseOpml } from '../../electron/adapters/feeds/parse/parse-opml.ts';
import { captured } from './memory-capture.ts';

export interface MemoryFeeds {
  readonly source: FeedSource;
  /** What is at an address: a feed, an error, or an answer made for each request. */
  readonly feeds: Map<string, ParsedFeed | AppError | ((request: { etag: string | null }) => FeedAnswer)>;
  readonly pages: Map<string, PageOffer>;
  /** Every request, in order, with its condition. */
  readonly asked: { url: string; etag: string | null }[];
  /** Titles of items whose own text was taken, and why. */
  readonly taken: { title: string; instead: string | null }[];
}

/** Feeds without a network. The etag of a feed is the number of its items. */
export function memoryFeeds(): MemoryFeeds {
  const feeds: MemoryFeeds['feeds'] = new Map();
  const pages: MemoryFeeds['pages'] = new Map();
  const asked: MemoryFeeds['asked'] = [];
  const taken: MemoryFeeds['taken'] = [];
  const read: FeedSource['read'] = async (request) => {
    asked.push({ url: request.url, etag: request.etag });
    const feed = feeds.get(request.url);
    if (feed === undefined) throw new AppError('http-error', 'There is nothing at this address (404).', { details: { status: 404 } });
    if (feed instanceof AppError) throw feed;
    if (typeof feed === 'function') return feed(request);
    const etag = `"${feed.items.map(({ guid, link }) => guid ?? link).join()}"`;
    if (request.etag === etag) return { kind: 'unchanged', url: request.url, moved: false, freshFor: null };
    return { kind: 'feed', url: request.url, moved: false, feed, etag, lastModified: null, freshFor: null };
  };
  const source: FeedSource = {
    read,
    look: async (address, signal) => {
      const page = pages.get(address);
      if (page) return { url: address, answer: null, page };
      return { url: address, answer: await read({ url: address, etag: null, lastModified: null }, signal), page: null };
    },
    icon: async () => null,
    article: async (item, { instead }): Promise<CapturedArticle> => {
      taken.push({ title: item.title, instead });
      const article = captured(item.title, item.link, []);
      return { ...article, title: item.title, publishedAt: item.publishedAt };
    },
    opml: async (text) => parseOpml(text),
  };
  return { source, feeds, pages, asked, taken };
}

export function feedOf(title: string, items: readonly ParsedItem[]): ParsedFeed {
  return {
    format: 'RSS',
    title,
    siteUrl: 'https://example.org/',
    icon: null,
    language: null,
    ttl: null,
    movedTo: null,
    items,
    total: items.length,
    notes: [],
  };
}

/** An item with a page at `https://example.org/<name>`. */
export function itemOf(name: string, changes: Partial<ParsedItem> = {}): ParsedItem {
  return {
    guid: `guid-${name}`,
    link: `https://example.org/${name}`,
    title: `Item ${name}`,
    html: `<p>What the feed says of ${name}.</p>`,
    summary: '',
    base: 'https://example.org/',
    publishedAt: null,
    updatedAt: null,
    authors: [],
    categories: [],
    enclosures: [],
    image: null,
    ...changes,
  };
}
