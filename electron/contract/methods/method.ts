import { z } from 'zod';
import { articleIdSchema } from '../entities.ts';

/** Where a method runs: `writer` and `reader` are the library's two worker threads, `host` is the process that owns the window. */
export type RunsOn = 'writer' | 'reader' | 'host';

/** One line of the contract. */
export const method = <W extends RunsOn, I extends z.ZodType, O extends z.ZodType>(runsOn: W, input: I, output: O) => ({
  runsOn,
  input,
  output,
});

export const nothing = z.strictObject({});
export const ids = z.array(articleIdSchema).min(1).max(200_000);
export const name = z.string().trim().min(1).max(200);

/** Result of a mutation: how many records really changed, and the label Undo carries now (null when nothing can be undone). */
export const changedSchema = z.strictObject({ changed: z.number().int(), undo: z.string().nullable() });
