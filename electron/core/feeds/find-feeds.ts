import type { FoundFeed } from '../../contract/entities.ts';
import { addressKey, parseAddress } from '../domain/address.ts';
import type { FeedRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { FeedSource } from './feed-source.ts';
import type { ParsedFeed } from './types.ts';

/** Where sites keep a feed that they do not name. */
const COMMON_PATHS = ['feed', 'rss.xml', 'atom.xml', 'feed.xml', 'index.xml', 'rss', 'feed.json'];
/** Feeds of one page that are looked into. */
const LOOKED_INTO = 8;

/**
 * The feeds an address leads to: itself, those its page names, and where it names none those at the usual places.
 * @throws AppError `not-found` where there is none.
 */
export async function findFeeds(
  typed: string,
  parts: { source: FeedSource; feeds: readonly FeedRecord[]; signal: AbortSignal },
): Promise<FoundFeed[]> {
  const { source, feeds, signal } = parts;
  const address = parseAddress(typed.replace(/^feed:(?:\/\/)?/i, '')).href;
  const { url, answer, page } = await source.look(address, signal);
  if (answer?.kind === 'feed') return [found(answer.url, answer.feed, feeds)];
  const named = page?.feeds.slice(0, LOOKED_INTO) ?? [];
  const known = await lookInto(named.map((feed) => feed.url));
  if (known.length > 0) return known;
  const usual = [...new Set(COMMON_PATHS.flatMap((path) => [new URL(path, withSlash(url)).href, new URL(`/${path}`, url).href]))];
  // One after another: the first is enough, and the site is not asked for more than it takes.
  for (const candidate of usual) {
    const [first] = await lookInto([candidate]);
    if (first) return [first];
  }
  throw new AppError(
    'not-found',
    `No feed was found at “${new URL(url).hostname}”. Look on the site for a link called RSS, Atom or Feed, and add its address.`,
    {
      details: { host: new URL(url).hostname },
      retryable: false,
    },
  );

  async function lookInto(addresses: readonly string[]): Promise<FoundFeed[]> {
    const results = await Promise.all(
      addresses.map(async (candidate) => {
        try {
          const answered = await source.read({ url: candidate, etag: null, lastModified: null }, signal);
          return answered.kind === 'feed' ? found(answered.url, answered.feed, feeds) : null;
        } catch (error) {
          if (signal.aborted) throw error;
          return null;
        }
      }),
    );
    const all = results.filter((result) => result !== null);
    return all.filter((feed, at) => all.findIndex((other) => other.url === feed.url) === at);
  }
}

function found(url: string, feed: ParsedFeed, feeds: readonly FeedRecord[]): FoundFeed {
  const dates = feed.items.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  return {
    url,
    title: feed.title || new URL(url).hostname,
    siteUrl: feed.siteUrl,
    format: feed.format,
    items: feed.total,
    newest: dates.at(-1) ?? null,
    existing: feedWithAddress(url, feeds)?.id ?? null,
  };
}

/** The feed that has this address, whatever its scheme or a slash at its end. */
export function feedWithAddress(url: string, feeds: readonly FeedRecord[]): FeedRecord | null {
  const key = addressKey(url);
  return feeds.find((feed) => addressKey(feed.url) === key) ?? null;
}

function withSlash(url: string): string {
  const copy = new URL(url);
  copy.search = '';
  copy.hash = '';
  if (!copy.pathname.endsWith('/')) copy.pathname = copy.pathname.replace(/[^/]*$/, '');
  return copy.href;
}
