import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from './project.mjs';

const CACHE = inRoot('node_modules/.cache');
const LOCK = join(CACHE, 'offprint-build.lock');
const AGAIN_MS = 100;

/** Runs `work` while no other process of this checkout does. A lock whose process is gone counts for nothing. */
export async function alone(work) {
  await mkdir(CACHE, { recursive: true });
  for (;;) {
    try {
      await writeFile(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (await abandoned()) await rm(LOCK, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
  try {
    return await work();
  } finally {
    await rm(LOCK, { force: true });
  }
}

async function abandoned() {
  const text = await readFile(LOCK, 'utf8').catch(() => null);
  // Empty: made this moment and not yet written. Gone: the next try takes it.
  if (text === null || text === '') return false;
  try {
    process.kill(Number(text), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
