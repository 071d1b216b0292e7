/** Which files of a folder are whole. A program that writes a file does not say when it has ended: it has when nothing changes any more. */

export interface FileState {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds. */
  readonly changed: number;
}

interface Seen extends FileState {
  /** When it was first seen like this, milliseconds. */
  readonly since: number;
  readonly told: boolean;
}

const ENDINGS = /\.(?:html?|xhtml|mht|mhtml|pdf|txt|text|md|markdown|url|webloc)$/i;

/** Files that are looked at: articles and links, no hidden files, nothing that a browser or an editor is still writing. */
export const isWatched = (name: string): boolean => ENDINGS.test(name) && !/^(?:\.|~\$|#)/.test(name);

export class Settling {
  readonly #settle: number;
  #seen = new Map<string, Seen>();

  /** `settle`: milliseconds that a file must stay as it is. */
  constructor(settle: number) {
    this.#settle = settle;
  }

  /** Takes in how a folder looks now. `ready` are files that have become whole, each told once; `waiting` is true while others may. */
  look(files: ReadonlyMap<string, FileState>, now: number): { ready: string[]; waiting: boolean } {
    const seen = new Map<string, Seen>();
    const ready: string[] = [];
    let waiting = false;
    for (const [name, state] of files) {
      const before = this.#seen.get(name);
      const same = before !== undefined && before.size === state.size && before.changed === state.changed;
      const since = same ? before.since : now;
      // An empty file is one whose first bytes are on their way.
      const whole = same && state.size > 0 && now - since >= this.#settle;
      const told = same && before.told;
      if (whole && !told) ready.push(name);
      if (!whole && state.size > 0) waiting = true;
      seen.set(name, { ...state, since, told: told || whole });
    }
    this.#seen = seen;
    return { ready, waiting };
  }

  /** Every file is told again when it is next seen whole. */
  forget(): void {
    this.#seen = new Map([...this.#seen].map(([name, seen]) => [name, { ...seen, told: false }]));
  }
}
