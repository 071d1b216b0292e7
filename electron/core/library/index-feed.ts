import type { ArticleRecord } from '../domain/records.ts';
import type { Commit, ContentStore, IndexDocument, IndexWriter, LibraryStore } from '../ports.ts';
import { stampOf } from '../search/stamp.ts';
import { BulkWatch } from './bulk-watch.ts';
import { Lane } from './lane.ts';
import { documentOf, namesOf } from './rows.ts';

/** Documents of one change in one transaction of the index: another edit waits for one of these at most. */
const BATCH = 100;
/** Documents of a catch-up in one transaction: an edit that comes meanwhile waits for one of these at most. */
const SLICE = { first: 4, least: 2, most: 32 };
/** What such a transaction should take. Milliseconds. */
const SLICE_TIME = 6;

/** A commit on its way into the index. */
export interface FeedItem {
  readonly commit: Commit;
  /** Articles that did not change but whose tag names or collection paths did. */
  readonly reindex: readonly string[];
  /** Text of articles that are new, by id, so that it is not read again. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Keeps the index in step with the store, in the order of the commits. While the index is still catching up with what it missed, it keeps
 * the seq it had: a process that dies meanwhile catches up again instead of believing that it is in step.
 */
export class IndexFeed {
  readonly #store: LibraryStore;
  readonly #content: Pick<ContentStore, 'readText'>;
  readonly #index: IndexWriter;
  readonly #lane = new Lane();
  /** Large changes follow one another here, and take turns with everything else in `#lane`, a batch at a time. */
  readonly #bulkLane = new Lane();
  readonly #bulks = new BulkWatch();
  /** Seq of the newest commit that went through here. */
  #latest = 0;
  /** The index refused something: its seq stands still from then on, so that the next open catches up. */
  #stalled = false;
  /** Ids that live commits have put into the index during a catch-up. */
  #touched: Set<string> | null = null;
  /** Ids whose text the catch-up under way has brought up to date: an edit of one of these need not index it again. */
  #caughtUp = new Set<string>();
  #slice = SLICE.first;
  #closed = false;
  #onLost: () => void = () => undefined;

  constructor(store: LibraryStore, content: Pick<ContentStore, 'readText'>, index: IndexWriter) {
    this.#store = store;
    this.#content = content;
    this.#index = index;
  }

  /** `listener` hears when the index had to be made anew while it was open, and holds only what came since: it has to be rebuilt. */
  onLost(listener: () => void): void {
    this.#onLost = listener;
  }

  /** Whether the index has to catch up before lists are whole. */
  get behind(): boolean {
    return this.#index.appliedSeq !== this.#store.seq;
  }

  /**
   * Applies a commit; resolves when readers see it. An index that cannot be written does not fail the commit, which is durable by now:
   * it is left behind and catches up when the library is opened again.
   */
  apply(item: FeedItem): Promise<void> {
    const ids = new Set([...item.commit.changes.map(({ id }) => id), ...item.reindex]);
    for (const { id } of item.commit.changes) this.#touched?.add(id);
    this.#bulks.touch(ids);
    if (ids.size <= BATCH) return this.#lane.run(() => this.#guarded(() => this.#applyBatch(item, jobsOf(item), true)));
    const later = this.#bulks.begin();
    return this.#bulkLane.run(() => this.#applyBulk(item, later));
  }

  /**
   * Re-indexes the segments changed since the index was last in step (all of them where it is new or from another library), a slice of
   * some milliseconds at a time, letting other work in between. `onProgress` gets the number of articles done so far, and what share of all
   * that is (0–1); `again` = also those that are in step.
   */
  async catchUp(onProgress: (done: number, share: number) => void = () => undefined, again = false): Promise<void> {
    if (this.#index.appliedSeq > this.#store.seq) await this.#forget();
    const after = this.#index.appliedSeq;
    const target = this.#store.seq;
    const live = (this.#touched = new Set<string>());
    const whole = after === 0 ? await this.#index.ids() : null;
    // A rebuild that was cut short goes on: what stands in the index as it is in the store is passed over.
    const stamps = after === 0 && !again ? ((await this.#index.stamps?.()) ?? null) : null;
    const seen = new Set<string>();
    this.#caughtUp = new Set();
    let done = 0;
    let named = false;
    try {
      for await (const { articles, tombstones, share } of this.#store.scan({ changedAfter: after })) {
        if (this.#closed) return;
        for (let at = 0; at < articles.length;) {
          const slice = articles.slice(at, at + this.#slice);
          at += slice.length;
          const due = stamps ? slice.filter((record) => stamps.get(record.id) !== stampOf(record)) : slice;
          // Read before it is this slice's turn, so that no edit waits for that.
          const texts = await Promise.all(due.map(async (record) => (live.has(record.id) ? '' : this.#text(record))));
          await this.#lane.run(() => this.#catchUpSlice(due, texts, live, !named));
          for (const { id } of slice) seen.add(id);
          named ||= due.length > 0;
          onProgress((done += slice.length), share);
          await breathe();
          if (this.#closed) return;
        }
        const gone = tombstones.map(({ id }) => id).filter((id) => !live.has(id));
        if (gone.length > 0) await this.#lane.run(() => this.#send([], gone, this.#index.appliedSeq, false));
      }
      const strays = [...(whole ?? [])].filter((id) => !seen.has(id) && !live.has(id));
      await this.#lane.run(async () => {
        this.#touched = null;
        this.#stalled = false;
        // A large change under way says so itself when it is through.
        this.#latest = Math.max(target, this.#latest);
        await this.#send([], strays, this.#seq(), true);
      });
    } finally {
      if (this.#touched === live) this.#touched = null;
      this.#caughtUp = new Set();
    }
  }

  /** The index is in step with nothing from here on: the next catch-up goes through the whole library. */
  startOver(): Promise<void> {
    return this.#forget();
  }

  /** Indexes everything again. */
  async rebuild(onProgress: (done: number, share: number) => void = () => undefined): Promise<void> {
    await this.#forget();
    await this.catchUp(onProgress, true);
  }

  /** Settles when everything committed so far is in the index. */
  async idle(): Promise<void> {
    await this.#bulkLane.idle();
    await this.#lane.idle();
  }

  /** Stops a catch-up under way and waits for what is being applied. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.idle();
  }

  /** From here on the index no longer claims to be in step with anything. */
  async #forget(): Promise<void> {
    await this.#lane.run(() => this.#send([], [], 0, true));
  }

  /** An index that refuses is left behind; one that had to be made anew is reported. */
  async #guarded(work: () => Promise<void>): Promise<void> {
    const before = this.#index.appliedSeq;
    try {
      await work();
      // A lost index begins again at nothing, while the library goes on.
      if (this.#index.appliedSeq < before && this.#touched === null) this.#onLost();
    } catch {
      this.#stalled = true;
    }
  }

  /** A batch at a time, so that no other change waits for all of it. `later` = articles that changes after this one have touched. */
  async #applyBulk(item: FeedItem, later: Set<string>): Promise<void> {
    const jobs = jobsOf(item);
    for (let at = 0; at === 0 || at < jobs.length; at += BATCH) {
      const batch = jobs.slice(at, at + BATCH);
      await this.#lane.run(() => this.#guarded(() => this.#applyBatch(item, batch, at === 0, later)));
      await breathe();
    }
    await this.#lane.run(async () => {
      this.#bulks.end(later);
      await this.#guarded(() => this.#send([], [], this.#seq(), false));
    });
  }

  /** What the index may say it is in step with. */
  #seq(): number {
    const whole = this.#touched === null && !this.#stalled && !this.#bulks.any;
    return whole ? this.#latest : this.#index.appliedSeq;
  }

  async #applyBatch({ commit, texts }: FeedItem, jobs: readonly Job[], first: boolean, later: ReadonlySet<string> = NONE): Promise<void> {
    this.#latest = Math.max(this.#latest, commit.seq);
    const catching = this.#touched !== null;
    const documents: IndexDocument[] = [];
    for (const { id, record, isNew } of jobs) {
      if (catching) this.#touched?.add(id);
      const over = later.has(id);
      const current = over || !record ? await this.#store.get(id) : record;
      if (!current) continue;
      const wanted = texts.has(id) || isNew || (catching && !this.#caughtUp.has(id));
      const text = wanted ? ((over ? null : texts.get(id)) ?? (await this.#text(current))) : null;
      documents.push(documentOf(current, this.#store.library, text));
    }
    const removes = first ? commit.changes.filter(({ after }) => after === null).map(({ id }) => id) : [];
    await this.#send(documents, removes, this.#seq(), first && commit.libraryChanged);
  }

  async #catchUpSlice(
    records: readonly ArticleRecord[],
    texts: readonly string[],
    live: ReadonlySet<string>,
    names: boolean,
  ): Promise<void> {
    const documents = records.flatMap((record, at) =>
      live.has(record.id) ? [] : [documentOf(record, this.#store.library, texts[at] ?? '')],
    );
    if (documents.length === 0) return;
    const started = performance.now();
    await this.#send(documents, [], this.#index.appliedSeq, names);
    for (const { record } of documents) this.#caughtUp.add(record.id);
    const fits = Math.floor((SLICE_TIME * documents.length) / Math.max(performance.now() - started, 0.1));
    this.#slice = Math.min(SLICE.most, Math.max(SLICE.least, Math.min(fits, this.#slice * 2)));
  }

  /** An article whose text file is missing is still listed, and found by its title. */
  async #text(record: ArticleRecord): Promise<string> {
    return this.#content.readText(record.id).catch(() => '');
  }

  async #send(upsert: readonly IndexDocument[], remove: readonly string[], seq: number, names: boolean): Promise<void> {
    await this.#index.apply({ seq, upsert, remove, names: names ? namesOf(this.#store.library) : null });
  }
}

/** An article of a change; `record` is null where it did not change itself, but names in it did. */
interface Job {
  readonly id: string;
  readonly record: ArticleRecord | null;
  readonly isNew: boolean;
}

const NONE: ReadonlySet<string> = new Set();

function jobsOf({ commit, reindex }: FeedItem): Job[] {
  const changed = new Set(commit.changes.map(({ id }) => id));
  const upserts = commit.changes.flatMap(({ id, before, after }) => (after ? [{ id, record: after, isNew: before === null }] : []));
  return [...upserts, ...reindex.filter((id) => !changed.has(id)).map((id) => ({ id, record: null, isNew: false }))];
}

/** Lets messages in between two transactions. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
