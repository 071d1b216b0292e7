import { z } from 'zod';
import { timestampSchema } from './ids.ts';

export const resourceResultSchema = z.enum(['stored', 'failed', 'blocked', 'skipped']);

/** One thing the article refers to, and what became of it. */
export const receiptResourceSchema = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'embed', 'other']),
  url: z.string(),
  result: resourceResultSchema,
  /** Why it is not stored: a plain English sentence; null for `stored`. */
  reason: z.string().nullable(),
  /** Path in the library, e.g. `images/ab/ab12….jpg`; null unless stored. */
  path: z.string().nullable(),
  sha256: z.string().nullable(),
  /** Bytes stored. */
  bytes: z.number().int().nonnegative().nullable(),
});
export type ReceiptResource = z.infer<typeof receiptResourceSchema>;

/** Why a piece of the page is in the article or is not. */
export const explainLineSchema = z.strictObject({
  kept: z.boolean(),
  /** How the piece begins: at most 100 characters. */
  text: z.string(),
  /** A plain English phrase. */
  why: z.string(),
});
export type ExplainLine = z.infer<typeof explainLineSchema>;

/** A pipeline step and what it did, in order. */
export const receiptStepSchema = z.strictObject({
  name: z.enum(['fetch', 'decode', 'extract', 'clean-up', 'sanitise', 'images', 'text', 'store']),
  ok: z.boolean(),
  note: z.string(),
  /** Milliseconds. */
  ms: z.number().nonnegative(),
  /** What it took off and kept, where it had to choose: at most 60 lines, what was taken off first. */
  explain: z.array(explainLineSchema).optional(),
});
export type ReceiptStep = z.infer<typeof receiptStepSchema>;

export const receiptStatusSchema = z.enum(['complete', 'partial', 'failed']);
export type ReceiptStatus = z.infer<typeof receiptStatusSchema>;

/** What was stored and what was not. `complete` claims only that everything the article refers to is stored or was never wanted. */
export const receiptSchema = z.strictObject({
  status: receiptStatusSchema,
  capturedAt: timestampSchema,
  /** Address or file name it came from. */
  from: z.string(),
  /** Addresses passed through, first to last; empty for a file. */
  redirects: z.array(z.string()),
  httpStatus: z.number().int().nullable(),
  contentType: z.string().nullable(),
  /** Encoding the bytes were read with, and how it was found (`bom`, `utf-8-valid`, `http`, `meta`, `guess`, `fallback`). */
  charset: z.string(),
  charsetFrom: z.string(),
  extractor: z.string(),
  /** Version of the extraction (see core/capture/extractor-version.ts); older articles have none. */
  extractorVersion: z.number().int().positive().optional(),
  /** The pages that the article was joined from, first to last, with the bytes of each in the kept source; absent where it is one page. */
  pages: z.array(z.strictObject({ url: z.string(), bytes: z.number().int(), contentType: z.string().nullable() })).optional(),
  resources: z.array(receiptResourceSchema),
  /** Signs that the text is not whole, as plain English sentences. */
  truncation: z.array(z.string()),
  steps: z.array(receiptStepSchema),
  /** Bytes of article.html, text.txt, source.html.gz and stored images together. */
  bytes: z.number().int().nonnegative(),
  /** sha256 of each stored file of the article's folder, by name (`article.html`, `text.txt`, `source.html.gz`). */
  hashes: z.record(z.string(), z.string()),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** The receipt in numbers: small enough for every list row. `total` counts images (other kinds are in the receipt itself). */
export const receiptSummarySchema = z.strictObject({
  status: receiptStatusSchema,
  images: z.number().int().nonnegative(),
  imagesStored: z.number().int().nonnegative(),
  truncated: z.boolean(),
  bytes: z.number().int().nonnegative(),
});
export type ReceiptSummary = z.infer<typeof receiptSummarySchema>;

/** An earlier version of an article. */
export const versionSchema = z.strictObject({
  n: z.number().int().positive(),
  capturedAt: timestampSchema,
  /** What took its place. */
  replacedBy: z.enum(['again', 'reextract', 'restore']),
  title: z.string(),
  wordCount: z.number().int().nonnegative(),
  receipt: receiptSummarySchema,
});
export type Version = z.infer<typeof versionSchema>;
