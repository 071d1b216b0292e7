import type { SegmentDocument } from './document.ts';

interface Entry {
  readonly document: Promise<SegmentDocument>;
  loaded: SegmentDocument | null;
  pins: number;
}

/** The segments in memory, the least recently used let go first. A segment in use is pinned and never let go. */
export class SegmentCache {
  readonly #load: (segment: string) => Promise<SegmentDocument>;
  readonly #limit: number;
  readonly #entries = new Map<string, Entry>();

  constructor(load: (segment: string) => Promise<SegmentDocument>, limit: number) {
    this.#load = load;
    this.#limit = limit;
  }

  /** Loads what is not in memory and keeps all of it there until `work` has settled. */
  async use<T>(segments: readonly string[], work: (documents: SegmentDocument[]) => T | Promise<T>): Promise<T> {
    const entries = segments.map((segment) => this.#pin(segment));
    try {
      return await work(await Promise.all(entries.map((entry) => entry.document)));
    } finally {
      for (const entry of entries) entry.pins--;
      this.#trim();
    }
  }

  /** Segments that are in memory now. */
  loaded(): SegmentDocument[] {
    return [...this.#entries.values()].flatMap((entry) => entry.loaded ?? []);
  }

  get size(): number {
    return this.#entries.size;
  }

  #pin(segment: string): Entry {
    let entry = this.#entries.get(segment);
    if (entry) {
      this.#entries.delete(segment);
    } else {
      const fresh: Entry = { document: this.#load(segment), loaded: null, pins: 0 };
      fresh.document.then(
        (document) => {
          fresh.loaded = document;
        },
        () => this.#entries.delete(segment),
      );
      entry = fresh;
    }
    this.#entries.set(segment, entry);
    entry.pins++;
    return entry;
  }

  #trim(): void {
    for (const [segment, entry] of this.#entries) {
      if (this.#entries.size <= this.#limit) return;
      if (entry.pins === 0) this.#entries.delete(segment);
    }
  }
}
