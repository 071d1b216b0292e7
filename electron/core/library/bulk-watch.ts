/**
 * The large changes on their way into the index, and which of their articles a later change has touched meanwhile: those have another
 * state by now than the large change gave them.
 */
export class BulkWatch {
  readonly #open = new Set<Set<string>>();

  /** Whether any is under way: then the index has not got everything up to the newest change it has. */
  get any(): boolean {
    return this.#open.size > 0;
  }

  /** A change that comes now touches these. */
  touch(ids: Iterable<string>): void {
    if (this.#open.size === 0) return;
    const all = [...ids];
    for (const later of this.#open) for (const id of all) later.add(id);
  }

  /** From here on, what later changes touch is noted. */
  begin(): Set<string> {
    const later = new Set<string>();
    this.#open.add(later);
    return later;
  }

  end(later: Set<string>): void {
    this.#open.delete(later);
  }
}
