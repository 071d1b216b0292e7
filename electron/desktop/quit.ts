import { app } from 'electron';

/** Keeps the program running until the library is closed: it takes a moment at most, and then quits for good. */
export function closeBeforeQuit(library: { close(): Promise<void> }): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void library
      .close()
      .catch(() => undefined)
      .then(() => app.exit(0));
  });
}
