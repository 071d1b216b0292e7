import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { AppError } from '../core/errors.ts';
import { pdfName } from './pdf-name.ts';

/** Saves what a window prints as a PDF, where the person says; false where they say nowhere. The file is whole or not there at all. */
export async function savePdf(window: BrowserWindow, name: string): Promise<boolean> {
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('downloads'), pdfName(name)),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === undefined || filePath === '') return false;
  // Paper as the page's own print rules have it: its size and margins, and no backgrounds.
  const pdf = await window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: false });
  const unfinished = `${filePath}.new`;
  try {
    await writeFile(unfinished, pdf);
    await rename(unfinished, filePath);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC';
    throw new AppError(
      full ? 'disk-full' : 'no-permission',
      full
        ? 'The PDF was not saved: the disk is full. Make room, or choose another place.'
        : 'The PDF was not saved: nothing may be written there. Choose another place.',
      { cause: error },
    );
  }
  return true;
}
