import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DIST, ROOT, inRoot } from './project.mjs';

/** What a build is made from. */
const SOURCES = [
  'electron',
  'renderer',
  'assets',
  'build',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'bin',
  'scripts/lib/build.mjs',
  'scripts/lib/catalogues.mjs',
];
const STAMP = 'build-stamp.json';

/** A hash over names and contents of the sources: a copied or checked-out tree has new times, but the same contents. */
export async function stampOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesOf(inRoot(source))) {
      hash.update(`${relative(ROOT, file)}\0`);
      hash.update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(path) {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

export const writeStamp = (folder, stamp) => writeFile(join(folder, STAMP), `${JSON.stringify({ stamp })}\n`);

/** 'missing', 'stale' or 'fresh'. */
export async function buildState() {
  const text = await readFile(join(DIST, STAMP), 'utf8').catch(() => null);
  if (text === null) return 'missing';
  return JSON.parse(text).stamp === (await stampOfSources()) ? 'fresh' : 'stale';
}
