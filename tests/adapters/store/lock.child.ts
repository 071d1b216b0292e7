import { writeSync } from 'node:fs';
import { AppError } from '../../../electron/core/errors.ts';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';

/** Opens the library named on the command line, says what came of it, and holds it until its input ends (or for ever: it is killed). */
const [root = '', mode = 'hold'] = process.argv.slice(2);
const say = (text: string) => writeSync(1, `${text}\n`);
try {
  const opened = await openLibrary(root, { requestedBy: 'the child' });
  say('open');
  if (mode === 'hold') await new Promise((resolve) => process.stdin.once('end', resolve).resume());
  await opened.close();
  say('closed');
} catch (error) {
  say(error instanceof AppError ? error.code : String(error));
}
