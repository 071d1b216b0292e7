import { z } from 'zod';
import { feedIdSchema, timestampSchema } from './ids.ts';

/** Which of a feed's articles stay. What is tagged, starred, collected, highlighted, noted or kept for later stays whatever it says. */
export const keepPolicySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('newest'), count: z.number().int().min(1).max(100_000) }),
  z.strictObject({ kind: z.literal('days'), days: z.number().int().min(1).max(36_500) }),
  z.strictObject({ kind: z.literal('unread') }),
]);

/** Names joined with ` / `, empty for the top. */
export const feedFolderSchema = z.string().trim().max(500);

export const feedSettingsSchema = z.strictObject({
  paused: z.boolean(),
  /** Minutes; null = as often as the feed and its server ask for. */
  interval: z.number().int().min(5).max(43_200).nullable(),
  /** Save the page of each item; false = the text that the feed itself carries. */
  fullText: z.boolean(),
  images: z.boolean(),
  keep: keepPolicySchema,
  /** Names of tags, and paths of collections, that each new article gets; made where missing. */
  tags: z.array(z.string().trim().min(1).max(200)).max(50),
  collections: z.array(z.string().trim().min(1).max(200)).max(50),
});

/** What can be done about a feed that does not work. */
export const feedFixSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('use-address'), url: z.string() }),
  z.strictObject({ kind: z.literal('find-again') }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('retry') }),
]);
export type FeedFix = z.infer<typeof feedFixSchema>;

export const feedHealthSchema = z.strictObject({
  state: z.enum(['new', 'ok', 'failing', 'gone', 'paused']),
  /** ISO 8601 UTC: since when it fails. */
  since: timestampSchema.nullable(),
  /** HTTP status of the failure, where there was one. */
  status: z.number().int().nullable(),
  /** What happened, as the sentence of its error; null while it works. */
  message: z.string().nullable(),
  /** The best that can be done about it. */
  fix: feedFixSchema.nullable(),
  /** Something about the last reading, e.g. that it was cut; null where there is nothing to say. */
  note: z.string().nullable(),
});
export type FeedHealth = z.infer<typeof feedHealthSchema>;

export const feedSchema = z.strictObject({
  id: feedIdSchema,
  url: z.string(),
  siteUrl: z.string().nullable(),
  title: z.string(),
  folder: feedFolderSchema,
  /** Library path of its icon, or null. */
  icon: z.string().nullable(),
  addedAt: timestampSchema,
  settings: feedSettingsSchema,
  health: feedHealthSchema,
  checkedAt: timestampSchema.nullable(),
  nextAt: timestampSchema.nullable(),
  /** True while it is being asked or its articles are being saved. */
  refreshing: z.boolean(),
  /** Older items that were passed over when it was new and can be had on demand. */
  older: z.number().int().nonnegative(),
});
export type Feed = z.infer<typeof feedSchema>;

/** A feed that an address leads to. */
export const foundFeedSchema = z.strictObject({
  url: z.string(),
  title: z.string(),
  siteUrl: z.string().nullable(),
  /** `RSS`, `RDF`, `Atom` or `JSON Feed`. */
  format: z.string(),
  /** How many items it lists, and when the newest is from. */
  items: z.number().int(),
  newest: z.string().nullable(),
  /** The feed that has this address already, or null. */
  existing: feedIdSchema.nullable(),
});
export type FoundFeed = z.infer<typeof foundFeedSchema>;

/** What one refresh of one feed came to. */
export const feedResultSchema = z.strictObject({
  id: feedIdSchema,
  title: z.string(),
  outcome: z.enum(['new-items', 'nothing-new', 'failed', 'skipped']),
  /** Articles saved, and articles that were in the library already and now name this feed too. */
  added: z.number().int(),
  known: z.number().int(),
  /** Items that could not be saved yet: the next refresh tries them again. */
  waiting: z.number().int(),
  /** Articles whose item the feed has changed: taken in, and what they were is kept. Left out for none. */
  updated: z.number().int().optional(),
  message: z.string().nullable(),
});
export type FeedResult = z.infer<typeof feedResultSchema>;
