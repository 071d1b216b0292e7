import { z } from 'zod';

/**
 * What a list is sorted by. `relevance` is best first where the query has words, otherwise the order the view is made for (newest saved
 * first; last opened first in `recent`). `length` is in words, `progress` how far it was read, `opened` when it was last opened.
 */
export const SORTS = ['relevance', 'saved', 'published', 'title', 'source', 'length', 'progress', 'opened'] as const;

/** Of two alike the newer one comes first, where the direction is the usual one (A to Z; newest, longest or furthest first). */
export const sortSchema = z.strictObject({ by: z.enum(SORTS), descending: z.boolean() });
export type Sort = z.infer<typeof sortSchema>;
export type SortBy = Sort['by'];
