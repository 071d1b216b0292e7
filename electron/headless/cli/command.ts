import type { Arguments, OptionTable } from './arguments.ts';
import type { LibraryConnection } from './library-connection.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with. */
export interface Session {
  readonly args: Arguments;
  /** One JSON document instead of text for people. */
  readonly json: boolean;
  readonly terminal: Terminal;
  readonly library: LibraryConnection;
  /** Absolute folder that relative file names are meant from. */
  readonly cwd: string;
}

export type ExitCode = 0 | 1;

export interface Command {
  readonly name: string;
  /** What follows the name, e.g. `ID… NAME`. */
  readonly takes: string;
  /** One line, for the overview. */
  readonly does: string;
  readonly options: OptionTable;
  /** Words may begin with one dash (queries, tags to remove). */
  readonly dashWords?: boolean;
  /** It answers from lists, which must be whole first. */
  readonly lists?: boolean;
  /** Checks the arguments before the library is opened. Throws `UsageError`. */
  check(args: Arguments): void;
  /** Answers with 0, or with 1 where something failed (which it has told). Rejects with an `AppError` where all of it failed. */
  run(session: Session): Promise<ExitCode>;
}
