import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type Session } from 'electron';
import { ORIGIN } from './addresses.ts';

const ARCHIVE = `${ORIGIN}/export/`;
/** What the window made itself: highlights as Markdown, the list of feeds. */
const OWN_TEXT = `blob:${ORIGIN}/`;

/** A window downloads only what is its own: the person says where to, and hears if it did not work. */
export function handleDownloads(session: Session, parent: () => BrowserWindow | null): void {
  session.on('will-download', (event, item) => {
    const url = item.getURL();
    const archive = url.startsWith(ARCHIVE);
    if (!archive && !url.startsWith(OWN_TEXT)) {
      event.preventDefault();
      return;
    }
    item.setSaveDialogOptions({
      defaultPath: join(app.getPath('downloads'), item.getFilename()),
      ...(archive && { title: 'Export library', filters: [{ name: 'Offprint library', extensions: ['zip'] }] }),
    });
    item.once('done', (_event, state) => {
      if (state !== 'interrupted') return;
      const what = archive ? 'The library was not exported.' : `${item.getFilename()} was not saved.`;
      const options = {
        type: 'error' as const,
        message: what,
        detail: 'Writing the file stopped before it was whole. Check that there is room where it is to go, and try once more.',
      };
      const window = parent();
      void (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options));
    });
  });
}
