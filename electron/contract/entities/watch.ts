import { z } from 'zod';
import { timestampSchema } from './ids.ts';

/** A file of the watched folder that could not be saved, and why. */
export const watchFailureSchema = z.strictObject({ name: z.string(), message: z.string(), at: timestampSchema });

/** What the watched folder is doing. */
export const watchStatusSchema = z.strictObject({
  /** Null while no folder is watched. */
  folder: z.string().nullable(),
  /** Why the folder cannot be watched right now, as a sentence; null where all is well. */
  problem: z.string().nullable(),
  /** Name of the file that is being saved, or null. */
  saving: z.string().nullable(),
  /** Files saved since the library was opened. */
  saved: z.number().int().nonnegative(),
  failures: z.array(watchFailureSchema),
});
export type WatchStatus = z.infer<typeof watchStatusSchema>;

/** What became of one file: a list of links makes as many articles. */
export const watchTakenSchema = z.strictObject({
  /** `known`: its contents were saved from a watched folder before. */
  outcome: z.enum(['saved', 'known']),
  articles: z.number().int().nonnegative(),
  /** Where the file was moved to, or null. */
  movedTo: z.string().nullable(),
});
export type WatchTaken = z.infer<typeof watchTakenSchema>;
