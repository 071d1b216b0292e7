import type { Clock, Commit, RandomText } from '../../core/ports.ts';
import type { LibraryDocument } from './document.ts';
import type { Files } from './files.ts';
import type { Journal } from './journal.ts';
import type { Recovery } from './recovery.ts';

/** What the parts of the store share. */
export interface StoreContext {
  readonly root: string;
  readonly files: Files;
  readonly journal: Journal;
  readonly recovery: Recovery;
  readonly library: LibraryDocument;
  readonly clock: Clock;
  readonly random: RandomText;
  /** Ids given out in this session and not committed: their saves are under way. */
  readonly reserved: ReadonlySet<string>;
  /** The sentence that says why nothing may be written, or null. */
  readOnly(): string | null;
  isNewest(segment: string): boolean;
  /** Records came back outside an edit. */
  recovered(commit: Commit): void;
}
