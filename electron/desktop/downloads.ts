import { join } from 'node:path';
import { app, dialog, type BrowserWindow, type Session } from 'electron';
import { ORIGIN } from './addresses.ts';
import { currentWords } from './language.ts';
import { dialogText as text } from './messages.ts';

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
    const { say } = currentWords();
    item.setSaveDialogOptions({
      defaultPath: join(app.getPath('downloads'), item.getFilename()),
      ...(archive && { title: say(text.exportLibrary), filters: [{ name: say(text.libraryArchive), extensions: ['zip'] }] }),
    });
    item.once('done', (_event, state) => {
      if (state !== 'interrupted') return;
      const what = archive ? say(text.notExported) : say(text.notSaved, { name: item.getFilename() });
      const options = {
        type: 'error' as const,
        message: what,
        detail: say(text.writingStopped),
      };
      const window = parent();
      void (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options));
    });
  });
}
