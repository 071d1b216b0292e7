import { z } from 'zod';
import { backupSchema } from '../entities.ts';
import { method, nothing } from './method.ts';

/** Backups of the library's documents. One is made every day by itself; those of 7 days and 4 weeks are kept. */
export const BACKUPS_METHODS = {
  /** Newest first. */
  'backups.list': method('writer', nothing, z.strictObject({ backups: z.array(backupSchema) })),
  'backups.make': method('writer', nothing, z.strictObject({ backup: backupSchema })),
  /**
   * Puts articles' details, tags, collections, highlights and settings back to what they were. The present state is backed up first.
   * Articles that were saved since stay; so do those whose text was captured again since.
   */
  'backups.restore': method(
    'writer',
    z.strictObject({ id: backupSchema.shape.id }),
    z.strictObject({
      /** Articles that are as they were in the backup now, and were not before. */
      restored: z.number().int(),
      /** Articles left as they are because their content is newer than the backup. */
      kept: z.number().int(),
      /** Articles of the backup that were deleted for good since: a backup holds no content. */
      gone: z.number().int(),
      /** The state before. */
      before: backupSchema,
    }),
  ),
} as const;
