import type { StepLog } from '../../core/capture/step-log.ts';
import type { CaptureLimits } from '../../core/capture/types.ts';
import type { ContentStore } from '../../core/ports.ts';
import type { Extractor } from './extractor.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import type { Beside } from './formats/beside.ts';
import type { PdfReader } from './formats/pdf/pdf-reader.ts';

/** What a capture has in hand once its bytes are read: the same for an address, a file and pasted text. */
export interface Origin {
  /** Address at the end of the redirects, without its fragment; null for a file. */
  readonly url: string | null;
  readonly addresses: readonly string[];
  readonly sourceBytes: Uint8Array | null;
  readonly from: string;
  readonly redirects: readonly string[];
  readonly httpStatus: number | null;
  readonly contentType: string | null;
  readonly charset: string;
  readonly charsetFrom: string;
}

/** Another page of an article, decoded, and as it came. */
export interface FurtherPage {
  /** At the end of the redirects. */
  readonly url: string;
  readonly html: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

export interface Material {
  readonly origin: Origin;
  /** File name for sentences; null for an address and for pasted text. */
  readonly name: string | null;
  /** What to call the source where the article names none. */
  readonly sourceName: string;
  /** What came with a saved page: its images, mostly. */
  readonly beside: Beside;
  /** Where a saved file says that it came from, when its text does not say so itself. */
  readonly savedFrom?: string;
  /** True for a selection of a page, which is kept whole: nobody looks for an article in it. */
  readonly fragment?: boolean;
  /** Gets another page of the article; null where it was not kept. Left out where there is only the one. */
  readonly further?: (address: string) => Promise<FurtherPage | null>;
  readonly steps: StepLog;
  readonly tools: Tools;
}

export interface Tools {
  readonly content: Pick<ContentStore, 'putImage'>;
  readonly extractor: Extractor;
  readonly fetcher: Fetcher;
  readonly pdf: PdfReader;
  readonly limits: CaptureLimits;
  readonly signal: AbortSignal;
}
