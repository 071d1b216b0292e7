import { z } from 'zod';
import {
  articleIdSchema,
  feedFolderSchema,
  feedIdSchema,
  feedResultSchema,
  feedSchema,
  feedSettingsSchema,
  foundFeedSchema,
  jobSchema,
  keepPolicySchema,
} from '../entities.ts';
import { changedSchema, method, name, nothing } from './method.ts';

const address = z.string().max(20_000);
const feedIds = z.array(feedIdSchema).min(1).max(10_000);

/** Methods of feeds: subscribing, refreshing, what is kept, and the list as OPML. */
export const FEEDS_METHODS = {
  'feeds.list': method('writer', nothing, z.strictObject({ feeds: z.array(feedSchema) })),
  /** The feeds of a site, or the one whose address it is. Rejects with `not-found` where there is none. */
  'feeds.find': method('writer', z.strictObject({ address }), z.strictObject({ found: z.array(foundFeedSchema) })),
  /** Subscribes. `items` is how many of its newest items are saved at once; the rest can be had on demand. */
  'feeds.add': method(
    'writer',
    z.strictObject({
      url: address,
      title: name.nullable().default(null),
      folder: feedFolderSchema.default(''),
      settings: feedSettingsSchema.partial().default({}),
      items: z.number().int().min(0).max(2000).default(20),
      /** True answers only when its newest items are saved. */
      wait: z.boolean().default(false),
    }),
    z.strictObject({ feed: feedSchema, existing: z.boolean(), result: feedResultSchema.nullable() }),
  ),
  /** Changes what is given on each of the feeds. Undoable. */
  'feeds.edit': method(
    'writer',
    z.strictObject({
      ids: feedIds,
      title: name.optional(),
      url: address.optional(),
      folder: feedFolderSchema.optional(),
      settings: feedSettingsSchema.partial().optional(),
    }),
    changedSchema,
  ),
  /** Renames a folder, or moves it with everything in it. Undoable. */
  'feeds.moveFolder': method('writer', z.strictObject({ from: feedFolderSchema, to: feedFolderSchema }), changedSchema),
  /** Unsubscribes. `articles`: what becomes of those that only these feeds brought and nobody marked. Undoable. */
  'feeds.remove': method('writer', z.strictObject({ ids: feedIds, articles: z.enum(['keep', 'trash']).default('keep') }), changedSchema),
  /** Asks feeds for what is new (all that are not paused where no ids are given); with `wait` answers when their items are saved. */
  'feeds.refresh': method(
    'writer',
    z.strictObject({ ids: feedIds.nullable().default(null), wait: z.boolean().default(false) }),
    z.strictObject({ job: jobSchema.nullable(), results: z.array(feedResultSchema) }),
  ),
  /** The computer woke up or has a network again: what is due is asked soon, and failures of the network are forgotten. */
  'feeds.wake': method('writer', nothing, nothing),
  /** Saves older items that were passed over when the feed was new. */
  'feeds.loadOlder': method(
    'writer',
    z.strictObject({ id: feedIdSchema, count: z.number().int().min(1).max(2000).default(20), wait: z.boolean().default(false) }),
    z.strictObject({ job: jobSchema.nullable(), results: z.array(feedResultSchema) }),
  ),
  /** What a keep policy would move to the trash now, newest first, and what it leaves because somebody marked it. */
  'feeds.previewKeep': method(
    'writer',
    z.strictObject({ id: feedIdSchema, keep: keepPolicySchema }),
    z.strictObject({
      total: z.number().int(),
      articles: z.array(
        z.strictObject({ id: articleIdSchema, title: z.string(), publishedAt: z.string().nullable(), savedAt: z.string() }),
      ),
      protected: z.number().int(),
    }),
  ),
  /** Moves to the trash what the feed's own policy says. Undoable. */
  'feeds.applyKeep': method('writer', z.strictObject({ ids: feedIds }), changedSchema),
  /** Subscribes to every feed of an OPML document. */
  'feeds.importOpml': method(
    'writer',
    z.strictObject({
      opml: z.string().max(50_000_000),
      /** Everything goes below this folder. */
      folder: feedFolderSchema.default(''),
      items: z.number().int().min(0).max(2000).default(10),
      refresh: z.boolean().default(true),
    }),
    z.strictObject({
      added: z.array(feedSchema),
      existing: z.number().int(),
      job: jobSchema.nullable(),
    }),
  ),
  /**
   * Gets articles ready for reading without a network, as a job: refreshes these feeds, and fetches again what is not whole of their
   * articles and of those named, the newest `limit` of them. The job fails, and can be tried again, while one is not whole.
   */
  'feeds.prepareOffline': method(
    'writer',
    z.strictObject({
      feeds: z.array(feedIdSchema).max(10_000).default([]),
      articles: z.array(articleIdSchema).max(10_000).default([]),
      limit: z.number().int().min(1).max(10_000).default(100),
    }),
    z.strictObject({ job: jobSchema }),
  ),
  'feeds.exportOpml': method('writer', nothing, z.strictObject({ opml: z.string() })),
} as const;
