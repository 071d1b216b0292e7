import { z } from 'zod';
import { articleIdSchema, collectionIdSchema, dateTextSchema, tagIdSchema, timestampSchema } from './ids.ts';
import { receiptSchema, receiptSummarySchema } from './receipt.ts';
import { ruleTraceSchema } from './rule.ts';

/** Where reading stopped. `fraction` 0–1 of the text; the rest finds the place again exactly. */
export const readingPositionSchema = z.strictObject({
  fraction: z.number().min(0).max(1),
  /** Index of the block element at the top of the window, in document order. */
  block: z.number().int().nonnegative(),
  /** First 48 characters of that block, to find it again after a re-extraction. */
  prefix: z.string().max(64),
});
export type ReadingPosition = z.infer<typeof readingPositionSchema>;

/** How one article is set where it was changed for it alone; what is left out is as everywhere (contract/settings.ts). */
export const articleLookSchema = z.strictObject({
  fontSize: z.number().int().min(12).max(32).optional(),
  lineHeight: z.number().min(1.3).max(2.2).optional(),
  measure: z.number().int().min(45).max(80).optional(),
  fontFamily: z.enum(['serif', 'sans', 'mono', 'dyslexia']).optional(),
  justify: z.boolean().optional(),
});
export type ArticleLook = z.infer<typeof articleLookSchema>;

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
  /** Other addresses at which the same text was found. */
  otherUrls: z.array(z.string()).optional(),
  /** What rules did to it when it came, first to last. */
  why: z.array(ruleTraceSchema).optional(),
  /** Fields the person edited by hand. */
  edited: z.array(z.string()),
  position: readingPositionSchema.nullable(),
  look: articleLookSchema.optional(),
  /** The whole receipt (the row's summary is in `receipt`); null only where meta.json is missing. */
  fullReceipt: receiptSchema.nullable(),
  /** Folder of the article inside the library, `content/<seg>/<id>`. */
  folder: z.string(),
  /** Name of the file in that folder that the article was made from, where it is kept as it came. */
  original: z.literal('original.pdf').optional(),
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
