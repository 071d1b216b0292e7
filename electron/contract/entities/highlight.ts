import { z } from 'zod';
import { articleIdSchema, tagIdSchema, timestampSchema } from './ids.ts';

export const highlightIdSchema = z.string().regex(/^h[0-9a-z]{9}$/);
export const highlightColourSchema = z.enum(['yellow', 'green', 'blue', 'pink']);
export type HighlightColour = z.infer<typeof highlightColourSchema>;

/** Where a highlight stands: its words, what stood around them, and UTF-16 offsets into the text as shown (contract/anchor.ts). */
export const highlightAnchorSchema = z.strictObject({
  exact: z.string().min(1).max(50_000),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});

export const highlightSchema = highlightAnchorSchema.extend({
  id: highlightIdSchema,
  articleId: articleIdSchema,
  color: highlightColourSchema,
  note: z.string().nullable(),
  tags: z.array(z.strictObject({ id: tagIdSchema, name: z.string() })),
  /** True where its words are no longer in the article. */
  orphan: z.boolean(),
  createdAt: timestampSchema,
  updatedAt: timestampSchema,
});
export type Highlight = z.infer<typeof highlightSchema>;

/** A highlight in a list over the library: with the article it stands in. */
export const highlightEntrySchema = highlightSchema.extend({
  article: z.strictObject({
    title: z.string(),
    source: z.string(),
    url: z.string().nullable(),
    lang: z.string().nullable(),
    dir: z.enum(['ltr', 'rtl']),
  }),
});
export type HighlightEntry = z.infer<typeof highlightEntrySchema>;
