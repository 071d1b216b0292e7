import { connectControl } from '../adapters/control/control.ts';
import { startLibrary } from '../adapters/places/known-libraries.ts';
import { AppError, toCallError } from '../core/errors.ts';
import { startHeadless, type Headless } from './server.ts';

/**
 * `npm start` without Electron: opens the person's library, prints `Offprint is at <url>` alone on a line, and serves until it is told to
 * stop. Where another Offprint serves the library already, prints that one's address and ends.
 */
async function main(): Promise<void> {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${toCallError(error).message} (${error.message})\n`);
    process.exit(1);
  });
  const { root, remembered } = startLibrary();
  const told = nextSignal();
  let headless: Headless;
  try {
    headless = await startHeadless({ root, mustExist: remembered, open: !process.argv.includes('--no-open'), samples: true });
  } catch (error) {
    process.exit(await explain(error));
  }
  process.stdout.write(`Offprint is at ${headless.url}\n`);
  await told;
  // Told once more, we end at once: the journal is durable, so nothing is lost.
  void nextSignal().then(() => process.exit(130));
  await headless.close();
  process.exit(0);
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve());
  });
}

/** Says in a sentence why the library could not be opened; the exit code. */
async function explain(thrown: unknown): Promise<number> {
  const running = await runningUrl(thrown);
  if (running !== null) {
    process.stdout.write(`Offprint is running already.\nOffprint is at ${running}\n`);
    return 0;
  }
  const { message, details } = toCallError(thrown);
  process.stderr.write(`${message}${details['cause'] === undefined ? '' : ` (${details['cause']})`}\n`);
  return 1;
}

async function runningUrl(thrown: unknown): Promise<string | null> {
  const endpoint = thrown instanceof AppError && thrown.code === 'library-locked' ? thrown.details['endpoint'] : null;
  if (typeof endpoint !== 'string') return null;
  const connection = await connectControl(endpoint).catch(() => null);
  connection?.close();
  return connection?.hello.url ?? null;
}

void main();
