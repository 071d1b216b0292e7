import { z } from 'zod';
import { collectionIdSchema, feedIdSchema, smartIdSchema, tagIdSchema } from './ids.ts';

/** Colours a tag or a collection may carry: names, because each theme has its own shade of them. */
export const COLOURS = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink', 'grey'] as const;
export const colourSchema = z.enum(COLOURS);
export type Colour = z.infer<typeof colourSchema>;

/** Pictures a collection may carry. */
export const ICONS = [
  'folder',
  'book',
  'newspaper',
  'star',
  'heart',
  'flag',
  'bookmark',
  'globe',
  'map',
  'home',
  'work',
  'code',
  'science',
  'music',
  'film',
  'camera',
  'art',
  'food',
  'health',
  'money',
  'law',
  'people',
  'idea',
  'search',
] as const;
export const iconSchema = z.enum(ICONS);
export type Icon = z.infer<typeof iconSchema>;

export const tagSchema = z.strictObject({
  id: tagIdSchema,
  name: z.string(),
  count: z.number().int(),
  unread: z.number().int(),
  colour: colourSchema.optional(),
});
export type Tag = z.infer<typeof tagSchema>;

/** A tag an article might want, and why. */
export const tagSuggestionSchema = z.strictObject({
  name: z.string(),
  /** False for a word of the article that is no tag yet. */
  exists: z.boolean(),
  /** How many of the most similar articles have it. */
  similar: z.number().int(),
  /** How often its words stand in the article. */
  times: z.number().int(),
});
export type TagSuggestion = z.infer<typeof tagSuggestionSchema>;

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
  description: z.string().optional(),
  icon: iconSchema.optional(),
  colour: colourSchema.optional(),
});
export type Collection = z.infer<typeof collectionSchema>;

/** A query kept under a name; `count` and `unread` are live. */
export const smartSchema = z.strictObject({
  id: smartIdSchema,
  name: z.string(),
  query: z.string(),
  icon: iconSchema.nullable(),
  colour: colourSchema.nullable(),
  order: z.number(),
  count: z.number().int(),
  unread: z.number().int(),
});
export type Smart = z.infer<typeof smartSchema>;

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

/** A feed as the sidebar lists it, by folder and title. Archived articles count, those in the trash do not. */
export const feedTallySchema = z.strictObject({
  id: feedIdSchema,
  title: z.string(),
  /** Names from the root joined with ` / `; empty at the top. */
  folder: z.string(),
  count: z.number().int(),
  unread: z.number().int(),
});
export type FeedTally = z.infer<typeof feedTallySchema>;

/** Everything the sidebar shows. */
export const sidebarSchema = z.strictObject({
  counts: countsSchema,
  tags: z.array(tagSchema),
  collections: z.array(collectionSchema),
  smart: z.array(smartSchema).default([]),
  feeds: z.array(feedTallySchema).default([]),
});
export type Sidebar = z.infer<typeof sidebarSchema>;

/** What a list shows. `collection` and `tag` include those below them; `smart` is everything its query finds. Only `trash` shows trashed articles. */
export const viewSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['all', 'unread', 'later', 'starred', 'archive', 'incomplete', 'trash']) }),
  /** `recent`: what was opened, last opened first. `highlighted`: what has highlights. */
  z.strictObject({ kind: z.enum(['recent', 'highlighted']) }),
  z.strictObject({ kind: z.literal('feed'), id: feedIdSchema }),
  /** Articles of the feeds in a folder and the folders below it. Names from the root joined with ` / `. */
  z.strictObject({ kind: z.literal('folder'), path: z.string().min(1).max(500) }),
  z.strictObject({ kind: z.literal('tag'), id: tagIdSchema }),
  z.strictObject({ kind: z.literal('smart'), id: smartIdSchema }),
  z.strictObject({ kind: z.literal('collection'), id: collectionIdSchema }),
  /** Search over everything but the trash (archive included). */
  z.strictObject({ kind: z.literal('everything') }),
]);
export type View = z.infer<typeof viewSchema>;
