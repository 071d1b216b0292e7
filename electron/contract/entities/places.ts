import { z } from 'zod';

/** A library this person has opened on this computer. */
export const knownLibrarySchema = z.strictObject({
  name: z.string(),
  /** Absolute. */
  path: z.string(),
  open: z.boolean(),
  /** False where no library is in that folder now, e.g. because its disk is not connected. */
  found: z.boolean(),
});
export type KnownLibrary = z.infer<typeof knownLibrarySchema>;

/** How far a move is. Bytes of the library's files; the index is made anew. */
export const moveProgressSchema = z.strictObject({
  step: z.enum(['copying', 'checking', 'opening']),
  bytes: z.number().int(),
  ofBytes: z.number().int(),
});
export type MoveProgress = z.infer<typeof moveProgressSchema>;
