import { z } from 'zod';
import { articleIdSchema, diskUseSchema, duplicateGroupSchema, libraryHealthSchema, verifyReportSchema } from '../entities.ts';
import { method, nothing } from './method.ts';

/** Methods of the library as a whole. */
export const LIBRARY_METHODS = {
  /** Answers when the index holds everything that the library does, so that lists are whole: at once, except after a rebuild. */
  'library.ready': method('writer', nothing, nothing),
  'library.verify': method('writer', z.strictObject({ repair: z.boolean().default(false) }), verifyReportSchema),
  /** What the background's comparison of files with what was stored has found. The `health` event says when to ask again. */
  'library.health': method('writer', nothing, libraryHealthSchema),
  /**
   * Compares files now, as a job that can be cancelled, and answers when it is done: of `all` articles, or of those that the round under
   * way has still to look at.
   */
  'library.scrub': method('writer', z.strictObject({ all: z.boolean().default(false) }), libraryHealthSchema),
  /** Measures every file of the library, as a job that can be cancelled, and answers when it is done. */
  'library.diskUse': method('writer', nothing, diskUseSchema),
  /** Articles that are there more than once, trash left out; at most 200 groups, `total` counts them all. */
  'library.duplicates': method('writer', nothing, z.strictObject({ groups: z.array(duplicateGroupSchema), total: z.number().int() })),
  /** Articles that an older version of the extraction took out of their kept pages, trash left out: `capture.renew` may better them. */
  'library.outdated': method('writer', nothing, z.strictObject({ ids: z.array(articleIdSchema) })),
  /** Writes the whole library to one zip file at an absolute path. */
  'library.export': method(
    'writer',
    z.strictObject({ path: z.string() }),
    z.strictObject({ files: z.number().int(), bytes: z.number().int() }),
  ),
  /** Makes the archive the library; the one that is open is kept beside it (`keptAt`; null where it held no article). */
  'library.import': method(
    'writer',
    z.strictObject({ path: z.string() }),
    z.strictObject({ articles: z.number().int(), keptAt: z.string().nullable() }),
  ),
} as const;
