import { z } from 'zod';
import { articleIdSchema, articleJsonSchema, jobIdSchema, jobSchema, jobTotalsSchema } from '../entities.ts';
import { method, name, nothing } from './method.ts';

/**
 * What to save. `bytes` is base64 (a dropped or chosen file); `beside` the files that were dropped with a saved page, by their path from
 * its folder (with `/`). `path` is a file of this computer, or a folder that holds a saved page (command line and Electron only).
 * `html` is a selection from the clipboard, with the same as plain `text`.
 */
export const saveInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('url'), url: z.string().max(20_000) }),
  z.strictObject({
    kind: z.literal('file'),
    name: z.string().max(1000),
    bytes: z.string(),
    beside: z
      .array(z.strictObject({ path: z.string().max(2000), bytes: z.string() }))
      .max(5000)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('path'), path: z.string().max(10_000) }),
  z.strictObject({ kind: z.literal('html'), html: z.string().max(20_000_000), text: z.string().max(20_000_000).default('') }),
  /** A page after its scripts have run (see `capture.render`). */
  z.strictObject({ kind: z.literal('rendered'), url: z.string().max(20_000), html: z.string().max(20_000_000) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(20_000_000) }),
]);
export type SaveInput = z.infer<typeof saveInputSchema>;

const renewSchema = z.enum(['again', 'complete', 'reextract']);

const saveOptions = {
  /** Tag names; made where missing. */
  tags: z.array(name).max(100).default([]),
  /** Collection paths (`News / Turkey`); made where missing. */
  collections: z.array(name).max(100).default([]),
};

/** Methods that save articles, and the jobs that do. */
export const CAPTURE_METHODS = {
  /** The article already held for this address (tracking parameters ignored), or null. */
  'capture.lookup': method('writer', z.strictObject({ url: z.string().max(20_000) }), z.strictObject({ id: articleIdSchema.nullable() })),
  /** Starts a save and answers at once with its job. */
  'capture.start': method(
    'writer',
    z.strictObject({ inputs: z.array(saveInputSchema).min(1).max(5000), ...saveOptions }),
    z.strictObject({ jobs: z.array(jobSchema) }),
  ),
  /**
   * Loads a page with its scripts, in a hidden window that is thrown away, and starts to save what it came to. `not-supported-here` without
   * a browser of our own.
   */
  'capture.render': method(
    'host',
    z.strictObject({ url: z.string().max(20_000), ...saveOptions }),
    z.strictObject({ jobs: z.array(jobSchema) }),
  ),
  /** Saves one input and answers when it is durable. */
  'capture.save': method(
    'writer',
    z.strictObject({ input: saveInputSchema, ...saveOptions }),
    z.strictObject({ article: articleJsonSchema }),
  ),

  /**
   * Starts work on articles that are there: `again` = save from the address once more (what changed becomes a new version), `complete` =
   * fetch what is missing, `reextract` = take the article out of its kept page again.
   */
  'capture.renew': method(
    'writer',
    z.strictObject({ ids: z.array(articleIdSchema).min(1).max(100_000), what: renewSchema }),
    z.strictObject({ jobs: z.array(jobSchema) }),
  ),
  /** The same for one article, answering when it is done; `changed` is false where nothing new came of it. */
  'capture.renewNow': method(
    'writer',
    z.strictObject({ id: articleIdSchema, what: renewSchema }),
    z.strictObject({ article: articleJsonSchema, changed: z.boolean(), incomplete: z.boolean() }),
  ),

  /** The jobs worth a line, as the `jobs` event has them. */
  'jobs.list': method('writer', nothing, z.strictObject({ jobs: z.array(jobSchema), totals: jobTotalsSchema })),
  'jobs.cancel': method('writer', z.strictObject({ id: jobIdSchema }), nothing),
  'jobs.retry': method('writer', z.strictObject({ id: jobIdSchema }), nothing),
  /** Cancels every save that waits or runs. */
  'jobs.cancelAll': method('writer', nothing, nothing),
  /** Runs every failed save once more. */
  'jobs.retryFailed': method('writer', nothing, nothing),
  /** Lets running saves finish and begins no more, until it is called with false; kept over restarts. */
  'jobs.pause': method('writer', z.strictObject({ paused: z.boolean() }), nothing),
  /** Forgets finished, failed and cancelled jobs. */
  'jobs.clear': method('writer', nothing, nothing),
} as const;
