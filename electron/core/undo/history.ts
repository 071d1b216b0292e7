import type { UndoState, UndoWords } from '../../contract/entities.ts';
import type { HighlightChange } from '../ports.ts';
import type { ArticlePatch } from './article-patch.ts';
import { parseStep, type Step } from './history-lines.ts';
import type { LibraryChange } from './library-change.ts';
import type { UndoLog } from './log.ts';

/** How many changes can be taken back. */
export const HISTORY_LIMIT = 200;
/** Articles that all of them together may concern, so that a few changes of a large library do not fill the memory. */
const ARTICLES_LIMIT = 500_000;
/** Characters of an entry that is kept over a restart, and lines of the log before it is written afresh. */
const LONGEST_LINE = 4_000_000;
const LINES_LIMIT = 3 * HISTORY_LIMIT;

/** An inverse: only what the change really did, and the words for it ("Mark 12 articles read"). */
export interface UndoEntry {
  readonly label: string;
  /** The same for a window in another language; an entry of an earlier Offprint has none. */
  readonly words?: UndoWords;
  readonly articles: readonly ArticlePatch[];
  readonly highlights?: readonly HighlightChange[];
  readonly library: readonly LibraryChange[];
}

/** An entry in its place. Ids grow; `at` is when it came there, ISO 8601 UTC. */
export interface HistoryEntry extends UndoEntry {
  readonly id: number;
  readonly at: string;
}

export type Direction = 'undo' | 'redo';

/** Two bounded stacks: what can be undone, and what can be redone. With a log they are the same after a restart. */
export class History {
  readonly #stacks: Readonly<Record<Direction, HistoryEntry[]>> = { undo: [], redo: [] };
  readonly #changed: (state: UndoState) => void;
  readonly #now: () => number;
  readonly #log: UndoLog | null;
  #writing: Promise<void> = Promise.resolve();
  #lines = 0;
  #lastId = 0;

  constructor(changed: (state: UndoState) => void, now: () => number = Date.now, log: UndoLog | null = null) {
    this.#changed = changed;
    this.#now = now;
    this.#log = log;
  }

  get state(): UndoState {
    const [undo, redo] = [this.#stacks.undo.at(-1), this.#stacks.redo.at(-1)];
    return {
      undo: undo?.label ?? null,
      redo: redo?.label ?? null,
      ...(undo?.words && { undoWords: undo.words }),
      ...(redo?.words && { redoWords: redo.words }),
    };
  }

  /** Everything there is, newest last. */
  entries(direction: Direction): readonly HistoryEntry[] {
    return this.#stacks[direction];
  }

  /** Takes over what was kept. A line that cannot be read is passed over. */
  async load(): Promise<void> {
    const lines = (await this.#log?.load().catch(() => [])) ?? [];
    for (const line of lines) {
      const step = parseStep(line);
      if (step) this.#replay(step);
    }
    this.#lines = lines.length;
    for (const direction of ['undo', 'redo'] as const) this.#bound(direction);
    if (lines.length > 0) this.#changed(this.state);
  }

  /** A new change: what was undone before it can no longer be redone. */
  record(entry: UndoEntry): void {
    const gone = this.#stacks.redo.splice(0);
    if (gone.length > 0) this.#write({ op: 'drop', ids: gone.map(({ id }) => id) });
    this.keep('undo', entry);
  }

  /**
   * Takes the entry that the next undo (redo) is about off its stack. The log still has it until `settle`: where the program dies
   * in between, the entry is there again, and finds nothing left to take back.
   */
  take(direction: Direction): HistoryEntry | null {
    const entry = this.#stacks[direction].pop() ?? null;
    if (entry) this.#changed(this.state);
    return entry;
  }

  /** An entry that was taken is done with. */
  settle({ id }: HistoryEntry): void {
    this.#write({ op: 'drop', ids: [id] });
  }

  /** Puts an inverse on a stack, leaving the other one alone. */
  keep(direction: Direction, entry: UndoEntry): void {
    const held: HistoryEntry = { ...entry, id: ++this.#lastId, at: new Date(this.#now()).toISOString() };
    this.#stacks[direction].push(held);
    this.#bound(direction);
    this.#write({ op: 'keep', way: direction, entry: held });
    this.#changed(this.state);
  }

  /** Puts an entry that could not be taken back where it was. */
  giveBack(direction: Direction, entry: HistoryEntry): void {
    this.#stacks[direction].push(entry);
    this.#changed(this.state);
  }

  /** Settles when everything so far is in the log. */
  async idle(): Promise<void> {
    await this.#writing;
  }

  #bound(direction: Direction): void {
    const stack = this.#stacks[direction];
    while (stack.length > HISTORY_LIMIT || (stack.length > 1 && articlesOf(stack) > ARTICLES_LIMIT)) stack.shift();
  }

  #replay(step: Step): void {
    if (step.op === 'keep') {
      this.#stacks[step.way].push(step.entry);
      this.#lastId = Math.max(this.#lastId, step.entry.id);
      return;
    }
    for (const stack of Object.values(this.#stacks)) {
      for (const id of step.ids) {
        const at = stack.findIndex((entry) => entry.id === id);
        if (at >= 0) stack.splice(at, 1);
      }
    }
  }

  #write(step: Step): void {
    const log = this.#log;
    if (!log) return;
    const line = JSON.stringify(step);
    // Too long to be worth it: it can be undone until the program ends.
    if (line.length > LONGEST_LINE) return;
    this.#lines += 1;
    const afresh = this.#lines > LINES_LIMIT ? this.#whole() : null;
    if (afresh) this.#lines = afresh.length;
    // The history must never hold up or fail a change: a log that cannot be written only ends sooner.
    this.#writing = this.#writing.then(() => (afresh ? log.replace(afresh) : log.append(line))).catch(() => undefined);
  }

  #whole(): string[] {
    const lines = (['undo', 'redo'] as const).flatMap((way) =>
      this.#stacks[way].map((entry) => JSON.stringify({ op: 'keep', way, entry } satisfies Step)),
    );
    return lines.filter((line) => line.length <= LONGEST_LINE);
  }
}

function articlesOf(stack: readonly UndoEntry[]): number {
  return stack.reduce((sum, entry) => sum + entry.articles.length + (entry.highlights?.length ?? 0), 0);
}
