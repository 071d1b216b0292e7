import { join } from 'node:path';
import { sha256 } from './article-folder.ts';
import { listFolder, readIfThere, type Files } from './files.ts';
import { isTemporary, VERSIONS_FOLDER } from './layout.ts';

/**
 * Earlier versions of an article: `versions/<n>/` in its folder, with the same files as the article itself. The document is handed over,
 * since its images lie two folders further away; everything else is copied byte by byte.
 */
const DOCUMENT = 'article.html';
const LAST = 'meta.json';

/** Copies the files of one folder into another, meta.json last and durable. Returns sha256 by file name. */
async function copyFiles(files: Files, from: string, to: string, document: string): Promise<Record<string, string>> {
  await files.makeFolder(to);
  const hashes: Record<string, string> = {};
  const names = (await listFolder(from)).filter((name) => ![VERSIONS_FOLDER, LAST, DOCUMENT].includes(name) && !isTemporary(name));
  for (const name of [DOCUMENT, ...names, LAST]) {
    const data = name === DOCUMENT ? document : await readIfThere(join(from, name));
    if (data === null) continue;
    hashes[name] = sha256(data);
    if (name === LAST) await files.replaceDurably(join(to, name), data);
    else await files.replace(join(to, name), data);
  }
  return hashes;
}

/** Keeps what the article's folder holds now as version `n`. */
export function keepVersion(files: Files, folder: string, n: number, document: string): Promise<Record<string, string>> {
  return copyFiles(files, folder, join(folder, VERSIONS_FOLDER, String(n)), document);
}

/** Puts version `n` in the place of what the article's folder holds; files it does not have go. */
export async function putVersionBack(files: Files, folder: string, n: number, document: string): Promise<Record<string, string>> {
  const hashes = await copyFiles(files, join(folder, VERSIONS_FOLDER, String(n)), folder, document);
  for (const name of await listFolder(folder)) {
    if (name !== VERSIONS_FOLDER && hashes[name] === undefined) await files.remove(join(folder, name));
  }
  return hashes;
}
