import { table } from './text.ts';

interface Described {
  readonly name: string;
  readonly takes: string;
  readonly does: string;
}

/** What `offprint --help` prints. */
export function overview(commands: readonly Described[]): string {
  return `offprint: save articles, and read, tag and search them without a network

Usage: offprint COMMAND [OPTIONS]

${table(commands.map(({ name, does }) => [`  ${name}`, does]))}

Everywhere:
  --library DIR  The library to use (otherwise OFFPRINT_LIBRARY, otherwise the one of the app)
  --json         Print one JSON document; messages go to stderr
  --help         Print this, or the usage of a command
  --version      Print the version

Exit status: 0 = done, 1 = something failed, 2 = wrong usage.
`;
}

/** The usage of one command. */
export function usageOf({ name, takes, does }: Described): string {
  return `Usage: offprint ${name}${takes === '' ? '' : ` ${takes}`} [--library DIR] [--json]\n${does}.\n`;
}
