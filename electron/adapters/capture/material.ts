import type { StepLog } from '../../core/capture/step-log.ts';
import type { CaptureLimits } from '../../core/capture/types.ts';
import type { ContentStore } from '../../core/ports.ts';
import type { Extractor } from './extractor.ts';
import type { Fetcher } from './fetch/fetcher.ts';

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

export interface Material {
  readonly origin: Origin;
  /** File name for sentences; null for an address and for pasted text. */
  readonly name: string | null;
  /** What to call the source where the article names none. */
  readonly sourceName: string;
  /** Path of a saved page, whose images may lie beside it. */
  readonly file: string | null;
  readonly steps: StepLog;
  readonly tools: Tools;
}

export interface Tools {
  readonly content: Pick<ContentStore, 'putImage'>;
  readonly extractor: Extractor;
  readonly fetcher: Fetcher;
  readonly limits: CaptureLimits;
  readonly signal: AbortSignal;
}
