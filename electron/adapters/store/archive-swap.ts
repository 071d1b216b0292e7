import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { isSegment } from '../../core/domain/ids.ts';
import { listArticleFolders } from './article-folder.ts';
import { Files, listFolder } from './files.ts';
import { CONTENT_FOLDER } from './layout.ts';
import { siblingName, SIBLINGS } from './library-siblings.ts';
import { openLibrary } from './open-library.ts';
import { storageError } from './storage-error.ts';

/**
 * Makes a staged folder the library. The library that was there is kept as `<root>.before-import-<time>`, never deleted, unless it
 * holds no article. The library must be closed.
 *
 * @returns where the earlier library is now; null where it held no article
 */
export async function swapLibrary(root: string, staging: string): Promise<{ keptAt: string | null }> {
  const library = resolve(root);
  const folder = dirname(library);
  const files = new Files();
  const empty = await holdsNothing(library);
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const aside = siblingName(library, empty ? SIBLINGS.empty : SIBLINGS.kept, stamp);
  try {
    await files.rename(library, aside);
    try {
      await files.rename(staging, library);
    } catch (error) {
      await files.rename(aside, library);
      throw error;
    }
    await files.syncFolder(folder);
  } catch (error) {
    throw storageError(error, 'The imported library could not be put in place; the one you had is unchanged', folder);
  }
  if (empty) await files.removeTree(aside).catch(() => undefined);
  return { keptAt: empty ? null : aside };
}

/** Only a library that says so itself, and has no article's folder either, counts as empty. Whoever holds its lock is left in peace. */
async function holdsNothing(library: string): Promise<boolean> {
  try {
    const { store, close } = await openLibrary(library, { requestedBy: 'an import' });
    try {
      if (store.report.problems.length > 0) return false;
      for (const segment of (await listFolder(join(library, CONTENT_FOLDER))).filter(isSegment)) {
        if ((await listArticleFolders(library, segment)).length > 0) return false;
      }
      for await (const { articles } of store.scan()) if (articles.length > 0) return false;
      return true;
    } finally {
      await close();
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'library-locked') throw error;
    return false;
  }
}
