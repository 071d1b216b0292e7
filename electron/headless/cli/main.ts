import { runCommandLine } from './run.ts';
import { processTerminal } from './terminal.ts';

/** The `offprint` command. */
const terminal = processTerminal();
void runCommandLine({ argv: process.argv.slice(2), env: process.env, cwd: process.cwd(), terminal }).then(async (code) => {
  await terminal.flush();
  process.exit(code);
});
