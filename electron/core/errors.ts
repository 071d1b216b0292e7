import type { CallError, ErrorCode } from '../contract/errors.ts';

const RETRYABLE: ReadonlySet<ErrorCode> = new Set(['address-not-found', 'connection-failed', 'timed-out', 'library-locked', 'disk-full']);

/** A failure that a person can be told about. The message is plain English: what happened, and what to do next. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: CallError['details'];
  readonly retryable: boolean;

  constructor(code: ErrorCode, message: string, options: { details?: CallError['details']; retryable?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
    this.retryable = options.retryable ?? RETRYABLE.has(code);
  }

  toJSON(): CallError {
    return { code: this.code, message: this.message, details: this.details, retryable: this.retryable };
  }
}

/** Any thrown value as an error value. Unknown ones become `internal` with a sentence that carries no stack trace. */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof AppError) return thrown.toJSON();
  const cause = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 'internal',
    message: 'Something went wrong inside Offprint. Nothing that was saved is lost; try again.',
    details: { cause },
    retryable: true,
  };
}
