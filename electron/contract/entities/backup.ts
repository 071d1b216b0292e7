import { z } from 'zod';
import { timestampSchema } from './ids.ts';

/** A copy of the library's documents (everything but the articles' own files and images), read back when it was made. */
export const backupSchema = z.strictObject({
  /** `2024-06-01T10-00-00-000Z`: also the name of its folder. */
  id: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z$/),
  at: timestampSchema,
  reason: z.enum(['daily', 'by-hand', 'before-migration', 'before-restore', 'before-import']),
  articles: z.number().int(),
  /** Size of its documents; those that have not changed since the backup before are on the disk once for both. */
  bytes: z.number().int(),
});
export type Backup = z.infer<typeof backupSchema>;
