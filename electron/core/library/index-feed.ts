import type { ArticleRecord } from '../domain/records.ts';
import type { Commit, ContentStore, IndexDocument, IndexWriter, LibraryStore } from '../ports.ts';
import { stampOf } from '../search/stamp.ts';
import { Lane } from './lane.ts';
import { documentOf, namesOf } from './rows.ts';

/** Documents of one change in one transaction of the index. */
const BATCH = 200;
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
    for (const { id } of item.commit.changes) this.#touched?.add(id);
    return this.#lane.run(async () => {
      const before = this.#index.appliedSeq;
      try {
        await this.#applyNow(item);
        // A lost index begins again at nothing, while the library goes on.
        if (this.#index.appliedSeq < before && this.#touched === null) this.#onLost();
      } catch {
        this.#stalled = true;
      }
    });
  }

  /**
   * Re-indexes the segments changed since the index was last in step (all of them where it is new or from another library), a slice of
   * some milliseconds at a time, letting other work in between. `onProgress` gets the number of articles done so far; `again` = also those that are in step.
   */
  async catchUp(onProgress: (done: number) => void = () => undefined, again = false): Promise<void> {
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
      for await (const { articles, tombstones } of this.#store.scan({ changedAfter: after })) {
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
          onProgress((done += slice.length));
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
        await this.#send([], strays, Math.max(target, this.#latest), true);
      });
    } finally {
      if (this.#touched === live) this.#touched = null;
      this.#caughtUp = new Set();
    }
  }

  /** Indexes everything again. */
  async rebuild(onProgress: (done: number) => void = () => undefined): Promise<void> {
    await this.#forget();
    await this.catchUp(onProgress, true);
  }

  /** Settles when everything committed so far is in the index. */
  idle(): Promise<void> {
    return this.#lane.idle();
  }

  /** Stops a catch-up under way and waits for what is being applied. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#lane.idle();
  }

  /** From here on the index no longer claims to be in step with anything. */
  async #forget(): Promise<void> {
    await this.#lane.run(() => this.#send([], [], 0, true));
  }

  async #applyNow({ commit, reindex, texts }: FeedItem): Promise<void> {
    this.#latest = Math.max(this.#latest, commit.seq);
    const catching = this.#touched !== null;
    const before = this.#index.appliedSeq;
    const upserts = commit.changes.flatMap(({ before: old, after }) => (after ? [{ record: after, isNew: old === null }] : []));
    const removes = commit.changes.filter(({ after }) => after === null).map(({ id }) => id);
    const changed = new Set(commit.changes.map(({ id }) => id));
    const others = reindex.filter((id) => !changed.has(id));
    if (catching) for (const id of others) this.#touched?.add(id);
    const jobs = [
      ...upserts.map((upsert) => ({ ...upsert, id: upsert.record.id })),
      ...others.map((id) => ({ id, record: null, isNew: false })),
    ];
    for (let at = 0; at === 0 || at < jobs.length; at += BATCH) {
      const documents: IndexDocument[] = [];
      for (const { id, record, isNew } of jobs.slice(at, at + BATCH)) {
        const current = record ?? (await this.#store.get(id));
        if (!current) continue;
        const text = texts.get(id) ?? (isNew || (catching && !this.#caughtUp.has(id)) ? await this.#text(current) : null);
        documents.push(documentOf(current, this.#store.library, text));
      }
      const last = at + BATCH >= jobs.length;
      await this.#send(
        documents,
        at === 0 ? removes : [],
        last && !catching && !this.#stalled ? commit.seq : before,
        at === 0 && commit.libraryChanged,
      );
      if (!last) await breathe();
    }
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

/** Lets messages in between two transactions. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
