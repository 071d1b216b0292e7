import { segmentOf } from '../domain/ids.ts';
import type { ArticleRecord } from '../domain/records.ts';
import type { CatalogueCache, Commit, LibraryStore } from '../ports.ts';
import { isSameText, keyOfText, type TextMark } from './same-text.ts';
import type { Members } from './catalogue-columns.ts';
import { decodeTables, emptyTables, encodeTables, SEQ_BYTES, seqOfTables, type CatalogueTables } from './catalogue-tables.ts';

/** Fewer articles are read faster than a file is kept in step. */
const WORTH_KEEPING = 1_000;
/** What the file may lack when the library is closed: the next opening reads these segments again, … */
const SEGMENTS_BEHIND = 8;
/** … and finds them in the journal, which goes back some hundred changes. */
const CHANGES_BEHIND = 200;

/**
 * What the writer must know about all articles at once: which addresses are held, which milliseconds are taken, who carries a tag or sits
 * in a collection, what is in the trash. Needed first, it is read from its file in the cache and brought up to date from the segments that
 * changed since; where there is no such file, from the whole store. Then every commit keeps it in step.
 */
export class Catalogue {
  readonly #store: LibraryStore;
  readonly #cache: CatalogueCache | null;
  /** The journal as it was when the library was opened: a file that knows more is of another library, or of a journal that was lost. */
  readonly #opened: number;
  #tables: CatalogueTables = emptyTables();
  #seq = 0;
  #state: 'unread' | 'reading' | 'complete' = 'unread';
  #reading: Promise<void> | null = null;
  /** Articles changed while the reading is under way, as they are now. */
  readonly #fresh = new Map<string, ArticleRecord | null>();
  /** What the file lacks. */
  readonly #unkept = new Set<string>();
  #keptSeq: number | null = null;
  #keeping: Promise<void> = Promise.resolve();

  constructor(store: LibraryStore, cache: CatalogueCache | null = null) {
    this.#store = store;
    this.#cache = cache;
    this.#opened = store.seq;
  }

  /**
   * Removes a file that knows more than the journal did when the library was opened: of a journal that was lost, whose numbers come again
   * for other changes. To be called before the first of these.
   */
  async start(): Promise<void> {
    const start = await this.#cache?.read(SEQ_BYTES);
    if (start && (seqOfTables(start) ?? Infinity) > this.#opened) await this.#cache?.remove();
  }

  /** Resolves when every article is known. */
  async ready(): Promise<void> {
    this.#reading ??= this.#read().catch((error: unknown) => {
      // Whoever asks next tries again.
      this.#reading = null;
      this.#state = 'unread';
      this.#fresh.clear();
      throw error;
    });
    await this.#reading;
  }

  /** Keeps step with a commit. Until somebody needs the catalogue there is nothing to do: what is read then has it. */
  note({ seq, changes }: Pick<Commit, 'seq' | 'changes'>): void {
    if (this.#state === 'unread') return;
    if (this.#state === 'reading') for (const { id, after } of changes) this.#fresh.set(id, after);
    else {
      // What came back outside an edit has no record before: it may have been known, in another state.
      const again = changes.filter(({ id, before }) => before === null && this.#tables.articles.find(id) !== null).map(({ id }) => id);
      if (again.length > 0) this.#takeOut(new Set(again.map((id) => this.#tables.articles.of(id))));
      for (const { before, after } of changes) {
        if (before) this.#leave(before);
        if (after) this.#join(after);
      }
    }
    for (const { id } of changes) this.#unkept.add(segmentOf(id));
    this.#seq = Math.max(this.#seq, seq);
  }

  /**
   * The article held for the first of these keys that is known; where several hold it, the oldest. What the hashes say is compared with
   * the records themselves. Call after `ready`.
   */
  async find(keys: readonly string[]): Promise<string | null> {
    for (const key of keys) {
      const candidates = this.#tables.addresses.find(key);
      if (candidates.length === 0) continue;
      const records = await this.#store.getMany(candidates.map((article) => this.#tables.articles.idOf(article)));
      const [first] = records.filter((record) => record.keys.includes(key)).sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1));
      if (first) return first.id;
    }
    return null;
  }

  /** The oldest article with the same text that nothing speaks against being the same; null for no mark. Call after `ready`. */
  async findText(mark: TextMark | null): Promise<string | null> {
    if (mark === null) return null;
    const candidates = this.#tables.addresses.find(mark.key);
    const records = await this.#store.getMany(candidates.map((article) => this.#tables.articles.idOf(article)));
    const [first] = records.filter((record) => isSameText(record, mark)).sort((a, b) => (a.savedAt < b.savedAt ? -1 : 1));
    return first?.id ?? null;
  }

  /** `now` or the next free millisecond after it; the answer is taken from then on. Call after `ready`. */
  claimStamp(now: number): number {
    let stamp = now;
    while (this.#tables.stamps.has(stamp)) stamp += 1;
    this.#tables.stamps.add(stamp);
    return stamp;
  }

  /** Ids of the articles that carry any of these tags. Call after `ready`. */
  tagged(tagIds: readonly string[]): string[] {
    return this.#union(this.#tables.tags, tagIds);
  }

  /** Ids of the articles that sit in any of these collections themselves. Call after `ready`. */
  collected(collectionIds: readonly string[]): string[] {
    return this.#union(this.#tables.collections, collectionIds);
  }

  /** Ids of the articles that any of these feeds brought. Call after `ready`. */
  fromFeeds(feedIds: readonly string[]): string[] {
    return this.#union(this.#tables.feeds, feedIds);
  }

  /** Articles that are in the trash since `moment` or longer (ISO 8601 UTC). Call after `ready`. */
  trashedUntil(moment: string): string[] {
    return [...this.#tables.trash].filter(([, trashedAt]) => trashedAt <= moment).map(([article]) => this.#tables.articles.idOf(article));
  }

  /** Keeps what is known for the next opening, where that would have much to read otherwise. Never rejects. */
  async close(): Promise<void> {
    await this.#reading?.catch(() => undefined);
    if (this.#state === 'complete') {
      const behind = this.#keptSeq === null || this.#unkept.size >= SEGMENTS_BEHIND || this.#seq - this.#keptSeq >= CHANGES_BEHIND;
      if (behind) this.#keep();
    }
    await this.#keeping;
  }

  async #read(): Promise<void> {
    this.#state = 'reading';
    const kept = await this.#kept();
    this.#keptSeq = kept?.seq ?? null;
    this.#tables = kept ?? emptyTables();
    // Everything up to here is in what is read now; what comes later is noted.
    this.#seq = this.#store.seq;
    const segments = new Set<string>();
    const records: Pick<ArticleRecord, 'id' | 'tags' | 'collections' | 'feeds' | 'trashedAt' | 'savedAt' | 'openedAt'>[] = [];
    for await (const { segment, articles } of this.#store.scan(kept === null ? {} : { changedAfter: kept.seq })) {
      segments.add(segment);
      for (const record of articles) {
        if (this.#fresh.has(record.id)) continue;
        this.#learn(record);
        if (kept === null) this.#group(record);
        else records.push(record);
      }
    }
    const { articles } = this.#tables;
    const changed = new Set([...this.#fresh.keys()].map((id) => articles.of(id)));
    if (kept !== null || changed.size > 0) {
      const numbers = new Set(changed);
      if (kept !== null) for (let at = 0; at < articles.count; at++) if (segments.has(articles.segmentOf(at))) numbers.add(at);
      this.#takeOut(numbers);
    }
    for (const record of records) if (!this.#fresh.has(record.id)) this.#group(record);
    for (const record of this.#fresh.values()) if (record) this.#join(record);
    this.#fresh.clear();
    this.#state = 'complete';
    for (const segment of segments) this.#unkept.add(segment);
    if (segments.size >= SEGMENTS_BEHIND) this.#keep();
  }

  /** What the file has, where it is of this library as it was. */
  async #kept(): Promise<CatalogueTables | null> {
    const bytes = await this.#cache?.read();
    const tables = bytes ? decodeTables(bytes) : null;
    return tables !== null && tables.seq > 0 && tables.seq <= this.#opened ? tables : null;
  }

  #keep(): void {
    const cache = this.#cache;
    if (cache === null || this.#seq === 0 || this.#tables.articles.count < WORTH_KEEPING) return;
    const bytes = encodeTables({ ...this.#tables, seq: this.#seq });
    this.#unkept.clear();
    this.#keptSeq = this.#seq;
    this.#keeping = this.#keeping.then(() => cache.write(bytes));
  }

  #join(record: ArticleRecord): void {
    this.#learn(record);
    this.#group(record);
  }

  /** What is never taken back: whose hash is known and which moment is taken. */
  #learn(record: ArticleRecord): void {
    const article = this.#tables.articles.of(record.id);
    const text = keyOfText(record);
    for (const key of text === null ? record.keys : [...record.keys, text]) this.#tables.addresses.add(key, article);
    this.#tables.stamps.add(Date.parse(record.savedAt));
  }

  #group(record: Pick<ArticleRecord, 'id' | 'tags' | 'collections' | 'feeds' | 'trashedAt' | 'savedAt' | 'openedAt'>): void {
    const { articles, tags, collections, feeds, trash } = this.#tables;
    const article = articles.of(record.id);
    for (const tag of record.tags) tags.add(tag, article);
    for (const collection of record.collections) collections.add(collection, article);
    for (const { feedId } of record.feeds ?? []) feeds.add(feedId, article);
    if (record.trashedAt !== null) trash.set(article, inTrashSince(record.trashedAt, record));
  }

  #leave(record: ArticleRecord): void {
    const { articles, tags, collections, feeds, trash } = this.#tables;
    const article = articles.of(record.id);
    for (const tag of record.tags) tags.remove(tag, article);
    for (const collection of record.collections) collections.remove(collection, article);
    for (const { feedId } of record.feeds ?? []) feeds.remove(feedId, article);
    trash.delete(article);
  }

  #takeOut(numbers: ReadonlySet<number>): void {
    const { tags, collections, feeds, trash } = this.#tables;
    for (const members of [tags, collections, feeds]) members.takeOut((article) => numbers.has(article));
    for (const article of numbers) trash.delete(article);
  }

  #union(members: Members, groups: readonly string[]): string[] {
    const numbers = new Set(groups.flatMap((group) => [...members.of(group)]));
    return [...numbers].map((article) => this.#tables.articles.idOf(article));
  }
}

/** Not before it was saved or read: a clock that was set back when it was deleted must not make it go early. ISO 8601 UTC. */
function inTrashSince(trashedAt: string, { savedAt, openedAt = '' }: Pick<ArticleRecord, 'savedAt' | 'openedAt'>): string {
  return [trashedAt, savedAt, openedAt].reduce((latest, moment) => (moment > latest ? moment : latest));
}
