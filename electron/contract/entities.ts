import { z } from 'zod';
import { callErrorSchema } from './errors.ts';

/** Lower-case letters and digits; the first four name the segment (`0000`…), so an id names its folder. */
export const articleIdSchema = z.string().regex(/^[0-9a-z]{12}$/);
export const tagIdSchema = z.string().regex(/^t[0-9a-z]{9}$/);
export const collectionIdSchema = z.string().regex(/^c[0-9a-z]{9}$/);
export const jobIdSchema = z.string().regex(/^j[0-9a-z]{9}$/);

/** `2023-03-09` where only the day is known, otherwise ISO 8601 with a zone (`2023-03-09T10:00:00.000Z`). */
export const dateTextSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/);
export const timestampSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

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

/** A pipeline step and what it did, in order. */
export const receiptStepSchema = z.strictObject({
  name: z.enum(['fetch', 'decode', 'extract', 'clean-up', 'sanitise', 'images', 'text', 'store']),
  ok: z.boolean(),
  note: z.string(),
  /** Milliseconds. */
  ms: z.number().nonnegative(),
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

/** Where reading stopped. `fraction` 0–1 of the text; the rest finds the place again exactly. */
export const readingPositionSchema = z.strictObject({
  fraction: z.number().min(0).max(1),
  /** Index of the block element at the top of the window, in document order. */
  block: z.number().int().nonnegative(),
  /** First 48 characters of that block, to find it again after a re-extraction. */
  prefix: z.string().max(64),
});
export type ReadingPosition = z.infer<typeof readingPositionSchema>;

/** One line of a list. Names are resolved, so a list needs nothing else. */
export const articleRowSchema = z.strictObject({
  id: articleIdSchema,
  title: z.string(),
  url: z.string().nullable(),
  /** Outlet or site name as people say it; never empty (the host, or "File" words, where nothing better is known). */
  source: z.string(),
  byline: z.string().nullable(),
  publishedAt: dateTextSchema.nullable(),
  savedAt: timestampSchema,
  lang: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']),
  excerpt: z.string(),
  wordCount: z.number().int().nonnegative(),
  /** Minutes, at least 1. */
  readingMinutes: z.number().int().positive(),
  /** Library path of the lead image, or null. */
  leadImage: z.string().nullable(),
  read: z.boolean(),
  starred: z.boolean(),
  later: z.boolean(),
  archived: z.boolean(),
  trashed: z.boolean(),
  /** 0–1. */
  progress: z.number(),
  tags: z.array(z.strictObject({ id: tagIdSchema, name: z.string() })),
  collections: z.array(z.strictObject({ id: collectionIdSchema, path: z.string() })),
  receipt: receiptSummarySchema,
});
export type ArticleRow = z.infer<typeof articleRowSchema>;

export const articleDetailSchema = articleRowSchema.extend({
  canonicalUrl: z.string().nullable(),
  modifiedAt: dateTextSchema.nullable(),
  /** Fields the person edited by hand. */
  edited: z.array(z.string()),
  position: readingPositionSchema.nullable(),
  /** The whole receipt (the row's summary is in `receipt`); null only where meta.json is missing. */
  fullReceipt: receiptSchema.nullable(),
  /** Folder of the article inside the library, `content/<seg>/<id>`. */
  folder: z.string(),
});
export type ArticleDetail = z.infer<typeof articleDetailSchema>;

/** What the command line prints for an article (`tags` and `collections` are names and paths). */
export const articleJsonSchema = z.strictObject({
  id: articleIdSchema,
  title: z.string(),
  url: z.string().nullable(),
  source: z.string(),
  byline: z.string().nullable(),
  publishedAt: dateTextSchema.nullable(),
  savedAt: timestampSchema,
  lang: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']),
  tags: z.array(z.string()),
  collections: z.array(z.string()),
  wordCount: z.number().int(),
  read: z.boolean(),
  starred: z.boolean(),
  later: z.boolean(),
  archived: z.boolean(),
  receipt: receiptSchema.nullable(),
  existing: z.boolean().optional(),
});
export type ArticleJson = z.infer<typeof articleJsonSchema>;

export const tagSchema = z.strictObject({ id: tagIdSchema, name: z.string(), count: z.number().int(), unread: z.number().int() });
export type Tag = z.infer<typeof tagSchema>;

/** Collections form a tree; siblings are sorted by `order`, then by name. */
export const collectionSchema = z.strictObject({
  id: collectionIdSchema,
  parentId: collectionIdSchema.nullable(),
  name: z.string(),
  /** Names from the root, joined with ` / `. */
  path: z.string(),
  order: z.number(),
  /** Articles in it and in the collections below it, each counted once; trash not counted. */
  count: z.number().int(),
  unread: z.number().int(),
});
export type Collection = z.infer<typeof collectionSchema>;

/** Articles per library view. `all` and `unread` leave out archive and trash; `later`, `starred` and `incomplete` leave out trash. */
export const countsSchema = z.strictObject({
  all: z.number().int(),
  unread: z.number().int(),
  later: z.number().int(),
  starred: z.number().int(),
  archive: z.number().int(),
  incomplete: z.number().int(),
  trash: z.number().int(),
});

/** Everything the sidebar shows. */
export const sidebarSchema = z.strictObject({ counts: countsSchema, tags: z.array(tagSchema), collections: z.array(collectionSchema) });
export type Sidebar = z.infer<typeof sidebarSchema>;

/** What a list shows. `collection` includes the collections below it. Only `trash` shows trashed articles. */
export const viewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['all', 'unread', 'later', 'starred', 'archive', 'incomplete', 'trash']) }),
  z.strictObject({ kind: z.literal('tag'), id: tagIdSchema }),
  z.strictObject({ kind: z.literal('collection'), id: collectionIdSchema }),
  /** Search over everything but the trash (archive included). */
  z.strictObject({ kind: z.literal('everything') }),
]);
export type View = z.infer<typeof viewSchema>;

/** A mistake in a query: the search still runs on the rest. Offsets are UTF-16 units of the query. */
export const queryProblemSchema = z.strictObject({ message: z.string(), start: z.number().int(), end: z.number().int() });
export type QueryProblem = z.infer<typeof queryProblemSchema>;

/** `marks` are [start, end) offsets into `text`, in UTF-16 units. */
export const snippetSchema = z.strictObject({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) });
export type Snippet = z.infer<typeof snippetSchema>;

export const jobStateSchema = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);

/** One piece of long work. A save is one job per address or file. */
export const jobSchema = z.strictObject({
  id: jobIdSchema,
  kind: z.enum(['save', 'import-library', 'export-library', 'verify', 'rebuild-index']),
  /** Address, file name or what the job does: shown to the person. */
  label: z.string(),
  state: jobStateSchema,
  /** What it is doing now, as a short sentence ("Downloading 3 of 12 images"). */
  step: z.string(),
  /** 0–1, or null where the end cannot be known. */
  progress: z.number().min(0).max(1).nullable(),
  /** The article a finished save made or found. */
  articleId: articleIdSchema.nullable(),
  /** True where the article was in the library already. */
  existing: z.boolean(),
  /** True where it was saved, but not everything the article refers to could be stored, or its text looks cut. */
  incomplete: z.boolean(),
  error: callErrorSchema.nullable(),
  createdAt: timestampSchema,
});
export type Job = z.infer<typeof jobSchema>;

/** What Undo and Redo would do now. */
export const undoStateSchema = z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() });
export type UndoState = z.infer<typeof undoStateSchema>;

export const verifyReportSchema = z.strictObject({
  ok: z.boolean(),
  /** Files and records looked at. */
  checked: z.strictObject({ articles: z.number().int(), files: z.number().int(), images: z.number().int(), bytes: z.number().int() }),
  /** What opening recovered or repair did: nothing to worry about. */
  notes: z.array(z.string()),
  /** Committed data that is missing or altered. */
  problems: z.array(z.strictObject({ message: z.string(), articleId: z.string().nullable(), path: z.string().nullable() })),
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;

export const appInfoSchema = z.strictObject({
  version: z.string(),
  host: z.enum(['electron', 'headless']),
  platform: z.enum(['darwin', 'win32', 'linux']),
  libraryPath: z.string(),
  /** `fts` = the index; `scan` = no index on this runtime, slower. */
  search: z.enum(['fts', 'scan']),
  /** Set while the library cannot be written: the sentence to show. */
  readOnly: z.string().nullable(),
  /** What opening recovered, for Library health. */
  notes: z.array(z.string()),
});
export type AppInfo = z.infer<typeof appInfoSchema>;
