import { z } from 'zod';

/** A mistake in a query: the search still runs on the rest. Offsets are UTF-16 units of the query. */
export const queryProblemSchema = z.strictObject({ message: z.string(), start: z.number().int(), end: z.number().int() });
export type QueryProblem = z.infer<typeof queryProblemSchema>;

/** `marks` are [start, end) offsets into `text`, in UTF-16 units. */
export const snippetSchema = z.strictObject({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) });
export type Snippet = z.infer<typeof snippetSchema>;
