import type { CallResult } from '../../contract/errors.ts';
import { AppError } from '../../core/errors.ts';

/** Methods that take a path of this computer; a window exports and imports through its own two routes. */
const PATH_METHODS: ReadonlySet<string> = new Set(['library.export', 'library.import', 'watch.take']);

/**
 * What a window may not ask for. It gives files as bytes, so a window that was taken over could not read or write files by naming them.
 * Null where the call may go on.
 */
export function refusedFromWindow(method: string, input: unknown): CallResult<never> | null {
  if (!PATH_METHODS.has(method) && !namesPath(input)) return null;
  const error = new AppError('not-supported-here', 'A window cannot name files of this computer. Choose or drop the file instead.');
  return { ok: false, error: error.toJSON() };
}

function namesPath(input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false;
  const { input: one, inputs } = input as { input?: unknown; inputs?: unknown };
  return [one, ...(Array.isArray(inputs) ? (inputs as unknown[]) : [])].some(
    (each) => typeof each === 'object' && each !== null && (each as { kind?: unknown }).kind === 'path',
  );
}
