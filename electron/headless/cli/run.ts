import { resolve } from 'node:path';
import { startLibrary } from '../../adapters/places/known-libraries.ts';
import { hostInfo } from '../../adapters/threads/host-info.ts';
import { toCallError } from '../../core/errors.ts';
import { UsageError, readArguments, type Arguments } from './arguments.ts';
import type { Command } from './command.ts';
import { add } from './commands/add.ts';
import { backup } from './commands/backup.ts';
import { collect } from './commands/collect.ts';
import { remove } from './commands/delete.ts';
import { disk } from './commands/disk.ts';
import { feed } from './commands/feed.ts';
import { highlights } from './commands/highlights.ts';
import { list } from './commands/list.ts';
import { collections, tags } from './commands/overview.ts';
import { reextract, retry } from './commands/renew.ts';
import { search } from './commands/search.ts';
import { serve } from './commands/serve.ts';
import { show } from './commands/show.ts';
import { tag } from './commands/tag.ts';
import { exportLibrary, importLibrary } from './commands/transfer.ts';
import { verify } from './commands/verify.ts';
import { watch } from './commands/watch.ts';
import { connectLibrary } from './library-connection.ts';
import type { Terminal } from './terminal.ts';
import { json } from './text.ts';
import { overview, usageOf } from './usage.ts';

const COMMANDS: readonly Command[] = [
  add,
  list,
  search,
  show,
  tag,
  collect,
  collections,
  tags,
  highlights,
  retry,
  reextract,
  remove,
  feed,
  verify,
  disk,
  backup,
  watch,
  exportLibrary,
  importLibrary,
];
const EVERYWHERE = { library: 'value', json: 'switch', help: 'switch', version: 'switch' } as const;

export interface Environment {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  readonly terminal: Terminal;
}

/** Runs one command line. Answers with its exit code and never rejects: 0 done, 1 something failed, 2 wrong usage. */
export async function runCommandLine(environment: Environment): Promise<0 | 1 | 2> {
  const { argv, terminal } = environment;
  const described = [...COMMANDS, serve];
  // Options may stand before the command's name.
  const { name, rest } = splitName(argv);
  const command = described.find((one) => one.name === name);
  try {
    if (!command) return withoutCommand(name, rest, terminal, overview(described));
    const dashWords = 'dashWords' in command && command.dashWords === true;
    const args = readArguments(rest, { ...EVERYWHERE, ...command.options }, dashWords);
    if (args.switches.has('help')) {
      terminal.out(usageOf(command));
      return 0;
    }
    command.check(args);
    return await runCommand(command, args, environment);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.tell(`${error.message}\n${command ? usageOf(command) : overview(described)}`.trimEnd());
      return 2;
    }
    const { code, message, details } = toCallError(error);
    terminal.tell(message);
    if (argv.includes('--json')) terminal.out(json({ error: { code, message, details } }));
    return 1;
  }
}

async function runCommand(command: Command | typeof serve, args: Arguments, { env, cwd, terminal }: Environment): Promise<0 | 1> {
  const folder = args.values['library']?.[0];
  const { root, remembered } = folder === undefined ? startLibrary(env) : { root: resolve(cwd, folder), remembered: false };
  if (command.name === 'serve') return serve.run(args, root, terminal, remembered);
  const library = await connectLibrary(root, remembered);
  const stop = (): void => void library.close().finally(() => process.exit(130));
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop);
  try {
    if ((command as Command).lists) await library.call('library.ready', {});
    return await (command as Command).run({ args, json: args.switches.has('json'), terminal, library, cwd });
  } finally {
    await library.close();
  }
}

function splitName(argv: readonly string[]): { name: string | undefined; rest: string[] } {
  let at = 0;
  while (at < argv.length && (argv[at] ?? '').startsWith('-')) at += argv[at] === '--library' ? 2 : 1;
  return { name: argv[at], rest: [...argv.slice(0, at), ...argv.slice(at + 1)] };
}

function withoutCommand(name: string | undefined, rest: readonly string[], terminal: Terminal, help: string): 0 {
  if (name !== undefined) throw new UsageError(`There is no command “${name}”.`);
  const { switches } = readArguments(rest, EVERYWHERE, false);
  if (switches.has('version')) terminal.out(hostInfo('headless').version);
  else if (switches.has('help')) terminal.out(help);
  else throw new UsageError('Say what to do.');
  return 0;
}
