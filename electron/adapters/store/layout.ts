import { join } from 'node:path';
import { isArticleId, segmentOf } from '../../core/domain/ids.ts';

/** Names of the library's files. Everything is relative to the library's root; `/` on every platform where a path is shown or stored. */
export const FORMAT_FILE = 'format.json';
export const LIBRARY_FILE = 'library.json';
export const LOCK_FILE = 'lock';
export const JOURNAL_FOLDER = 'journal';
export const ARTICLES_FOLDER = 'articles';
export const CONTENT_FOLDER = 'content';
export const IMAGES_FOLDER = 'images';
export const BACKUPS_FOLDER = 'backups';
export const QUEUE_FOLDER = 'queue';
export const CACHE_FOLDER = 'cache';
/** In an article's folder: its earlier versions, by number. */
export const VERSIONS_FOLDER = 'versions';

/** Name of library.json's document in journal lines; segments go by their own name. */
export const LIBRARY_DOCUMENT = 'library';

/** The file of a document, relative, with `/`. */
export function documentFile(document: string): string {
  return document === LIBRARY_DOCUMENT ? LIBRARY_FILE : `${ARTICLES_FOLDER}/${document}.json`;
}

/** `content/<seg>/<id>`. Throws for what is no id: it would be a path to anywhere. */
export function contentFolder(id: string): string {
  if (!isArticleId(id)) throw new Error(`${id} is no article's id.`);
  return `${CONTENT_FOLDER}/${segmentOf(id)}/${id}`;
}

/** A library path with `/` as a path of this platform. */
export function inLibrary(root: string, path: string): string {
  return join(root, ...path.split('/'));
}

/** Names of temporary files, wherever they are: what a crash left behind may be removed. */
export function isTemporary(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.tmp');
}
