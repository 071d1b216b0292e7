import { dialog, type BrowserWindow } from 'electron';
import type { SaveInput } from '../contract/methods.ts';

/** Lets the person choose files to save. */
export async function chooseFiles(window: BrowserWindow | null): Promise<SaveInput[]> {
  const options = {
    title: 'Open file',
    properties: ['openFile' as const, 'multiSelections' as const],
    filters: [
      { name: 'Articles', extensions: ['html', 'htm', 'xhtml', 'txt', 'text'] },
      { name: 'All files', extensions: ['*'] },
    ],
  };
  const { filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return filePaths.map((path) => ({ kind: 'path', path }));
}

/** Lets the person choose a folder, or make one; null where they close the chooser. */
export async function chooseFolder(window: BrowserWindow | null): Promise<string | null> {
  const options = { title: 'Choose a folder', properties: ['openDirectory' as const, 'createDirectory' as const] };
  const { filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return filePaths[0] ?? null;
}
