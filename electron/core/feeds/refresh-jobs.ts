import type { FeedResult, Job } from '../../contract/entities.ts';
import { AppError } from '../errors.ts';
import type { Context } from '../library/context.ts';
import { quoted } from '../library/words.ts';
import type { FeedStore } from './feed-store.ts';
import type { Refresher, RefreshOptions } from './refresher.ts';

type Options = Omit<RefreshOptions, 'signal' | 'onItem'>;

/** Refreshes that somebody asked for: jobs that say how far they are and can be cancelled. */
export class RefreshJobs {
  readonly #context: Context;
  readonly #feeds: FeedStore;
  readonly #refresher: Refresher;
  readonly #signal: AbortSignal;

  constructor(parts: { context: Context; feeds: FeedStore; refresher: Refresher; signal: AbortSignal }) {
    this.#context = parts.context;
    this.#feeds = parts.feeds;
    this.#refresher = parts.refresher;
    this.#signal = parts.signal;
  }

  /** Starts a refresh; with `wait` answers when everything it brought is durable. */
  async start(
    ids: readonly string[],
    options: Options,
    wait: boolean,
    label = this.#label(ids),
  ): Promise<{ job: Job | null; results: FeedResult[] }> {
    const { jobs } = this.#context;
    if (ids.length === 0) return { job: null, results: [] };
    const results: FeedResult[] = [];
    const job = jobs.add('refresh-feeds', label, async ({ signal, step }) => {
      results.splice(0);
      await this.run(ids, options, signal, (done, saved) => step(...progressOf(done, ids.length, saved)), results);
      const [only] = results;
      if (ids.length === 1 && only?.outcome === 'failed')
        throw new AppError('connection-failed', only.message ?? 'The feed could not be read.');
    });
    if (wait) {
      await jobs.settled(job.id).catch(() => undefined);
      await this.#feeds.flush();
    }
    return { job: jobs.find(job.id) ?? job, results };
  }

  /** Refreshes feeds inside other work. `onProgress` gets the feeds done and the articles saved so far. */
  async run(
    ids: readonly string[],
    options: Options,
    signal: AbortSignal,
    onProgress: (done: number, saved: number) => void,
    results: FeedResult[] = [],
  ): Promise<FeedResult[]> {
    const stop = new AbortController();
    const end = (): void => stop.abort();
    const signals = [this.#signal, signal];
    for (const each of signals) {
      if (each.aborted) end();
      each.addEventListener('abort', end, { once: true });
    }
    let saved = 0;
    const onItem = (kind: string): void => {
      if (kind === 'added') onProgress(results.length, (saved += 1));
    };
    try {
      onProgress(0, 0);
      await Promise.all(
        ids.map(async (id) => {
          results.push(await this.#refresher.refresh(id, { ...options, signal: stop.signal, onItem }));
          onProgress(results.length, saved);
        }),
      );
      return results;
    } finally {
      for (const each of signals) each.removeEventListener('abort', end);
    }
  }

  #label(ids: readonly string[]): string {
    return ids.length === 1 ? `Refresh ${quoted(this.#feeds.find(ids[0] ?? '')?.title ?? 'a feed')}` : `Refresh ${ids.length} feeds`;
  }
}

function progressOf(done: number, all: number, saved: number): [string, number | null] {
  const feeds = all === 1 ? '' : `${done} of ${all} feeds`;
  const news = saved === 0 ? '' : saved === 1 ? '1 new article' : `${saved} new articles`;
  return [[feeds, news].filter((part) => part !== '').join(', ') || 'Asking the feed', all === 1 ? null : done / all];
}
