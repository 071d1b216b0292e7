import { StepLog } from '../../core/capture/step-log.ts';
import { parseAddress } from '../../core/domain/address.ts';
import { AppError } from '../../core/errors.ts';
import { freshMinutes } from '../../core/feeds/schedule.ts';
import type { FeedSource } from '../../core/feeds/feed-source.ts';
import type { FeedAnswer } from '../../core/feeds/types.ts';
import type { ContentStore } from '../../core/ports.ts';
import { createFetcher, type Fetched, type Fetcher, type FetchTiming } from '../capture/fetch/fetcher.ts';
import { createImageSource } from '../capture/images/image-source.ts';
import { sniffImage } from '../capture/images/sniff.ts';
import { sanitiseSvg } from '../capture/images/svg.ts';
import { NOTHING_BESIDE } from '../capture/formats/beside.ts';
import { captureItem } from './capture-item.ts';
import { createFeedWorker } from './feed-worker.ts';

/** Bytes of a feed, of a site's page, and of an icon. */
const MAX_FEED = 20_000_000;
const MAX_ICON = 500_000;
const TIMING: FetchTiming = { deadline: 45_000, idle: 15_000 };
const ACCEPT_FEED =
  'application/feed+json,application/rss+xml,application/atom+xml,application/rdf+xml,application/xml;q=0.9,text/xml;q=0.9,text/html;q=0.5,*/*;q=0.3';

export interface FeedSourceDeps {
  readonly content: Pick<ContentStore, 'putImage'>;
  /** File that starts the feed worker. */
  readonly workerPath: string;
  /** Other time limits, in milliseconds; for tests. */
  readonly timing?: { readonly fetch?: FetchTiming; readonly task?: number };
}

/** Feeds over http(s), taken apart in a worker that can be killed. */
export function createFeedSource(deps: FeedSourceDeps): { source: FeedSource; close(): Promise<void> } {
  const worker = createFeedWorker({
    workerPath: deps.workerPath,
    ...(deps.timing?.task === undefined ? {} : { timeLimit: deps.timing.task }),
  });
  const timing = deps.timing?.fetch ?? TIMING;

  async function withFetcher<T>(typed: URL, task: (fetcher: Fetcher) => Promise<T>): Promise<T> {
    const fetcher = createFetcher(typed);
    try {
      return await task(fetcher);
    } finally {
      fetcher.close();
    }
  }

  const get = (fetcher: Fetcher, url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Fetched> =>
    fetcher.get(url, { maxBytes: MAX_FEED, accept: ACCEPT_FEED, signal, timing, headers });

  /** The answer of an address as a feed, or null where it is something else. */
  async function asFeed(fetched: Fetched, start: URL, signal: AbortSignal): Promise<FeedAnswer | null> {
    const moved = fetched.permanentUrl.href !== start.href;
    const facts = { url: fetched.permanentUrl.href, moved, freshFor: freshMinutes(fetched.headers, Date.now()) };
    if (fetched.status === 304) return { kind: 'unchanged', ...facts };
    const feed = await worker.run('parse', { bytes: fetched.bytes, address: fetched.url.href, contentType: fetched.contentType }, signal);
    if (feed === null) return null;
    const { etag, 'last-modified': lastModified } = fetched.headers;
    return { kind: 'feed', ...facts, feed, etag: etag ?? null, lastModified: lastModified ?? null };
  }

  const source: FeedSource = {
    async read({ url, etag, lastModified }, signal) {
      const start = parseAddress(url);
      return withFetcher(start, async (fetcher) => {
        const headers = {
          ...(etag !== null && { 'if-none-match': etag }),
          ...(lastModified !== null && { 'if-modified-since': lastModified }),
        };
        const answer = await asFeed(await get(fetcher, start, headers, signal), start, signal);
        if (answer === null) throw notAFeed(start.hostname);
        return answer;
      });
    },

    async look(address, signal) {
      const start = parseAddress(address);
      return withFetcher(start, async (fetcher) => {
        const fetched = await get(fetcher, start, {}, signal);
        const answer = await asFeed(fetched, start, signal);
        if (answer !== null) return { url: fetched.url.href, answer, page: null };
        const page = await worker.run(
          'offers',
          { bytes: fetched.bytes, address: fetched.url.href, contentType: fetched.contentType },
          signal,
        );
        return { url: fetched.url.href, answer: null, page };
      });
    },

    async icon(addresses, typed, signal) {
      return withFetcher(parseAddress(typed), async (fetcher) => {
        const images = createImageSource({ fetcher, maxBytes: MAX_ICON, beside: NOTHING_BESIDE, dataImages: [] });
        for (const address of addresses) {
          const raw = await images.load(address, signal).catch(() => null);
          if (signal.aborted) return null;
          const type = raw === null ? null : sniffImage(raw);
          const bytes = type === 'svg' && raw !== null ? sanitiseSvg(raw) : raw;
          if (type === null || bytes === null) continue;
          return (await deps.content.putImage(bytes, type)).path;
        }
        return null;
      });
    },

    article: (item, options) =>
      withFetcher(parseAddress(options.feed.url), (fetcher) =>
        captureItem(item, {
          ...options,
          steps: new StepLog(
            () => performance.now(),
            () => undefined,
          ),
          fetcher,
          worker,
          content: deps.content,
        }),
      ),

    opml: (text, signal) => worker.run('opml', { text }, signal),
  };
  return { source, close: () => worker.close() };
}

function notAFeed(host: string): AppError {
  return new AppError(
    'unsupported-file',
    `What “${host}” has at this address is not a feed. Look for the feed on the site, or remove this one.`,
    {
      details: { host },
      retryable: false,
    },
  );
}
