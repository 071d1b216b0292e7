import type { UndoState } from '../../contract/entities.ts';
import type { HighlightChange } from '../ports.ts';
import type { ArticlePatch } from './article-patch.ts';
import type { LibraryChange } from './library-change.ts';

/** How many changes can be taken back. */
export const HISTORY_LIMIT = 200;
/** Articles that all of them together may concern, so that a few changes of a large library do not fill the memory. */
const ARTICLES_LIMIT = 500_000;

/** An inverse: only what the change really did, and the words for it ("Mark 12 articles read"). */
export interface UndoEntry {
  readonly label: string;
  readonly articles: readonly ArticlePatch[];
  readonly highlights?: readonly HighlightChange[];
  readonly library: readonly LibraryChange[];
}

/** Two bounded stacks, in memory: what can be undone, and what can be redone. */
export class History {
  readonly #undo: UndoEntry[] = [];
  readonly #redo: UndoEntry[] = [];
  readonly #changed: (state: UndoState) => void;

  constructor(changed: (state: UndoState) => void) {
    this.#changed = changed;
  }

  get state(): UndoState {
    return { undo: this.#undo.at(-1)?.label ?? null, redo: this.#redo.at(-1)?.label ?? null };
  }

  /** A new change: what was undone before it can no longer be redone. */
  record(entry: UndoEntry): void {
    this.#redo.length = 0;
    this.#push(this.#undo, entry);
  }

  /** Takes the entry that the next undo (redo) is about off its stack. */
  take(direction: 'undo' | 'redo'): UndoEntry | null {
    const entry = this.#stack(direction).pop() ?? null;
    if (entry) this.#changed(this.state);
    return entry;
  }

  /** Puts an inverse (or an entry that could not be taken back) on a stack, leaving the other one alone. */
  keep(direction: 'undo' | 'redo', entry: UndoEntry): void {
    this.#push(this.#stack(direction), entry);
  }

  #stack(direction: 'undo' | 'redo'): UndoEntry[] {
    return direction === 'undo' ? this.#undo : this.#redo;
  }

  #push(stack: UndoEntry[], entry: UndoEntry): void {
    stack.push(entry);
    while (stack.length > HISTORY_LIMIT || (stack.length > 1 && articlesOf(stack) > ARTICLES_LIMIT)) stack.shift();
    this.#changed(this.state);
  }
}

function articlesOf(stack: readonly UndoEntry[]): number {
  return stack.reduce((sum, entry) => sum + entry.articles.length + (entry.highlights?.length ?? 0), 0);
}
