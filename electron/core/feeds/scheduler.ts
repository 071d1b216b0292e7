import type { Context } from '../library/context.ts';
import type { FeedStore } from './feed-store.ts';
import type { Refresher } from './refresher.ts';
import { isDue, isNetworkFailure } from './schedule.ts';

/** After the start, in milliseconds: never while a window is coming up. */
const FIRST = 5_000;
const EVERY = 30_000;
/** A network that has just come back takes a moment to work. */
const AFTER_WAKING = 2_000;

/** Asks feeds when they are due, in the background. */
export class FeedScheduler {
  readonly #context: Context;
  readonly #feeds: FeedStore;
  readonly #refresher: Refresher;
  readonly #signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running = false;

  constructor(parts: { context: Context; feeds: FeedStore; refresher: Refresher; signal: AbortSignal }) {
    this.#context = parts.context;
    this.#feeds = parts.feeds;
    this.#refresher = parts.refresher;
    this.#signal = parts.signal;
  }

  start(): void {
    if (this.#signal.aborted) return;
    this.#running = true;
    this.#again(FIRST);
  }

  stop(): void {
    this.#running = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** The computer woke up, or is online again: failures of the network are no longer held against a feed. */
  async wake(): Promise<void> {
    const now = new Date(this.#context.deps.clock.now()).toISOString();
    const retried = this.#feeds.all().filter((feed) => isNetworkFailure(this.#feeds.state(feed.id)));
    await Promise.all(retried.map((feed) => this.#feeds.patch(feed.id, { nextAt: now })));
    if (this.#running) this.#again(AFTER_WAKING);
  }

  /** Asks everything that is due; resolves when it has been. */
  async tick(): Promise<void> {
    if (this.#context.deps.store.readOnly !== null) return;
    const now = this.#context.deps.clock.now();
    const due = this.#feeds.all().filter((feed) => isDue(feed, this.#feeds.state(feed.id), now));
    // Who waited longest comes first.
    due.sort((a, b) => (this.#feeds.state(a.id).nextAt ?? '').localeCompare(this.#feeds.state(b.id).nextAt ?? ''));
    await Promise.allSettled(due.map((feed) => this.#refresher.refresh(feed.id, { signal: this.#signal })));
  }

  #again(ms: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.tick().finally(() => {
        if (this.#running) this.#again(EVERY);
      });
    }, ms);
  }
}
