import { z } from 'zod';

/**
 * Every way a call can fail. A code is stable and is what the window and the command line make a sentence from; `message` is that
 * sentence in English, already fit for a person (what happened, and what to do next).
 */
export const ERROR_CODES = [
  // Input
  'invalid-input',
  'unsupported-address',
  'unsupported-file',
  'empty-file',
  'file-not-found',
  'not-found',
  'name-taken',
  'would-nest-in-itself',
  'bad-query',
  // Capture
  'address-not-found',
  'connection-failed',
  'tls-failed',
  'timed-out',
  'http-error',
  'too-many-redirects',
  'too-large',
  'not-an-article',
  'local-network-blocked',
  'cancelled',
  'page-too-complex',
  // Library
  'library-locked',
  'library-read-only',
  'library-newer',
  'library-damaged',
  'disk-full',
  'no-permission',
  'archive-invalid',
  // The rest
  'not-supported-here',
  'internal',
] as const;

export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = (typeof ERROR_CODES)[number];

export const callErrorSchema = z.strictObject({
  code: errorCodeSchema,
  /** One or two plain English sentences: what happened and what to do next. Never a stack trace. */
  message: z.string(),
  /** Facts for a program or a detail view: an HTTP status, a path, an existing article's id. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
  /** True where the same call may succeed later without the person changing anything. */
  retryable: z.boolean(),
});
export type CallError = z.infer<typeof callErrorSchema>;

export type CallResult<T> = { ok: true; value: T } | { ok: false; error: CallError };
