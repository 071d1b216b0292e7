import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { listFolder } from './files.ts';
import { Files } from './files.ts';
import { siblingName, SIBLINGS } from './library-siblings.ts';
import { openLibrary } from './open-library.ts';
import { randomText } from './random-text.ts';
import { storageError } from './storage-error.ts';
import { unpackArchive } from './archive-unpack.ts';
import { verifyLibrary } from './verify.ts';

/**
 * Unpacks an archive beside the library and checks it there; the library itself is not touched. What is not in order is removed again.
 *
 * @returns the folder that can become the library, and how many articles it holds (Trash included)
 * @throws AppError `archive-invalid`, `file-not-found`, `disk-full`, `library-newer`
 */
export async function stageArchive(archivePath: string, root: string): Promise<{ staging: string; articles: number }> {
  const library = resolve(root);
  const files = new Files();
  await removeOldStagings(library, files);
  const staging = siblingName(library, SIBLINGS.staging, randomText(8));
  try {
    const isKnown = await unpackArchive(archivePath, staging, files);
    return { staging, articles: await check(staging, isKnown) };
  } catch (error) {
    await files.removeTree(staging).catch(() => undefined);
    throw storageError(error, 'The archive could not be unpacked beside the library', dirname(library));
  }
}

async function check(staging: string, isKnown: (path: string | null) => boolean): Promise<number> {
  const { store, content, close } = await openLibrary(staging, { requestedBy: 'an import' });
  try {
    const report = await verifyLibrary({ store, content, index: null, repair: false });
    const problem = report.problems.find(({ path }) => !isKnown(path));
    if (problem) {
      throw new AppError('archive-invalid', `The archive does not hold a whole library, so nothing was changed. ${problem.message}`, {
        details: { path: problem.path, problems: report.problems.length },
      });
    }
    return report.checked.articles;
  } finally {
    await close();
  }
}

/** Imports that a crash cut off. The library is locked by us, so no other import of it is under way. */
async function removeOldStagings(library: string, files: Files): Promise<void> {
  const folder = dirname(library);
  for (const name of await listFolder(folder)) {
    if (join(folder, name).startsWith(siblingName(library, SIBLINGS.staging, ''))) await files.removeTree(join(folder, name));
  }
}
