import { app, dialog } from 'electron';
import type { ErrorCode } from '../contract/errors.ts';
import { toCallError } from '../core/errors.ts';

/** What the dialog is headed with; the sentence of the error says the rest. */
const HEADINGS: Partial<Record<ErrorCode, string>> = {
  'library-locked': 'Your library is in use',
  'library-newer': 'Your library is from a newer Offprint',
  'library-damaged': 'Your library could not be opened',
  'no-permission': 'Offprint may not open your library',
  'disk-full': 'The disk is full',
};

/** Tells why Offprint could not start. True when the person wants to try once more. */
export async function askAfterFailure(thrown: unknown): Promise<boolean> {
  const error = toCallError(thrown);
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Offprint',
    message: HEADINGS[error.code] ?? 'Offprint could not start',
    detail: error.message,
    buttons: ['Quit', 'Try again'],
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** A mistake of ours in the main process: a sentence instead of Electron's window with a stack trace. The journal has what was acknowledged. */
export function explainMistakes(): void {
  process.on('uncaughtException', (error) => {
    const { message } = toCallError(error);
    dialog.showErrorBox('Offprint', `${message} If it happens again, close Offprint and start it once more. (${error.message})`);
  });
}

/** For what goes wrong before a dialog can be shown. */
export function endWith(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  app.exit(1);
}
