import { UsageError, wholeNumber, type Arguments, type OptionTable } from '../arguments.ts';
import { startHeadless } from '../../server.ts';
import type { Terminal } from '../terminal.ts';

/** `serve` holds the library itself instead of using a connection: it is no `Command`, but described like one. */
export const serve = {
  name: 'serve',
  takes: '[--port N] [--no-open]',
  does: 'Serve the window to the browser of this computer, until Ctrl-C',
  options: { port: 'value', 'no-open': 'switch' } as const satisfies OptionTable,
  check: (args: Arguments): void => {
    portOf(args);
    if (args.words.length > 0) throw new UsageError(`“${args.words[0]}” is not expected here.`);
  },
  /** Resolves when a signal has ended it and the library is closed. */
  run: async (args: Arguments, root: string, terminal: Terminal, mustExist: boolean): Promise<0> => {
    const signal = nextSignal();
    const server = await startHeadless({ root, mustExist, port: portOf(args), open: !args.switches.has('no-open'), samples: false });
    terminal.out(JSON.stringify({ url: server.url }));
    await signal;
    await server.close();
    return 0;
  },
};

/** 0 = any free port. */
function portOf(args: Arguments): number {
  return wholeNumber(args, 'port', 0, 65_535, 0);
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve());
  });
}
