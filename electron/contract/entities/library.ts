import { z } from 'zod';

export const verifyReportSchema = z.strictObject({
  ok: z.boolean(),
  /** Files and records looked at. */
  checked: z.strictObject({ articles: z.number().int(), files: z.number().int(), images: z.number().int(), bytes: z.number().int() }),
  /** What opening recovered or repair did: nothing to worry about. */
  notes: z.array(z.string()),
  /** Committed data that is missing or altered. */
  problems: z.array(z.strictObject({ message: z.string(), articleId: z.string().nullable(), path: z.string().nullable() })),
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;

export const appInfoSchema = z.strictObject({
  version: z.string(),
  host: z.enum(['electron', 'headless']),
  platform: z.enum(['darwin', 'win32', 'linux']),
  libraryPath: z.string(),
  /** `fts` = the index; `scan` = no index on this runtime, slower. */
  search: z.enum(['fts', 'scan']),
  /** Set while the library cannot be written: the sentence to show. */
  readOnly: z.string().nullable(),
  /** What opening recovered, for Library health. */
  notes: z.array(z.string()),
});
export type AppInfo = z.infer<typeof appInfoSchema>;
