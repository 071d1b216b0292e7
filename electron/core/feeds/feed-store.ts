import type { Feed } from '../../contract/entities.ts';
import type { FeedRecord, FeedSettings, FeedStateRecord, LibraryTables } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { Context } from '../library/context.ts';
import { feedView } from './health.ts';

/** States that are written together at most so often, in milliseconds: five hundred unchanged feeds are a handful of journal lines. */
const WRITE_EVERY = 250;
/** Milliseconds between two announcements at least. */
const TELL_EVERY = 300;

export const DEFAULT_FEED_SETTINGS: FeedSettings = {
  paused: false,
  interval: null,
  fullText: true,
  images: true,
  keep: { kind: 'all' },
  tags: [],
  collections: [],
};

export function newState(id: string): FeedStateRecord {
  return {
    id,
    etag: null,
    lastModified: null,
    checkedAt: null,
    okAt: null,
    nextAt: null,
    failures: 0,
    failingSince: null,
    error: null,
    offered: null,
    note: null,
    ttl: null,
    older: 0,
    seen: [],
  };
}

/** Feeds and their states in the library, and what windows are told about them. */
export class FeedStore {
  readonly #context: Context;
  readonly #refreshing = new Set<string>();
  #pending = new Map<string, FeedStateRecord>();
  #writing: Promise<void> | null = null;
  #told = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(context: Context) {
    this.#context = context;
  }

  get #library(): Readonly<LibraryTables> {
    return this.#context.deps.store.library;
  }

  all(): FeedRecord[] {
    return Object.values(this.#library.feeds);
  }

  find(id: string): FeedRecord | null {
    return this.#library.feeds[id] ?? null;
  }

  /** @throws AppError `not-found` */
  feed(id: string): FeedRecord {
    const feed = this.find(id);
    if (!feed) throw new AppError('not-found', 'That feed is no longer in the list. It may have been removed.', { details: { id } });
    return feed;
  }

  /** As it will be when what is on its way is written. */
  state(id: string): FeedStateRecord {
    return this.#pending.get(id) ?? this.#library.feedStates[id] ?? newState(id);
  }

  view(feed: FeedRecord): Feed {
    const pending = this.#pending.get(feed.id);
    const library = pending ? { ...this.#library, feedStates: { [feed.id]: pending } } : this.#library;
    return feedView(feed, library, this.#refreshing.has(feed.id));
  }

  /** Sorted as they are shown: by folder, then by title. */
  views(): Feed[] {
    return this.all()
      .map((feed) => this.view(feed))
      .sort((a, b) => a.folder.localeCompare(b.folder) || a.title.localeCompare(b.title));
  }

  /** Changes a state; resolves when it is durable. States that change at about the same time become one line of the journal. */
  async patch(id: string, changes: Partial<Omit<FeedStateRecord, 'id'>>): Promise<void> {
    this.#pending.set(id, { ...this.state(id), ...changes });
    this.tell(id);
    this.#writing ??= new Promise<void>((resolve) => setTimeout(resolve, WRITE_EVERY)).then(() => this.#write());
    await this.#writing;
  }

  /** Writes what is waiting, now. */
  async flush(): Promise<void> {
    await this.#writing?.catch(() => undefined);
    if (this.#pending.size > 0) await this.#write();
  }

  async #write(): Promise<void> {
    this.#writing = null;
    const states = this.#pending;
    this.#pending = new Map();
    await this.#context.committer.change(() => ({
      tables: (draft) => {
        // A feed that was removed meanwhile needs no state.
        const kept = [...states].filter(([id]) => draft.feeds[id]);
        draft.feedStates = { ...draft.feedStates, ...Object.fromEntries(kept) };
      },
    }));
  }

  /** Replaces a feed's record by what `edit` makes of it, without a word to Undo: a redirect, an icon, its own title. */
  async adjust(id: string, edit: (feed: FeedRecord) => FeedRecord): Promise<void> {
    const named = this.find(id)?.title;
    await this.#context.committer.change(() => {
      const feed = this.find(id);
      const next = feed && edit(feed);
      if (!next || next === feed) return null;
      return { tables: (draft) => void (draft.feeds = { ...draft.feeds, [id]: next }) };
    });
    this.tell(id);
    if (this.find(id)?.title !== named) this.tellLists();
  }

  /** Drops the states of feeds that were removed, when Undo cannot bring them back any more. */
  async forgetRemoved(): Promise<void> {
    await this.#context.committer.change(() => {
      const { feeds, feedStates } = this.#library;
      const kept = Object.entries(feedStates).filter(([id]) => feeds[id]);
      if (kept.length === Object.keys(feedStates).length) return null;
      return { tables: (draft) => void (draft.feedStates = Object.fromEntries(kept)) };
    });
  }

  working(id: string, on: boolean): void {
    if (on) this.#refreshing.add(id);
    else this.#refreshing.delete(id);
    this.tell(id);
  }

  /** Announces that these feeds changed, or went. */
  tell(...ids: readonly string[]): void {
    for (const id of ids) this.#told.add(id);
    this.#timer ??= setTimeout(() => this.tellNow(), TELL_EVERY);
  }

  tellNow(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const ids = [...this.#told];
    this.#told = new Set();
    const feeds = ids.map((id) => this.find(id));
    const removed = ids.filter((_, at) => feeds[at] === null);
    const changed = feeds.flatMap((feed) => (feed ? this.view(feed) : []));
    if (changed.length + removed.length > 0) this.#context.deps.emit({ type: 'feeds', changed, removed });
  }

  /** Lists and the sidebar carry names and folders of feeds: they are asked for again. */
  tellLists(): void {
    this.#context.deps.emit({ type: 'articles', rows: [], added: [], removed: [], more: true });
  }

  async close(): Promise<void> {
    await this.flush().catch(() => undefined);
    if (this.#timer !== null) this.tellNow();
  }
}
