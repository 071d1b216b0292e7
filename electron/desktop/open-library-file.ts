import { join } from 'node:path';
import { shell } from 'electron';
import { AppError } from '../core/errors.ts';

/** Opens a file of the library in the program that this computer has for it. `path` is relative, with `/`. Rejects with an AppError. */
export async function openLibraryFile(root: string, path: string): Promise<void> {
  const problem = await shell.openPath(join(root, ...path.split('/')));
  if (problem !== '') {
    throw new AppError(
      'file-not-found',
      'The file could not be opened: no program for it was found, or it is missing. It lies in the article’s folder in the library.',
      {
        details: { path },
      },
    );
  }
}
