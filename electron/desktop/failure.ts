import { app, dialog } from 'electron';
import type { ErrorCode } from '../contract/errors.ts';
import { toCallError } from '../core/errors.ts';
import { currentWords } from './language.ts';
import { dialogText as text } from './messages.ts';
import type { Message } from './words.ts';

/** What the dialog is headed with; the sentence of the error says the rest. */
const HEADINGS: Partial<Record<ErrorCode, Message>> = {
  'library-locked': text.inUse,
  'library-newer': text.newer,
  'library-damaged': text.damaged,
  'no-permission': text.noPermission,
  'disk-full': text.diskFull,
};

/** Tells why Offprint could not start. True when the person wants to try once more. */
export async function askAfterFailure(thrown: unknown): Promise<boolean> {
  const error = toCallError(thrown);
  const { say } = currentWords();
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Offprint',
    message: say(HEADINGS[error.code] ?? text.notStarted),
    detail: error.message,
    buttons: [say(text.quit), say(text.tryAgain)],
    defaultId: 1,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

/** A mistake of ours in the main process: a sentence instead of Electron's window with a stack trace. The journal has what was acknowledged. */
export function explainMistakes(): void {
  process.on('uncaughtException', (error) => {
    dialog.showErrorBox('Offprint', currentWords().say(text.mistake, { cause: error.message }));
  });
}

/** For what goes wrong before a dialog can be shown. */
export function endWith(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  app.exit(1);
}
