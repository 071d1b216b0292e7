import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileError } from '../../../adapters/capture/read-file.ts';
import { isWatched } from '../../../adapters/watch/settling.ts';
import { createWatchPort } from '../../../adapters/watch/watch-port.ts';
import { toCallError } from '../../../core/errors.ts';
import { UsageError } from '../arguments.ts';
import type { Command, Session } from '../command.ts';
import { count, json, plain } from '../text.ts';

/** Keeps the process alive while it waits for files. Milliseconds. */
const LONG = 2 ** 30;

/** One line of `--ndjson`, and of the list that `--json` prints. */
type Result =
  | { file: string; outcome: 'saved' | 'known'; articles: number; movedTo: string | null }
  | { file: string; outcome: 'failed'; code: string; message: string };

export const watch: Command = {
  name: 'watch',
  takes: 'DIR [--move] [--once] [--ndjson]',
  does: 'Save what appears in a folder, each file once',
  options: { move: 'switch', once: 'switch', ndjson: 'switch' },
  check: ({ words, switches }) => {
    if (words.length !== 1) throw new UsageError('Say which folder to watch, and only one.');
    if (switches.has('json') && !switches.has('once')) throw new UsageError('Watching has no end: use --ndjson, or --once with --json.');
  },
  run: async (session) => {
    const { args, cwd, terminal } = session;
    const folder = resolve(cwd, args.words[0] ?? '');
    const names = await readdir(folder).catch((error: unknown) => {
      throw fileError((error as NodeJS.ErrnoException).code ?? '', folder);
    });
    if (args.switches.has('once')) {
      const results: Result[] = [];
      for (const name of names.filter(isWatched).sort()) results.push(await take(session, join(folder, name)));
      if (session.json) terminal.out(json({ files: results }));
      return results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
    }
    terminal.tell(`Watching ${plain(folder)}. Press Ctrl-C to stop.`);
    let queue: Promise<unknown> = Promise.resolve();
    createWatchPort().open(folder, {
      onReady: (path) => {
        queue = queue.then(() => take(session, path));
      },
      onProblem: (problem) => {
        if (problem !== null) terminal.tell(problem);
      },
    });
    setInterval(() => undefined, LONG);
    // Ctrl-C ends it, which closes the library.
    return new Promise<0>(() => undefined);
  },
};

async function take({ args, library, terminal, json: asJson }: Session, path: string): Promise<Result> {
  const file = basename(path);
  let result: Result;
  try {
    result = { file, ...(await library.call('watch.take', { path, move: args.switches.has('move') })) };
  } catch (error) {
    const { code, message } = toCallError(error);
    result = { file, outcome: 'failed', code, message };
  }
  if (args.switches.has('ndjson')) terminal.out(JSON.stringify(result));
  if (result.outcome === 'failed') terminal.tell(`${plain(file)}: ${result.message}`);
  else if (!asJson && !args.switches.has('ndjson'))
    terminal.out(
      result.outcome === 'known' ? `Saved before: ${plain(file)}` : `Saved: ${plain(file)} (${count(result.articles, 'article')})`,
    );
  return result;
}
