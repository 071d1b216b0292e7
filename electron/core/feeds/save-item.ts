import type { CapturedArticle } from '../capture/types.ts';
import { addressKeys, isWebAddress, withoutTracking } from '../domain/address.ts';
import type { ArticleRecord, FeedRecord } from '../domain/records.ts';
import { pathOf } from '../domain/collection-paths.ts';
import { AppError } from '../errors.ts';
import type { SaveOptions } from '../jobs/queue-record.ts';
import type { Context } from '../library/context.ts';
import type { Gate } from '../library/gate.ts';
import { ingest, keysOf } from '../library/ingest.ts';
import { differs, replaceContent } from '../library/renew.ts';
import { alsoAt, limitsOf } from '../library/save.ts';
import { markOfCaptured } from '../library/same-text.ts';
import type { FeedSource } from './feed-source.ts';
import { feedKey, type NamedItem } from './identity.ts';

/** What became of an item: a new article, one that was here already, or nothing yet. */
export type Saved = 'added' | 'known';

/** A page is taken for the whole article unless the feed's own text is longer than this share of it. */
const MUCH_LONGER = 1.5;
/** A page that has so many times fewer words than before is no newer state of its article. */
const MUCH_SHORTER = 3;
/** Characters of text below which an item says too little to compare. */
const SAYS_SOMETHING = 800;

export interface ItemSaver {
  /**
   * Saves one item of a feed, or finds its article in the library and notes that this feed has it too. With `lastTry` a page that cannot
   * be had is replaced by what the feed says; otherwise a failure that may pass is thrown.
   */
  save(feed: FeedRecord, item: NamedItem, options: { signal: AbortSignal; lastTry: boolean }): Promise<Saved>;
  /**
   * Takes an item in once more that its feed has changed: other words become the article, and what it was is kept as a version. False where
   * nothing came of it. Rejects where it cannot be had.
   */
  update(feed: FeedRecord, item: NamedItem, signal: AbortSignal): Promise<boolean>;
}

export function createItemSaver(context: Context, source: FeedSource, ingests: Gate): ItemSaver {
  const { catalogue, deps } = context;

  async function save(feed: FeedRecord, named: NamedItem, { signal, lastTry }: { signal: AbortSignal; lastTry: boolean }): Promise<Saved> {
    if (deps.store.readOnly !== null) throw new AppError('library-read-only', deps.store.readOnly);
    await catalogue.ready();
    const { item, names } = named;
    const origin = { feedId: feed.id, item: names[0] ?? '' };
    // A link that names the item: one that it shares with others, or with the site, does not say that the article is here.
    const telling = names.some((name) => name.startsWith('l'));
    const link = item.link === null ? null : withoutTracking(item.link);
    const known = await catalogue.find([feedKey(origin), ...(telling && link !== null ? addressKeys([link]) : [])]);
    if (known !== null) return alsoFrom(known, feed, origin.item);
    return ingests.together(async () => {
      const captured = await capture(feed, named, telling ? link : null, signal, lastTry);
      const mark = markOfCaptured(captured, deps.content);
      const twin = (await catalogue.find(keysOf(captured))) ?? (await catalogue.findText(mark));
      if (twin !== null) return alsoFrom(twin, feed, origin.item, captured);
      signal.throwIfAborted();
      const stored = await ingest(context, captured, { ...optionsOf(feed), feed: origin }, mark);
      return stored.existing ? alsoFrom(stored.articleId, feed, origin.item, captured) : 'added';
    });
  }

  async function capture(
    feed: FeedRecord,
    { item }: NamedItem,
    link: string | null,
    signal: AbortSignal,
    lastTry: boolean,
    instead: 'feed' | 'none' = 'feed',
  ): Promise<CapturedArticle> {
    const limits = { ...limitsOf(context), images: feed.settings.images };
    const own = (why: string | null): Promise<CapturedArticle> => source.article(item, { feed, limits, signal, instead: why });
    if (!feed.settings.fullText || link === null || !isWebAddress(link)) return own(null);
    try {
      const page = await deps.capture({ kind: 'url', url: link }, { limits, signal, onStep: () => undefined, typed: feed.url });
      // Some sites give their feed the whole text and a stranger a stub.
      if (item.html.length > Math.max(SAYS_SOMETHING, page.text.length * MUCH_LONGER)) {
        const whole = await own(null);
        if (whole.text.length > Math.max(SAYS_SOMETHING, page.text.length * MUCH_LONGER)) return withFeedFacts(whole, feed, item);
      }
      return withFeedFacts(page, feed, item);
    } catch (error) {
      if (!(error instanceof AppError) || HOPELESS.has(error.code)) throw error;
      if (instead === 'none' || (error.retryable && !lastTry)) throw error;
      return own(error.message);
    }
  }

  /** Notes that the article is in this feed as well. What the person made of it (read, trash, tags) stays as it is. */
  async function alsoFrom(id: string, feed: FeedRecord, item: string, captured?: CapturedArticle): Promise<'known'> {
    await context.committer.change(() => {
      const edit = (record: ArticleRecord | null): ArticleRecord | null => {
        if (!record || record.feeds?.some(({ feedId }) => feedId === feed.id)) return record;
        const feeds = [...(record.feeds ?? []), { feedId: feed.id, item }];
        const also = { ...record, ...(captured && alsoAt(record, captured)) };
        return { ...also, feeds, keys: [...also.keys, feedKey({ feedId: feed.id, item })] };
      };
      return { articles: new Map([[id, edit]]) };
    });
    return 'known';
  }

  function optionsOf(feed: FeedRecord): SaveOptions {
    const { tags, collections } = deps.store.library;
    return {
      tags: feed.settings.tags.flatMap((id) => tags[id]?.name ?? []),
      collections: feed.settings.collections.filter((id) => collections[id]).map((id) => pathOf(id, collections)),
    };
  }

  async function update(feed: FeedRecord, named: NamedItem, signal: AbortSignal): Promise<boolean> {
    await catalogue.ready();
    const id = await catalogue.find(named.names.map((item) => feedKey({ feedId: feed.id, item })));
    const known = id === null ? null : await deps.store.get(id);
    // What was thrown away stays as it is.
    if (known?.trashedAt !== null) return false;
    const telling = named.names.some((name) => name.startsWith('l'));
    const link = named.item.link === null || !telling ? null : withoutTracking(named.item.link);
    return ingests.together(async () => {
      // What the feed says would take the place of a whole page.
      const captured = await capture(feed, named, link, signal, false, 'none');
      signal.throwIfAborted();
      return context.exchanges.run(async () => {
        const record = await deps.store.get(known.id);
        if (record?.trashedAt !== null || !(await differs(context, record, captured))) return false;
        // A page that is behind a wall now says less than what is here.
        const cut = captured.receipt.truncation.length > 0 && !record.receipt.truncated;
        if (cut || captured.wordCount * MUCH_SHORTER < record.wordCount) return false;
        await replaceContent(context, record.id, captured, { why: 'again', keep: true });
        return true;
      });
    });
  }

  return { save, update };
}

/** Nothing about the page: trying the feed's text instead would only hide them. */
const HOPELESS: ReadonlySet<AppError['code']> = new Set([
  'cancelled',
  'disk-full',
  'no-permission',
  'library-read-only',
  'library-damaged',
]);

/** What a feed knows better than a page: the title without the site's name, the moment, and who wrote it where the page does not say. */
function withFeedFacts(captured: CapturedArticle, feed: FeedRecord, item: NamedItem['item']): CapturedArticle {
  const link = item.link === null ? [] : [withoutTracking(item.link), item.link];
  return {
    ...captured,
    title: item.title === '' || item.title.length > 300 ? captured.title : item.title,
    byline: captured.byline ?? (item.authors.join(', ') || null),
    // A bare host is what a page is called that names no outlet.
    source: captured.source === '' || captured.source === hostOf(captured.url) ? feed.title : captured.source,
    publishedAt: item.publishedAt ?? captured.publishedAt,
    addresses: [...new Set([...link, ...captured.addresses])],
  };
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname.replace(/^www\./, '');
}
