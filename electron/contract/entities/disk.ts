import { z } from 'zod';
import { timestampSchema } from './ids.ts';

const bytes = z.number().int().nonnegative();

/** Articles that have something in common, and their files. Those in Trash count. */
export const diskGroupSchema = z.strictObject({
  /** A feed, a collection (with those below it) or a year; null = none of them. */
  id: z.string().nullable(),
  /** Title of the feed, path of the collection (`News / Turkey`), the year; empty where `id` is null. */
  name: z.string(),
  articles: z.number().int(),
  /** Of their files and images, an image that several share counted once. */
  bytes,
  /** What deleting these articles for good would free: their files, and the images that only they show. */
  frees: bytes,
});
export type DiskGroup = z.infer<typeof diskGroupSchema>;

/** What the library takes of the disk, in bytes of its files. */
export const diskUseSchema = z.strictObject({
  at: timestampSchema,
  articles: z.number().int(),
  /** Articles' own files: texts, kept pages, PDFs, earlier versions. */
  texts: bytes,
  images: bytes,
  backups: bytes,
  /** The index of search and what else is made anew where it is missing. */
  cache: bytes,
  /** Documents, journal, the queue of what is still to be saved. */
  documents: bytes,
  trash: z.strictObject({ articles: z.number().int(), frees: bytes }),
  feeds: z.array(diskGroupSchema),
  collections: z.array(diskGroupSchema),
  /** By the year in which an article was saved (UTC). */
  years: z.array(diskGroupSchema),
});
export type DiskUse = z.infer<typeof diskUseSchema>;
