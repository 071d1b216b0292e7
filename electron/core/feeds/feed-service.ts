import type { Context } from '../library/context.ts';
import type { Gate } from '../library/gate.ts';
import { feedMethods } from './feed-methods.ts';
import type { Complete, FeedHandlers } from './feed-parts.ts';
import { FeedStore } from './feed-store.ts';
import { FeedKeeper } from './keeper.ts';
import { RefreshJobs } from './refresh-jobs.ts';
import { Refresher } from './refresher.ts';
import { createItemSaver } from './save-item.ts';
import { FeedScheduler } from './scheduler.ts';

/** Everything about feeds in the writer, put together. */
export class FeedService {
  readonly #context: Context;
  readonly #feeds: FeedStore;
  readonly #refresher: Refresher;
  readonly #keeper: FeedKeeper;
  readonly #scheduler: FeedScheduler;
  readonly #complete: Complete;
  readonly #abort = new AbortController();

  constructor(context: Context, ingests: Gate, complete: Complete) {
    this.#context = context;
    this.#complete = complete;
    this.#feeds = new FeedStore(context);
    const source = context.deps.feeds;
    this.#refresher = new Refresher({ context, source, feeds: this.#feeds, items: createItemSaver(context, source, ingests) });
    this.#keeper = new FeedKeeper(context, this.#feeds);
    this.#refresher.onAdded = (feed) => this.#keeper.tidy(feed);
    this.#scheduler = new FeedScheduler({ context, feeds: this.#feeds, refresher: this.#refresher, signal: this.#abort.signal });
  }

  methods(): FeedHandlers {
    const parts = { context: this.#context, complete: this.#complete, feeds: this.#feeds, signal: this.#abort.signal };
    const refreshes = new RefreshJobs({ ...parts, refresher: this.#refresher });
    return feedMethods({ ...parts, refreshes, keeper: this.#keeper, scheduler: this.#scheduler });
  }

  /** Begins to refresh by itself where the host wants that. `ready` resolves when the index is whole. */
  start(ready: Promise<void>): void {
    if (!this.#context.deps.background) return;
    void ready.then(async () => {
      await this.#feeds.forgetRemoved();
      this.#scheduler.start();
    });
  }

  async close(): Promise<void> {
    this.#abort.abort();
    this.#scheduler.stop();
    await this.#refresher.idle();
    await this.#feeds.close();
  }
}
