import { z } from 'zod';
import {
  appInfoSchema,
  articleDetailSchema,
  articleIdSchema,
  articleJsonSchema,
  articleRowSchema,
  collectionIdSchema,
  dateTextSchema,
  jobIdSchema,
  jobSchema,
  queryProblemSchema,
  readingPositionSchema,
  sidebarSchema,
  snippetSchema,
  tagIdSchema,
  undoStateSchema,
  verifyReportSchema,
  viewSchema,
} from './entities.ts';
import { settingsPatchSchema, settingsSchema } from './settings.ts';

/** Where a method runs: `writer` and `reader` are the library's two worker threads, `host` is the process that owns the window. */
export type RunsOn = 'writer' | 'reader' | 'host';

const method = <W extends RunsOn, I extends z.ZodType, O extends z.ZodType>(runsOn: W, input: I, output: O) => ({ runsOn, input, output });
const nothing = z.strictObject({});
const ids = z.array(articleIdSchema).min(1).max(200_000);
const name = z.string().trim().min(1).max(200);

/** What a list shows: a view, narrowed by a query. `keep` holds ids that stay although they were read in this view. */
const listOf = { view: viewSchema, query: z.string().max(2000).default(''), keep: z.array(articleIdSchema).max(10_000).default([]) };

/** Result of a mutation: how many records really changed, and the label Undo carries now (null when nothing can be undone). */
export const changedSchema = z.strictObject({ changed: z.number().int(), undo: z.string().nullable() });

/** What to save. `bytes` is base64 (a dropped or chosen file); `path` is a file of this computer (command line and Electron only). */
export const saveInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('url'), url: z.string().max(20_000) }),
  z.strictObject({ kind: z.literal('file'), name: z.string().max(1000), bytes: z.string() }),
  z.strictObject({ kind: z.literal('path'), path: z.string().max(10_000) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(20_000_000) }),
]);
export type SaveInput = z.infer<typeof saveInputSchema>;

const saveOptions = {
  /** Tag names; made where missing. */
  tags: z.array(name).max(100).default([]),
  /** Collection paths (`News / Turkey`); made where missing. */
  collections: z.array(name).max(100).default([]),
};

/** The contract: every call between a renderer, a command line or another process and the core. Input is always validated. */
export const METHODS = {
  'app.info': method('writer', nothing, appInfoSchema),
  'app.sidebar': method('reader', nothing, sidebarSchema),
  'app.openExternal': method('host', z.strictObject({ url: z.string().max(20_000) }), nothing),

  'articles.list': method(
    'reader',
    z.strictObject({ ...listOf, offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(0).max(500).default(60) }),
    z.strictObject({
      /** All matches. */
      total: z.number().int(),
      rows: z.array(articleRowSchema),
      problems: z.array(queryProblemSchema),
      /** Spellings to offer when nothing, or little, was found. */
      didYouMean: z.array(z.string()),
      tookMs: z.number(),
    }),
  ),
  'articles.ids': method(
    'reader',
    z.strictObject({ ...listOf, offset: z.number().int().nonnegative().default(0), limit: z.number().int().max(200_000).default(200_000) }),
    z.strictObject({ ids: z.array(articleIdSchema) }),
  ),
  /** The next article in the list after `from` (an index, exclusive) in direction `step` that is unread. */
  'articles.seekUnread': method(
    'reader',
    z.strictObject({ ...listOf, from: z.number().int().min(-1), step: z.union([z.literal(1), z.literal(-1)]) }),
    z.strictObject({ found: z.strictObject({ index: z.number().int(), id: articleIdSchema }).nullable() }),
  ),
  /** Where an article stands in a list, or null. */
  'articles.indexOf': method(
    'reader',
    z.strictObject({ ...listOf, id: articleIdSchema }),
    z.strictObject({ index: z.number().int().nullable() }),
  ),
  /** Snippets come apart from the hits, so that hits are never late. */
  'articles.snippets': method(
    'reader',
    z.strictObject({ query: z.string().max(2000), ids: z.array(articleIdSchema).max(500) }),
    z.strictObject({ snippets: z.record(articleIdSchema, snippetSchema) }),
  ),
  'articles.rows': method(
    'reader',
    z.strictObject({ ids: z.array(articleIdSchema).max(1000) }),
    z.strictObject({ rows: z.array(articleRowSchema) }),
  ),
  'articles.get': method('writer', z.strictObject({ id: articleIdSchema }), articleDetailSchema),
  /** The sanitised body of the article (no `html`/`head`); image sources are `/images/<2 hex>/<file>`. */
  'articles.content': method(
    'reader',
    z.strictObject({ id: articleIdSchema }),
    z.strictObject({ html: z.string(), lang: z.string().nullable(), dir: z.enum(['ltr', 'rtl']) }),
  ),
  'articles.text': method('reader', z.strictObject({ id: articleIdSchema }), z.strictObject({ text: z.string() })),
  'articles.markdown': method('writer', z.strictObject({ id: articleIdSchema }), z.strictObject({ markdown: z.string() })),
  'articles.json': method(
    'writer',
    z.strictObject({ ids: z.array(articleIdSchema).max(10_000) }),
    z.strictObject({ articles: z.array(articleJsonSchema) }),
  ),

  /** One flag on many articles. `archived: true` also clears `later`. */
  'articles.setFlags': method(
    'writer',
    z.strictObject({
      ids,
      flags: z.strictObject({ read: z.boolean(), starred: z.boolean(), later: z.boolean(), archived: z.boolean() }).partial(),
      /** False for what happened by itself (an article was opened, so it is read): Undo then stays with what the person did before. */
      undoable: z.boolean().default(true),
    }),
    changedSchema,
  ),
  'articles.tag': method(
    'writer',
    z.strictObject({ ids, add: z.array(name).default([]), remove: z.array(name).default([]) }),
    changedSchema,
  ),
  'articles.collect': method(
    'writer',
    z.strictObject({ ids, add: z.array(collectionIdSchema).default([]), remove: z.array(collectionIdSchema).default([]) }),
    changedSchema,
  ),
  /** Edits by hand. A null clears; a field left out stays. */
  'articles.edit': method(
    'writer',
    z.strictObject({
      id: articleIdSchema,
      title: z.string().trim().min(1).max(2000).optional(),
      byline: z.string().trim().max(1000).nullable().optional(),
      source: z.string().trim().min(1).max(500).optional(),
      publishedAt: dateTextSchema.nullable().optional(),
      modifiedAt: dateTextSchema.nullable().optional(),
    }),
    changedSchema,
  ),
  /** Not undoable; written at most about once a second by the reader. */
  'articles.setPosition': method('writer', z.strictObject({ id: articleIdSchema, position: readingPositionSchema }), nothing),
  'articles.trash': method('writer', z.strictObject({ ids }), changedSchema),
  'articles.restore': method('writer', z.strictObject({ ids }), changedSchema),
  /** Deletes for good: only articles that are in the trash. */
  'articles.purge': method('writer', z.strictObject({ ids }), z.strictObject({ purged: z.number().int() })),

  'tags.rename': method('writer', z.strictObject({ id: tagIdSchema, name }), changedSchema),
  'tags.delete': method('writer', z.strictObject({ id: tagIdSchema }), changedSchema),
  'collections.create': method(
    'writer',
    z.strictObject({ name, parentId: collectionIdSchema.nullable().default(null) }),
    z.strictObject({ id: collectionIdSchema, undo: z.string().nullable() }),
  ),
  'collections.rename': method('writer', z.strictObject({ id: collectionIdSchema, name }), changedSchema),
  /** Moves under another parent (null = top) and before a sibling (null = last). */
  'collections.move': method(
    'writer',
    z.strictObject({
      id: collectionIdSchema,
      parentId: collectionIdSchema.nullable(),
      before: collectionIdSchema.nullable().default(null),
    }),
    changedSchema,
  ),
  /** The collections below move up to its parent; no article is deleted. */
  'collections.delete': method('writer', z.strictObject({ id: collectionIdSchema }), changedSchema),

  'undo.state': method('writer', nothing, undoStateSchema),
  'undo.undo': method('writer', nothing, z.strictObject({ done: z.string().nullable() })),
  'undo.redo': method('writer', nothing, z.strictObject({ done: z.string().nullable() })),

  /** The article already held for this address (tracking parameters ignored), or null. */
  'capture.lookup': method('writer', z.strictObject({ url: z.string().max(20_000) }), z.strictObject({ id: articleIdSchema.nullable() })),
  /** Starts a save and answers at once with its job. */
  'capture.start': method(
    'writer',
    z.strictObject({ inputs: z.array(saveInputSchema).min(1).max(5000), ...saveOptions }),
    z.strictObject({ jobs: z.array(jobSchema) }),
  ),
  /** Saves one input and answers when it is durable. */
  'capture.save': method(
    'writer',
    z.strictObject({ input: saveInputSchema, ...saveOptions }),
    z.strictObject({ article: articleJsonSchema }),
  ),
  'jobs.list': method('writer', nothing, z.strictObject({ jobs: z.array(jobSchema) })),
  'jobs.cancel': method('writer', z.strictObject({ id: jobIdSchema }), nothing),
  'jobs.retry': method('writer', z.strictObject({ id: jobIdSchema }), nothing),
  /** Forgets finished, failed and cancelled jobs. */
  'jobs.clear': method('writer', nothing, nothing),

  'settings.get': method('writer', nothing, settingsSchema),
  'settings.set': method('writer', settingsPatchSchema, settingsSchema),

  /** Answers when the index holds everything that the library does, so that lists are whole: at once, except after a rebuild. */
  'library.ready': method('writer', nothing, nothing),
  'library.verify': method('writer', z.strictObject({ repair: z.boolean().default(false) }), verifyReportSchema),
  /** Writes the whole library to one zip file at an absolute path. */
  'library.export': method(
    'writer',
    z.strictObject({ path: z.string() }),
    z.strictObject({ files: z.number().int(), bytes: z.number().int() }),
  ),
  /** Makes the archive the library; the one that is open is kept beside it (`keptAt`; null where it held no article). */
  'library.import': method(
    'writer',
    z.strictObject({ path: z.string() }),
    z.strictObject({ articles: z.number().int(), keptAt: z.string().nullable() }),
  ),
} as const;

export type MethodName = keyof typeof METHODS;
export type MethodInput<M extends MethodName> = z.input<(typeof METHODS)[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<(typeof METHODS)[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<(typeof METHODS)[M]['output']>;
