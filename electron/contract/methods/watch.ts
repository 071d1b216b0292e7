import { z } from 'zod';
import { watchStatusSchema, watchTakenSchema } from '../entities/watch.ts';
import { method, nothing } from './method.ts';

/** The watched folder: what appears in it is saved. Which one it is, is a setting. */
export const WATCH_METHODS = {
  'watch.status': method('writer', nothing, watchStatusSchema),
  /** Forgets the failures and tries every file again that is still there. */
  'watch.retry': method('writer', nothing, watchStatusSchema),
  /** Saves one file once, by its contents. For a command that watches a folder itself; a window may not name files. */
  'watch.take': method('writer', z.strictObject({ path: z.string().max(10_000), move: z.boolean().default(false) }), watchTakenSchema),
} as const;
