import type { ExplainLine, ReceiptResource } from '../../contract/entities.ts';
import type { PageLink } from '../../core/capture/next-page.ts';
import type { ExtractorFacts, PageFacts } from '../../core/capture/page-facts.ts';
import type { WorkerAnswer } from './disposable-worker.ts';
import type { ImageReference } from './page/sanitise.ts';

/** What the extraction worker is asked, and what it answers. */
export interface ExtractRequest {
  readonly id: number;
  readonly html: string;
  /** The page's address; `offprint-file:///` for a file that does not say where it came from. */
  readonly address: string;
  /** True for the second try, after the first was lost: text only. */
  readonly plain: boolean;
  /** What became of the first try, where this is the second. */
  readonly lost?: LostTry;
  /** True for a selection of a page: all of it is the article. */
  readonly fragment?: boolean;
}

export interface LostTry {
  readonly why: 'time' | 'ended' | 'failed';
  /** What it failed with, for whoever mends the reader; not for the person. */
  readonly message: string;
}

export interface Extracted {
  /** Sanitised; image sources are references (see sanitise.ts). */
  readonly html: string;
  readonly text: string;
  /** The running text: without captions and tables, which `text` has. What is counted and shown in lists. */
  readonly prose: string;
  /** Why each piece is in the article or not: at most 60 lines, what was left out first. */
  readonly explain: readonly ExplainLine[];
  /** The text outside links: what tells an article from a menu. */
  readonly ownText: string;
  readonly images: readonly ImageReference[];
  /** `data:` images that references `offprint-data:N` mean. */
  readonly dataImages: readonly string[];
  readonly resources: readonly ReceiptResource[];
  readonly facts: PageFacts;
  readonly extractorFacts: ExtractorFacts | null;
  readonly extractor: 'readability' | 'container' | 'plain' | 'selection';
  /** Links that may lead to further pages of the article. */
  readonly links: readonly PageLink[];
  /** Address that the document's links were resolved against. */
  readonly base: string;
  readonly removed: readonly string[];
  /** Milliseconds. */
  readonly ms: { readonly extract: number; readonly cleanUp: number; readonly sanitise: number };
  /** Why less than the whole was done, or null. */
  readonly degraded: string | null;
}

export type ExtractResponse = WorkerAnswer<Extracted>;

/** Base of a saved file whose own address is not known: relative links can be told by it. */
export const FILE_BASE = 'offprint-file:///';
