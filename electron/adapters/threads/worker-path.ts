import { extname, join } from 'node:path';

export type WorkerName = 'writer' | 'reader' | 'extract' | 'pdf' | 'feed';

/** Folder of each worker's source, from this folder. */
const SOURCE_FOLDER: Record<WorkerName, string> = {
  writer: '.',
  reader: '.',
  extract: '../capture',
  pdf: '../capture/formats/pdf',
  feed: '../feeds',
};

/**
 * The file that starts a worker thread. Run from source (Node strips the types) it is the `.ts` beside the code; bundled, it is the
 * CommonJS file in `dist/workers`, which lies beside the folder of whatever bundle this is part of. A `.cjs` starts from inside an asar.
 *
 * From source, `OFFPRINT_WORKERS` names a folder of bundled workers to start instead. Tests set it: Node strips types with WebAssembly, and
 * threads that load and drop that at the same time can bring down V8 (`Check failed: jit_page.has_value()`, nodejs/node#64500).
 */
export function workerPath(name: WorkerName): string {
  const bundled = `${name}.worker.cjs`;
  if (extname(import.meta.filename) !== '.ts') return join(import.meta.dirname, '..', 'workers', bundled);
  const folder = process.env['OFFPRINT_WORKERS'];
  return folder ? join(folder, bundled) : join(import.meta.dirname, SOURCE_FOLDER[name], `${name}.worker.ts`);
}
