import { extname, join } from 'node:path';

export type WorkerName = 'writer' | 'reader' | 'extract';

/** Folder of each worker's source, from this folder. */
const SOURCE_FOLDER: Record<WorkerName, string> = { writer: '.', reader: '.', extract: '../capture' };

/**
 * The file that starts a worker thread. Run from source (Node strips the types) it is the `.ts` beside the code; bundled, it is the
 * CommonJS file in `dist/workers`, which lies beside the folder of whatever bundle this is part of. A `.cjs` starts from inside an asar.
 */
export function workerPath(name: WorkerName): string {
  const bundled = extname(import.meta.filename) !== '.ts';
  return bundled
    ? join(import.meta.dirname, '..', 'workers', `${name}.worker.cjs`)
    : join(import.meta.dirname, SOURCE_FOLDER[name], `${name}.worker.ts`);
}
