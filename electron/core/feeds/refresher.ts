import type { FeedResult } from '../../contract/entities.ts';
import type { FeedRecord, FeedStateRecord } from '../domain/records.ts';
import { AppError, toCallError } from '../errors.ts';
import type { Context } from '../library/context.ts';
import type { FeedSource } from './feed-source.ts';
import type { FeedStore } from './feed-store.ts';
import { changedItems, sumsOf } from './changed-items.ts';
import { nameItems, SeenItems, type NamedItem } from './identity.ts';
import type { ItemSaver } from './save-item.ts';
import { intervalOf, nextAfterFailure, nextAfterSuccess } from './schedule.ts';
import { Slots, SlotsBy } from './slots.ts';
import type { FeedAnswer } from './types.ts';

/** Feeds asked at a time, and of one host. */
const ASKED_AT_ONCE = 8;
const ASKED_OF_A_HOST = 2;
/** Feeds whose items wait in memory at a time. */
const HELD_AT_ONCE = 12;
/** Articles of feeds that are saved at a time: few, so that reading and searching do not wait. */
const SAVED_AT_ONCE = 3;
/** Times an item's page is tried, a refresh apart, before the feed's own text is taken. */
const TRIES = 3;
/** Changed items of a feed that are asked for again in one refresh. */
const UPDATED_AT_ONCE = 10;
/** A feed that is lost asks its site for another one with every so many failures. */
const LOOK_AGAIN_EVERY = 6;

export interface RefreshOptions {
  readonly signal: AbortSignal;
  /** How many items of a feed that is asked for the first time are saved; the rest is passed over. */
  readonly firstItems?: number;
  /** How many of the items passed over are saved now. Reads the feed without a condition. */
  readonly older?: number;
  readonly onItem?: (saved: 'added' | 'known' | 'waiting') => void;
}

/** Asks feeds for what is new, and saves it. A feed is asked once at a time, however many want to know. */
export class Refresher {
  readonly #context: Context;
  readonly #source: FeedSource;
  readonly #feeds: FeedStore;
  readonly #items: ItemSaver;
  readonly #running = new Map<string, Promise<FeedResult>>();
  readonly #asking = new Slots(ASKED_AT_ONCE);
  readonly #hosts = new SlotsBy(ASKED_OF_A_HOST);
  readonly #holding = new Slots(HELD_AT_ONCE);
  readonly #saving = new Slots(SAVED_AT_ONCE);
  /** Tries of items that could not be saved yet, by their strongest name. */
  readonly #tries = new Map<string, number>();
  /** Told after a feed brought articles. */
  onAdded: (feed: FeedRecord) => Promise<void> = async () => undefined;

  constructor(parts: { context: Context; source: FeedSource; feeds: FeedStore; items: ItemSaver }) {
    this.#context = parts.context;
    this.#source = parts.source;
    this.#feeds = parts.feeds;
    this.#items = parts.items;
  }

  refresh(id: string, options: RefreshOptions): Promise<FeedResult> {
    const running = this.#running.get(id);
    if (running) return running;
    const work = this.#holding
      .run(() => this.#refresh(id, options))
      .finally(() => {
        this.#running.delete(id);
        this.#feeds.working(id, false);
      });
    this.#running.set(id, work);
    return work;
  }

  /** Settles when nothing is being refreshed any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }

  async #refresh(id: string, options: RefreshOptions): Promise<FeedResult> {
    const feed = this.#feeds.find(id);
    const result = { id, title: feed?.title ?? '', added: 0, known: 0, waiting: 0, message: null };
    if (!feed || options.signal.aborted) return { ...result, outcome: 'skipped' };
    this.#feeds.working(id, true);
    const state = this.#feeds.state(id);
    let answer: FeedAnswer;
    try {
      answer = await this.#ask(feed, state, options);
    } catch (error) {
      const { message } = await this.#failed(feed, error, options.signal);
      return { ...result, outcome: options.signal.aborted ? 'skipped' : 'failed', message };
    }
    const moved = await this.#follow(feed, answer);
    if (answer.kind === 'unchanged') {
      await this.#succeeded(moved, { ttl: state.ttl, freshFor: answer.freshFor, changes: {} });
      return { ...result, outcome: 'nothing-new' };
    }
    return this.#take(moved, answer, options);
  }

  #ask(feed: FeedRecord, state: FeedStateRecord, { signal, older }: RefreshOptions): Promise<FeedAnswer> {
    const conditional = older === undefined;
    const request = { url: feed.url, etag: conditional ? state.etag : null, lastModified: conditional ? state.lastModified : null };
    return this.#asking.run(() => this.#hosts.run(hostOf(feed.url), () => this.#source.read(request, signal)));
  }

  /** A permanent redirect is the feed's new address, unless another feed has that one. */
  async #follow(feed: FeedRecord, answer: FeedAnswer): Promise<FeedRecord> {
    const told = answer.kind === 'feed' ? answer.feed.movedTo : null;
    const url = answer.moved ? answer.url : (told ?? feed.url);
    const taken = this.#feeds.all().some((other) => other.id !== feed.id && other.url === url);
    const facts = answer.kind === 'feed' ? answer.feed : null;
    await this.#feeds.adjust(feed.id, (record) => {
      const title = record.renamed || !facts?.title ? record.title : facts.title.slice(0, 200);
      const next = { ...record, url: taken ? record.url : url, title, siteUrl: facts?.siteUrl ?? record.siteUrl };
      const same = next.url === record.url && next.title === record.title && next.siteUrl === record.siteUrl;
      return same ? record : next;
    });
    return this.#feeds.find(feed.id) ?? feed;
  }

  async #take(feed: FeedRecord, answer: FeedAnswer & { kind: 'feed' }, options: RefreshOptions): Promise<FeedResult> {
    const state = this.#feeds.state(feed.id);
    const reading = nameItems(answer.feed.items, answer.feed.siteUrl);
    const seen = new SeenItems(state.seen);
    const wanted = this.#wanted(reading, seen, state, options);
    const counts = { added: 0, known: 0, waiting: 0 };
    // Oldest first, so that the newest is the newest in the library too.
    await Promise.all(
      wanted.reverse().map((item) =>
        this.#saving.run(async () => {
          if (options.signal.aborted) counts.waiting += 1;
          else counts[await this.#save(feed, item, seen, options)] += 1;
        }),
      ),
    );
    const changed = await this.#update(feed, changedItems(reading, state.sums, seen), options);
    await this.#succeeded(feed, {
      ttl: answer.feed.ttl,
      freshFor: answer.freshFor,
      changes: {
        // While an item is still wanted, the feed has to be read whole again.
        etag: counts.waiting > 0 ? null : answer.etag,
        lastModified: counts.waiting > 0 ? null : answer.lastModified,
        note: answer.feed.notes.join(' ') || null,
        seen: seen.remember(reading),
        older: seen.older(reading),
        sums: sumsOf(reading, state.sums, seen, changed.failed),
      },
    });
    if (feed.icon === null && state.okAt === null) await this.#fetchIcon(feed, answer, options.signal);
    if (counts.added > 0) await this.onAdded(feed);
    const outcome = counts.added + counts.known + counts.waiting > 0 ? 'new-items' : 'nothing-new';
    const { updated } = changed;
    return {
      id: feed.id,
      title: this.#feeds.find(feed.id)?.title ?? feed.title,
      outcome,
      ...counts,
      ...(updated > 0 && { updated }),
      message: null,
    };
  }

  /** What to save of a reading, newest first; what is passed over is noted in `seen`. */
  #wanted(reading: readonly NamedItem[], seen: SeenItems, state: FeedStateRecord, { firstItems, older }: RefreshOptions): NamedItem[] {
    const fresh = newestFirst(reading.filter((item) => !seen.isKnown(item)));
    const isFirst = state.okAt === null && state.seen.length === 0;
    const limit = isFirst ? (firstItems ?? 20) : fresh.length;
    for (const item of fresh.slice(limit)) seen.passOver(item);
    const again = older === undefined ? [] : newestFirst(reading.filter((item) => seen.wasPassedOver(item))).slice(0, older);
    return [...fresh.slice(0, limit), ...again];
  }

  async #save(
    feed: FeedRecord,
    item: NamedItem,
    seen: SeenItems,
    { signal, onItem }: RefreshOptions,
  ): Promise<'added' | 'known' | 'waiting'> {
    const key = `${feed.id}:${item.names[0] ?? ''}`;
    const tries = (this.#tries.get(key) ?? 0) + 1;
    try {
      const saved = await this.#items.save(feed, item, { signal, lastTry: tries >= TRIES });
      seen.done(item);
      this.#tries.delete(key);
      onItem?.(saved);
      return saved;
    } catch (error) {
      if (!(error instanceof AppError) && !signal.aborted) throw error;
      if (!signal.aborted) this.#tries.set(key, tries);
      onItem?.('waiting');
      return 'waiting';
    }
  }

  /** Takes in what the feed has changed of items that are here; what cannot be had is left for the next reading. */
  async #update(
    feed: FeedRecord,
    items: readonly NamedItem[],
    { signal }: RefreshOptions,
  ): Promise<{ updated: number; failed: Set<NamedItem> }> {
    const failed = new Set<NamedItem>(items.slice(UPDATED_AT_ONCE));
    let updated = 0;
    await Promise.all(
      items.slice(0, UPDATED_AT_ONCE).map((item) =>
        this.#saving.run(async () => {
          try {
            if (!signal.aborted && (await this.#items.update(feed, item, signal))) updated += 1;
            if (signal.aborted) failed.add(item);
          } catch (error) {
            if (!(error instanceof AppError) && !signal.aborted) throw error;
            failed.add(item);
          }
        }),
      ),
    );
    return { updated, failed };
  }

  async #succeeded(
    feed: FeedRecord,
    { ttl, freshFor, changes }: { ttl: number | null; freshFor: number | null; changes: Partial<FeedStateRecord> },
  ): Promise<void> {
    const now = this.#context.deps.clock.now();
    const at = new Date(now).toISOString();
    const next = nextAfterSuccess(now, intervalOf(feed, ttl, freshFor), Math.random);
    await this.#feeds.patch(feed.id, {
      ...changes,
      ttl,
      checkedAt: at,
      okAt: at,
      nextAt: new Date(next).toISOString(),
      failures: 0,
      failingSince: null,
      error: null,
      offered: null,
    });
  }

  async #failed(feed: FeedRecord, thrown: unknown, signal: AbortSignal): Promise<{ message: string }> {
    const { code, message, details } = toCallError(thrown);
    if (signal.aborted || code === 'cancelled') return { message };
    const now = this.#context.deps.clock.now();
    const state = this.#feeds.state(feed.id);
    const failures = state.failures + 1;
    const status = typeof details['status'] === 'number' ? details['status'] : null;
    const retryAfter = typeof details['retryAfter'] === 'number' ? details['retryAfter'] : null;
    const interval = intervalOf(feed, state.ttl, null);
    const lost = status === 404 || status === 410 || code === 'unsupported-file';
    const offered = lost && (failures - 1) % LOOK_AGAIN_EVERY === 0 ? await this.#lookElsewhere(feed, signal) : state.offered;
    await this.#feeds.patch(feed.id, {
      checkedAt: new Date(now).toISOString(),
      nextAt: new Date(nextAfterFailure(now, interval, failures, retryAfter, Math.random)).toISOString(),
      failures,
      failingSince: state.failingSince ?? new Date(now).toISOString(),
      error: { code, message, status },
      offered,
    });
    return { message };
  }

  /** Another feed that the site offers now that this one is not found; null where it offers none. */
  async #lookElsewhere(feed: FeedRecord, signal: AbortSignal): Promise<string | null> {
    const site = feed.siteUrl ?? new URL('/', feed.url).href;
    try {
      const { page } = await this.#source.look(site, signal);
      return page?.feeds.find(({ url }) => url !== feed.url)?.url ?? null;
    } catch {
      return null;
    }
  }

  async #fetchIcon(feed: FeedRecord, answer: FeedAnswer & { kind: 'feed' }, signal: AbortSignal): Promise<void> {
    try {
      const site = answer.feed.siteUrl ?? new URL('/', feed.url).href;
      const { page } = await this.#source.look(site, signal).catch(() => ({ page: null }));
      const candidates = [
        ...(page?.icons.slice(0, 3) ?? []),
        new URL('/favicon.ico', site).href,
        ...(answer.feed.icon ? [answer.feed.icon] : []),
      ];
      const icon = await this.#source.icon(candidates, feed.url, signal);
      if (icon !== null) await this.#feeds.adjust(feed.id, (record) => ({ ...record, icon }));
    } catch {
      // A feed without a picture is as good.
    }
  }
}

function newestFirst(items: readonly NamedItem[]): NamedItem[] {
  const dated = items.every(({ item }) => item.publishedAt !== null);
  return dated ? [...items].sort((a, b) => (b.item.publishedAt ?? '').localeCompare(a.item.publishedAt ?? '')) : [...items];
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
