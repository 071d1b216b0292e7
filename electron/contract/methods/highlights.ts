import { z } from 'zod';
import {
  articleIdSchema,
  collectionIdSchema,
  highlightAnchorSchema,
  highlightColourSchema,
  highlightEntrySchema,
  highlightIdSchema,
  highlightSchema,
  tagIdSchema,
} from '../entities.ts';
import { changedSchema, method, name, nothing } from './method.ts';

const note = z.string().trim().max(20_000).nullable();

/** Which highlights: all that every given field fits. `text` is looked for in words, notes and titles, without case and accents. */
const filter = {
  text: z.string().max(500).default(''),
  colours: z.array(highlightColourSchema).max(4).default([]),
  tag: tagIdSchema.nullable().default(null),
  /** Only those with a note. */
  noted: z.boolean().default(false),
  /** Only those whose words are no longer in their article. */
  orphans: z.boolean().default(false),
  article: articleIdSchema.nullable().default(null),
  /** Articles in it and in the collections below it. */
  collection: collectionIdSchema.nullable().default(null),
};
export const highlightFilterSchema = z.strictObject(filter);
export type HighlightFilter = z.infer<typeof highlightFilterSchema>;

/** Methods of highlights and notes. */
export const HIGHLIGHTS_METHODS = {
  /** All of an article, in the order of its text; orphans last. */
  'highlights.of': method('writer', z.strictObject({ article: articleIdSchema }), z.strictObject({ highlights: z.array(highlightSchema) })),
  /** Over the library without its trash: newest article first, in it by place. */
  'highlights.list': method(
    'writer',
    z.strictObject({ ...filter, offset: z.number().int().nonnegative().default(0), limit: z.number().int().min(0).max(500).default(100) }),
    z.strictObject({
      total: z.number().int(),
      highlights: z.array(highlightEntrySchema),
      /** Every tag that some highlight carries, with how many do. */
      tags: z.array(z.strictObject({ id: tagIdSchema, name: z.string(), count: z.number().int() })),
    }),
  ),
  'highlights.add': method(
    'writer',
    z.strictObject({
      article: articleIdSchema,
      anchor: highlightAnchorSchema,
      color: highlightColourSchema,
      note: note.default(null),
      tags: z.array(name).max(100).default([]),
    }),
    z.strictObject({ highlight: highlightSchema, undo: z.string().nullable() }),
  ),
  /** What is left out stays. `tags` are names; made where missing. */
  'highlights.edit': method(
    'writer',
    z.strictObject({
      article: articleIdSchema,
      id: highlightIdSchema,
      color: highlightColourSchema.optional(),
      note: note.optional(),
      tags: z.array(name).max(100).optional(),
    }),
    changedSchema,
  ),
  'highlights.remove': method(
    'writer',
    z.strictObject({
      highlights: z
        .array(z.strictObject({ article: articleIdSchema, id: highlightIdSchema }))
        .min(1)
        .max(10_000),
    }),
    changedSchema,
  ),
  /** Where the window found highlights again in the text as shown, or did not (`span` null). Not undoable: it follows the text. */
  'highlights.settle': method(
    'writer',
    z.strictObject({
      article: articleIdSchema,
      found: z
        .array(
          z.strictObject({
            id: highlightIdSchema,
            span: z.strictObject({ start: z.number().int().nonnegative(), end: z.number().int().positive() }).nullable(),
          }),
        )
        .max(10_000),
    }),
    nothing,
  ),
  /** As Markdown: one heading for each article, a quotation for each highlight, its note and tags below it. */
  'highlights.markdown': method(
    'writer',
    z.strictObject({ ...filter, ids: z.array(highlightIdSchema).max(10_000).nullable().default(null) }),
    z.strictObject({ markdown: z.string(), count: z.number().int() }),
  ),
} as const;
