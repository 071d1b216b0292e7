import type { OpenReport } from '../../core/ports.ts';

/** Collects what had to be recovered. Grows while the library is open: damage of a document is found when it is first read. */
export class Recovery implements OpenReport {
  readonly #notes: string[] = [];
  readonly #problems: { message: string; path: string | null }[] = [];

  /** Recovered, nothing lost. */
  note(message: string): void {
    this.#notes.push(message);
  }

  /** Committed data that is missing or damaged. `path` is relative to the library. */
  problem(message: string, path: string | null): void {
    this.#problems.push({ message, path });
  }

  /** Repair has dealt with what could be dealt with: from now on it is history. */
  settle(): void {
    for (const { message } of this.#problems.splice(0)) this.note(message);
  }

  get notes(): readonly string[] {
    return [...this.#notes];
  }

  get problems(): readonly { message: string; path: string | null }[] {
    return [...this.#problems];
  }
}
