import type { JournalLine } from './journal-line.ts';

/** A journalled change of one document that its file on disk may not hold yet. */
export interface PendingChange {
  readonly seq: number;
  readonly table: string;
  readonly id: string;
  readonly record: unknown;
}

/** Journalled changes by document, in the order of the journal: what reading adds to a document's file. */
export class Pending {
  readonly #changes = new Map<string, PendingChange[]>();
  readonly #lastSeqs = new Map<string, number>();

  add(line: JournalLine): void {
    for (const [document, table, id, record] of line.operations) {
      this.#lastSeqs.set(document, line.seq);
      const change = { seq: line.seq, table, id, record };
      const list = this.#changes.get(document);
      if (list) list.push(change);
      else this.#changes.set(document, [change]);
    }
  }

  of(document: string): readonly PendingChange[] {
    return this.#changes.get(document) ?? [];
  }

  /** Seq of the document's newest journalled change, or null. */
  lastSeq(document: string): number | null {
    return this.#changes.get(document)?.at(-1)?.seq ?? null;
  }

  /** The document's file holds everything up to `seq` now. */
  forget(document: string, seq: number): void {
    const rest = this.of(document).filter((change) => change.seq > seq);
    if (rest.length > 0) this.#changes.set(document, rest);
    else this.#changes.delete(document);
  }

  documents(): string[] {
    return [...this.#changes.keys()];
  }

  /** Documents with a journalled change after `seq`, also where their file holds it by now. */
  changedAfter(seq: number): ReadonlySet<string> {
    return new Set([...this.#lastSeqs].filter(([, last]) => last > seq).map(([document]) => document));
  }
}
