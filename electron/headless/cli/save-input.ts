import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { SaveInput } from '../../contract/methods.ts';
import { AppError } from '../../core/errors.ts';

/** Endings that mean a file, also where no such file is: nobody types a website that ends so. */
const FILE_ENDINGS = new Set([
  '.html',
  '.htm',
  '.xhtml',
  '.txt',
  '.text',
  '.md',
  '.pdf',
  '.mht',
  '.mhtml',
  '.webarchive',
  '.zip',
  '.epub',
  '.doc',
  '.docx',
]);

/**
 * What a person means by a word on the command line: an address, or a file of this computer (relative to `cwd`). Anything else is taken
 * for an address, whose check says in a sentence what is wrong with it.
 * @throws AppError `file-not-found`
 */
export async function saveInputOf(word: string, cwd: string): Promise<SaveInput> {
  if (/^https?:/i.test(word)) return { kind: 'url', url: word };
  const path = resolve(cwd, word);
  if (word !== '' && (await exists(path))) return { kind: 'path', path };
  if (/^[a-z][a-z0-9+.-]+:/i.test(word) && !/^[^/]*\.[^/]*:\d/.test(word)) return { kind: 'url', url: word };
  if (looksLikeFile(word))
    throw new AppError('file-not-found', `There is no file ${word}. Check the name and the folder.`, { details: { path } });
  return { kind: 'url', url: word };
}

function looksLikeFile(word: string): boolean {
  if (/^(?:\.{0,2}[\\/]|~[\\/]|[a-z]:[\\/])/i.test(word)) return true;
  return FILE_ENDINGS.has(extname(word).toLowerCase()) && !/^(?:www\.|[^/]+\.[a-z]{2,}\/)/i.test(word);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    // A name that is too long or holds a NUL is no file either.
    () => false,
  );
}
