import type { Receipt } from '../../contract/entities.ts';
import type { SaveInput } from '../../contract/methods.ts';

/** What a capture found out, before it is given an id and stored. Images are stored already (content-addressed: harmless if unused). */
export interface CapturedArticle {
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  /** Every address that means this article: as typed, redirects, final, canonical. */
  readonly addresses: readonly string[];
  readonly title: string;
  readonly byline: string | null;
  readonly source: string;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly excerpt: string;
  readonly wordCount: number;
  readonly readingMinutes: number;
  /** Sanitised inner HTML of the article; image sources are library paths (`images/ab/<sha256>.jpg`). */
  readonly bodyHtml: string;
  /** Plain text, blocks on lines of their own. */
  readonly text: string;
  readonly sourceBytes: Uint8Array | null;
  readonly leadImage: string | null;
  readonly images: readonly string[];
  /** `bytes` and `hashes` are filled in by the store step. */
  readonly receipt: Receipt;
  /** The file that the article was made from, where it is kept as it is (a PDF): its name in the article's folder, and its bytes. */
  readonly original?: { readonly name: 'original.pdf'; readonly bytes: Uint8Array };
}

export interface CaptureLimits {
  /** Bytes. */
  readonly maxPage: number;
  readonly maxImage: number;
  readonly maxArticle: number;
  /** False where no images are wanted; left out: true. */
  readonly images?: boolean;
}

/** A page that was kept, to be taken apart again. */
export interface KeptPage {
  readonly bytes: Uint8Array;
  /** Where the page came from; null for a file. */
  readonly url: string | null;
  readonly addresses: readonly string[];
  readonly source: string;
  /** Address that an archive says it was saved from: what its links and images are told by. */
  readonly savedFrom?: string;
  readonly receipt: Receipt;
  /** Bytes of an image that is stored already, by the address in the page; null where it is not. */
  readonly stored: (address: string) => Promise<Uint8Array | null>;
  /** True where images that are missing may be asked for; otherwise they stay missing. */
  readonly fetch: boolean;
}

/** Takes an article out of its kept page again: everything of a capture but the download of the page. */
export type Recapture = (kept: KeptPage, options: Parameters<Capture>[1]) => Promise<CapturedArticle>;

/** Runs one capture up to (not including) the store step. Rejects with an AppError; stops soon after `signal` aborts. */
export type Capture = (
  input: SaveInput,
  options: {
    limits: CaptureLimits;
    signal: AbortSignal;
    onStep: (step: string, progress: number | null) => void;
    /** The address that the person typed, where it is not the input's own: a feed's, for its items. Only its host may be a local one. */
    typed?: string;
  },
) => Promise<CapturedArticle>;
