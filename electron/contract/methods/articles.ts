import { z } from 'zod';
import {
  articleDetailSchema,
  articleIdSchema,
  articleJsonSchema,
  articleLookSchema,
  articleRowSchema,
  collectionIdSchema,
  dateTextSchema,
  queryProblemSchema,
  readingPositionSchema,
  receiptSchema,
  snippetSchema,
  versionSchema,
  sortSchema,
  viewSchema,
} from '../entities.ts';
import { changedSchema, ids, method, name, nothing } from './method.ts';

/** What a list shows: a view, narrowed by a query, in an order. `keep` holds ids that stay although they were read in this view. */
const listOf = {
  view: viewSchema,
  query: z.string().max(2000).default(''),
  keep: z.array(articleIdSchema).max(10_000).default([]),
  sort: sortSchema.default({ by: 'relevance', descending: true }),
};

/** Methods that list, show and change articles. */
export const ARTICLES_METHODS = {
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
  /**
   * How a list falls into groups, in its order: days (of when they were saved, or were published where the list is sorted by that; empty
   * where unknown) or sources. Only for lists in the order of those; none otherwise.
   */
  'articles.groups': method(
    'reader',
    z.strictObject({ ...listOf, by: z.enum(['day', 'source']) }),
    z.strictObject({ groups: z.array(z.strictObject({ key: z.string(), count: z.number().int() })) }),
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
  /** Sources or bylines to complete `site:` and `by:` with. */
  'search.names': method(
    'reader',
    z.strictObject({ by: z.enum(['source', 'byline']), typed: z.string().max(200) }),
    z.strictObject({ names: z.array(z.string()) }),
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
  /** Opens the file that the article was made from, in the program for it. `not-supported-here` where a browser can do that itself. */
  'articles.openOriginal': method('host', z.strictObject({ id: articleIdSchema }), nothing),
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
  /** What an article was before, oldest first; numbers stay with their versions. */
  'articles.versions': method('writer', z.strictObject({ id: articleIdSchema }), z.strictObject({ versions: z.array(versionSchema) })),
  'articles.version': method(
    'writer',
    z.strictObject({ id: articleIdSchema, n: z.number().int().positive() }),
    z.strictObject({ text: z.string(), receipt: receiptSchema }),
  ),
  /** Makes a version the article again; what it was until now becomes a version. */
  'articles.restoreVersion': method('writer', z.strictObject({ id: articleIdSchema, n: z.number().int().positive() }), nothing),
  /** Not undoable; written at most about once a second by the reader. */
  'articles.setPosition': method('writer', z.strictObject({ id: articleIdSchema, position: readingPositionSchema }), nothing),
  /** Was opened for reading, now; `read` marks it read in the same step. Not undoable. */
  'articles.opened': method('writer', z.strictObject({ id: articleIdSchema, read: z.literal(true).optional() }), nothing),
  /** Sets one article differently; null = as all others. Not undoable. */
  'articles.setLook': method('writer', z.strictObject({ id: articleIdSchema, look: articleLookSchema.nullable() }), nothing),
  'articles.trash': method('writer', z.strictObject({ ids }), changedSchema),
  'articles.restore': method('writer', z.strictObject({ ids }), changedSchema),
  /** Deletes for good: only articles that are in the trash. */
  'articles.purge': method('writer', z.strictObject({ ids }), z.strictObject({ purged: z.number().int() })),
} as const;
