import { z } from 'zod';
import { UNDO_WORDS } from '../undo-words.table.ts';
import { callErrorSchema } from '../errors.ts';
import { articleIdSchema, jobIdSchema, timestampSchema } from './ids.ts';

export const jobStateSchema = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);

/** One piece of long work. A save is one job per address or file. */
export const jobSchema = z.strictObject({
  id: jobIdSchema,
  kind: z.enum([
    'save',
    'save-again',
    'complete',
    'reextract',
    'import-library',
    'export-library',
    'verify',
    'scrub',
    'rebuild-index',
    'disk-use',
    'refresh-feeds',
    'prepare-offline',
  ]),
  /** Address, file name or what the job does: shown to the person. */
  label: z.string(),
  state: jobStateSchema,
  /** What it is doing now, as a short sentence ("Downloading 3 of 12 images"). */
  step: z.string(),
  /** 0–1, or null where the end cannot be known. */
  progress: z.number().min(0).max(1).nullable(),
  /** The article a finished save made or found. */
  articleId: articleIdSchema.nullable(),
  /** True where the article was in the library already. */
  existing: z.boolean(),
  /** The title it has in the library, where it was there already. */
  savedAs: z.string().optional(),
  /** True where it was saved, but not everything the article refers to could be stored, or its text looks cut. */
  incomplete: z.boolean(),
  error: callErrorSchema.nullable(),
  createdAt: timestampSchema,
  /** When it is tried again after a failure (`error` says which); absent or null where it is not. */
  retryAt: timestampSchema.nullable().optional(),
});
export type Job = z.infer<typeof jobSchema>;

/** All jobs that are remembered, in numbers: the list itself may show fewer. */
export const jobTotalsSchema = z.strictObject({
  total: z.number().int(),
  waiting: z.number().int(),
  running: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
  /** Of those that are done: in the library already. */
  existing: z.number().int(),
  /** Of those that are done: saved, but not whole. */
  incomplete: z.number().int(),
  /** True where every job is a save: words can speak of articles. */
  saves: z.boolean(),
  /** True while nothing new is begun because the person said so. */
  paused: z.boolean(),
  /** 0–1 over all of them. */
  progress: z.number(),
});
export type JobTotals = z.infer<typeof jobTotalsSchema>;

/** The words of a change, for a window in another language: which sentence it is (contract/undo-words.table.ts), and what stands in it. */
export const undoWordsSchema = z.strictObject({ id: z.enum(UNDO_WORDS), values: z.record(z.string(), z.union([z.string(), z.number()])) });
export type UndoWords = z.infer<typeof undoWordsSchema>;

/** What Undo and Redo would do now, in English and as words. A change that an earlier Offprint wrote down has no words. */
export const undoStateSchema = z.strictObject({
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  undoWords: undoWordsSchema.optional(),
  redoWords: undoWordsSchema.optional(),
});
export type UndoState = z.infer<typeof undoStateSchema>;

/** A change that can be undone, or (`undone`) redone. `articles` = how many it concerns; `at` = when. */
export const historyItemSchema = z.strictObject({
  id: z.number().int(),
  at: z.string(),
  label: z.string(),
  words: undoWordsSchema.optional(),
  articles: z.number().int(),
  undone: z.boolean(),
});
export type HistoryItem = z.infer<typeof historyItemSchema>;
