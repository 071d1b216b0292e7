import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { SaveInput } from '../../contract/methods.ts';

/**
 * The sample articles, as files to save: `assets/samples` in the checkout, `dist/assets/samples` beside the bundle. None where the folder is
 * missing: a library opens without them.
 */
export async function readSamples(): Promise<SaveInput[]> {
  const bundled = extname(import.meta.filename) !== '.ts';
  const folder = bundled ? join(import.meta.dirname, '../assets/samples') : join(import.meta.dirname, '../../../assets/samples');
  const found = await readdir(folder).catch(() => []);
  const names = found.filter((name) => /\.(html|txt)$/.test(name)).sort();
  // As paths, so that a page's pictures are found beside it.
  return names.map((name): SaveInput => ({ kind: 'path', path: join(folder, name) }));
}
