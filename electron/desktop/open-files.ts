import { dialog, type BrowserWindow } from 'electron';
import type { SaveInput } from '../contract/methods.ts';
import { currentWords } from './language.ts';
import { dialogText as text } from './messages.ts';

/** Lets the person choose files to save. */
export async function chooseFiles(window: BrowserWindow | null): Promise<SaveInput[]> {
  const { say } = currentWords();
  const options = {
    title: say(text.openFile),
    properties: ['openFile' as const, 'multiSelections' as const],
    filters: [
      { name: say(text.articles), extensions: ['html', 'htm', 'xhtml', 'txt', 'text'] },
      { name: say(text.allFiles), extensions: ['*'] },
    ],
  };
  const { filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return filePaths.map((path) => ({ kind: 'path', path }));
}

/** Lets the person choose a folder, or make one; null where they close the chooser. */
export async function chooseFolder(window: BrowserWindow | null): Promise<string | null> {
  const options = { title: currentWords().say(text.chooseFolder), properties: ['openDirectory' as const, 'createDirectory' as const] };
  const { filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return filePaths[0] ?? null;
}
