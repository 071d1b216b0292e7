import type { CapturedArticle, CaptureLimits } from '../capture/types.ts';
import type { FeedAnswer, OpmlOutline, PageOffer, ParsedItem } from './types.ts';

/** Feeds and what comes with them, from the network. Implemented by adapters/feeds. Rejects with an `AppError` for every failure. */
export interface FeedSource {
  /**
   * Reads a feed, with a condition where its last answer gave one. `unsupported-file` where there is something else at the address;
   * an HTTP failure has its `status` in the details, and `retryAfter` where the server said so.
   */
  read(
    request: { readonly url: string; readonly etag: string | null; readonly lastModified: string | null },
    signal: AbortSignal,
  ): Promise<FeedAnswer>;
  /** What an address leads to: a feed, or a page that names feeds. */
  look(address: string, signal: AbortSignal): Promise<{ url: string; answer: FeedAnswer | null; page: PageOffer | null }>;
  /** Stores the first of these icons that can be had; answers with its library path, or null. `typed` is the feed's address. */
  icon(addresses: readonly string[], typed: string, signal: AbortSignal): Promise<string | null>;
  /** An item's own text as an article. Never asks for its page. */
  article(
    item: ParsedItem,
    options: {
      readonly feed: { readonly url: string; readonly title: string; readonly siteUrl: string | null };
      readonly limits: CaptureLimits;
      readonly signal: AbortSignal;
      /** Why the page of the item was not saved, as a sentence; null where it was not asked for. */
      readonly instead: string | null;
    },
  ): Promise<CapturedArticle>;
  /** Outlines of an OPML document; null where it is none. */
  opml(text: string, signal: AbortSignal): Promise<readonly OpmlOutline[] | null>;
}
