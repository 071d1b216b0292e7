import type { ArticleRecord } from '../domain/records.ts';
import type { ArticleChange, LibraryStore } from '../ports.ts';

/**
 * What the writer must know about all articles at once: which addresses are held, which milliseconds are taken, who carries a tag or sits
 * in a collection, what is in the trash. Read from the store when it is first asked for, then kept in step by every commit.
 */
export class Catalogue {
  readonly #store: LibraryStore;
  readonly #keys = new Map<string, string>();
  readonly #stamps = new Set<number>();
  readonly #tags = new Map<string, Set<string>>();
  readonly #collections = new Map<string, Set<string>>();
  readonly #feeds = new Map<string, Set<string>>();
  readonly #trash = new Map<string, string>();
  /** Ids changed while the first reading is under way: the reading must not put an older state over them. */
  readonly #fresh = new Set<string>();
  #reading: Promise<void> | null = null;
  #complete = false;

  constructor(store: LibraryStore) {
    this.#store = store;
  }

  /** Resolves when every article is known. */
  async ready(): Promise<void> {
    this.#reading ??= this.#read().catch((error: unknown) => {
      // Whoever asks next tries again.
      this.#reading = null;
      throw error;
    });
    await this.#reading;
  }

  /** Keeps step with a commit. */
  note(changes: readonly ArticleChange[]): void {
    for (const { id, before, after } of changes) {
      if (!this.#complete) this.#fresh.add(id);
      if (before) this.#remove(before);
      if (after) this.#add(after);
    }
  }

  /** The article held for the first of these keys that is known. Call after `ready`. */
  find(keys: readonly string[]): string | null {
    for (const key of keys) {
      const id = this.#keys.get(key);
      if (id !== undefined) return id;
    }
    return null;
  }

  /** `now` or the next free millisecond after it; the answer is taken from then on. Call after `ready`. */
  claimStamp(now: number): number {
    let stamp = now;
    while (this.#stamps.has(stamp)) stamp += 1;
    this.#stamps.add(stamp);
    return stamp;
  }

  /** Ids of the articles that carry any of these tags. Call after `ready`. */
  tagged(tagIds: readonly string[]): string[] {
    return union(this.#tags, tagIds);
  }

  /** Ids of the articles that sit in any of these collections themselves. Call after `ready`. */
  collected(collectionIds: readonly string[]): string[] {
    return union(this.#collections, collectionIds);
  }

  /** Ids of the articles that any of these feeds brought. Call after `ready`. */
  fromFeeds(feedIds: readonly string[]): string[] {
    return union(this.#feeds, feedIds);
  }

  /** Articles that went to the trash at or before `moment` (ISO 8601 UTC). Call after `ready`. */
  trashedUntil(moment: string): string[] {
    return [...this.#trash].filter(([, trashedAt]) => trashedAt <= moment).map(([id]) => id);
  }

  async #read(): Promise<void> {
    for await (const { articles } of this.#store.scan()) {
      for (const record of articles) if (!this.#fresh.has(record.id)) this.#add(record);
    }
    this.#complete = true;
    this.#fresh.clear();
  }

  #add(record: ArticleRecord): void {
    for (const key of record.keys) if (!this.#keys.has(key)) this.#keys.set(key, record.id);
    this.#stamps.add(Date.parse(record.savedAt));
    for (const tag of record.tags) member(this.#tags, tag).add(record.id);
    for (const collection of record.collections) member(this.#collections, collection).add(record.id);
    for (const { feedId } of record.feeds ?? []) member(this.#feeds, feedId).add(record.id);
    if (record.trashedAt !== null) this.#trash.set(record.id, record.trashedAt);
  }

  #remove(record: ArticleRecord): void {
    for (const key of record.keys) if (this.#keys.get(key) === record.id) this.#keys.delete(key);
    for (const tag of record.tags) this.#tags.get(tag)?.delete(record.id);
    for (const collection of record.collections) this.#collections.get(collection)?.delete(record.id);
    for (const { feedId } of record.feeds ?? []) this.#feeds.get(feedId)?.delete(record.id);
    this.#trash.delete(record.id);
  }
}

function member(map: Map<string, Set<string>>, key: string): Set<string> {
  let set = map.get(key);
  if (!set) map.set(key, (set = new Set()));
  return set;
}

function union(map: Map<string, Set<string>>, keys: readonly string[]): string[] {
  return [...new Set(keys.flatMap((key) => [...(map.get(key) ?? [])]))];
}
