import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '../..');

let once: Promise<void> | null = null;

/** Makes dist/ what the sources give now. Builds at most once, whoever asks and from however many processes. */
export function ensureBuilt(): Promise<void> {
  once ??= new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(PROJECT, 'scripts/build.mjs'), '--if-stale'], {
      cwd: PROJECT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed:\n${output}`))));
  });
  return once;
}
