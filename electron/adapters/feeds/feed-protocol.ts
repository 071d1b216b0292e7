import type { ReceiptResource } from '../../contract/entities.ts';
import type { OpmlOutline, PageOffer, ParsedFeed } from '../../core/feeds/types.ts';
import type { ImageReference } from '../capture/page/sanitise.ts';

/** What the feed worker is asked, and what it answers: everything foreign that comes with feeds is taken apart there. */
export interface FeedTasks {
  parse: { input: { bytes: Uint8Array; address: string; contentType: string | null }; output: ParsedFeed | null };
  /** An item's own HTML, made an article's. */
  article: { input: { html: string; base: string }; output: ItemArticle };
  /** The feeds and icons that a page names. */
  offers: { input: { bytes: Uint8Array; address: string; contentType: string | null }; output: PageOffer };
  opml: { input: { text: string }; output: OpmlOutline[] | null };
}

export interface ItemArticle {
  /** Sanitised; image sources are references (see capture/page/sanitise.ts). */
  readonly html: string;
  readonly text: string;
  readonly images: readonly ImageReference[];
  readonly dataImages: readonly string[];
  readonly resources: readonly ReceiptResource[];
}

export type FeedTask = keyof FeedTasks;
export interface FeedRequest<T extends FeedTask = FeedTask> {
  readonly id: number;
  readonly task: T;
  readonly input: FeedTasks[T]['input'];
}
export type FeedResponse =
  | { readonly id: number; readonly ok: true; readonly output: FeedTasks[FeedTask]['output'] }
  | { readonly id: number; readonly ok: false; readonly message: string };
