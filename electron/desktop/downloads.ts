import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type Session } from 'electron';
import { ORIGIN } from './addresses.ts';

/** The one thing a window downloads is its library's archive: the person says where to, and hears if it did not work. */
export function handleDownloads(session: Session, parent: () => BrowserWindow | null): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`${ORIGIN}/export/`)) {
      event.preventDefault();
      return;
    }
    item.setSaveDialogOptions({
      title: 'Export library',
      defaultPath: join(app.getPath('downloads'), item.getFilename()),
      filters: [{ name: 'Offprint library', extensions: ['zip'] }],
    });
    item.once('done', (_event, state) => {
      if (state !== 'interrupted') return;
      const options = {
        type: 'error' as const,
        message: 'The library was not exported.',
        detail: 'Writing the archive stopped before it was whole. Check that there is room where it is to go, and export once more.',
      };
      const window = parent();
      void (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options));
    });
  });
}
