import type { ErrorCode } from '../../contract/errors.ts';
import { AppError } from '../../core/errors.ts';

/** True where `error` is a system error with one of these codes. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && codes.includes(code);
}

/** Errors that say "this folder cannot be written", as opposed to a failing disk. */
export function isNoWrite(error: unknown): boolean {
  return hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT');
}

export function reasonOf(error: unknown, root: string): { code: ErrorCode; why: string; next: string } {
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) {
    return { code: 'disk-full', why: 'the disk is full', next: 'Free some space and try again' };
  }
  if (hasCode(error, 'EROFS')) {
    return { code: 'library-read-only', why: 'its disk is read-only', next: 'Make the disk writable' };
  }
  if (hasCode(error, 'EACCES', 'EPERM')) {
    return { code: 'no-permission', why: 'Offprint may not write there', next: `Check the permissions of ${root}` };
  }
  const code = (error as { code?: unknown } | null)?.code;
  const why = typeof code === 'string' ? `the disk answered with an error (${code})` : 'the disk answered with an error';
  return { code: 'library-read-only', why, next: 'Check the disk' };
}

/**
 * A failed file operation in plain English.
 *
 * @param what what could not be done, e.g. `The article could not be stored`
 */
export function storageError(error: unknown, what: string, root: string): AppError {
  if (error instanceof AppError) return error;
  if (typeof (error as { code?: unknown } | null)?.code !== 'string') {
    const sentence = `${what}, because of a mistake in Offprint. Nothing that was saved is lost; try again.`;
    return new AppError('internal', sentence, { details: { cause: String(error) }, retryable: true, cause: error });
  }
  const { code, why, next } = reasonOf(error, root);
  return new AppError(code, `${what}: ${why}. ${next}.`, { details: { path: root }, cause: error });
}

/** Why the whole library can only be read from now on: `code` for a program, `sentence` for a person. */
export function readOnlyReason(error: unknown, root: string, when: 'opening' | 'writing'): { code: ErrorCode; sentence: string } {
  const { code, why, next } = reasonOf(error, root);
  const head =
    when === 'opening'
      ? `The library is open for reading only, because ${why}.`
      : `The last change could not be saved, because ${why}. The library can only be read until Offprint is started again; everything saved before is safe.`;
  return { code, sentence: `${head} ${next === 'Free some space and try again' ? 'Free some space' : next}, then start Offprint again.` };
}
