import { z } from 'zod';
import { articleIdSchema, timestampSchema } from './ids.ts';

/** A file of an article that is not as it was saved. */
export const fileFaultSchema = z.strictObject({
  articleId: articleIdSchema,
  /** The article's title. */
  title: z.string(),
  /** Within the library, with `/`. */
  path: z.string(),
  /** What is wrong and what can be done. */
  message: z.string(),
});
export type FileFault = z.infer<typeof fileFaultSchema>;

/**
 * What the scrub knows: it compares every article's files and images with what was stored, one article after the other, in the background
 * and in rotation.
 */
export const libraryHealthSchema = z.strictObject({
  /** When the last whole round ended; null before the first one has. */
  lastScrubAt: timestampSchema.nullable(),
  /** Articles looked at in the round that is under way (all of them where one has just ended). */
  scrubbedArticles: z.number().int(),
  totalArticles: z.number().int(),
  /** Files whose bytes are not what was stored, or that cannot be read. Those that have been put right since are left out. */
  damaged: z.array(fileFaultSchema),
  missing: z.array(fileFaultSchema),
  /** True while files are being compared. */
  running: z.boolean(),
});
export type LibraryHealth = z.infer<typeof libraryHealthSchema>;

/** Articles that are one article: kept first. */
export const duplicateGroupSchema = z.strictObject({
  /** `text` = letter for letter the same text; `address` = another text at the same address. */
  same: z.enum(['text', 'address']),
  articles: z.array(
    z.strictObject({
      id: articleIdSchema,
      title: z.string(),
      source: z.string(),
      savedAt: timestampSchema,
      wordCount: z.number().int(),
      /** True for the one to keep: the one that most was done with, else the oldest. */
      keep: z.boolean(),
    }),
  ),
});
export type DuplicateGroup = z.infer<typeof duplicateGroupSchema>;
