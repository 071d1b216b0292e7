import type { Job } from '../../contract/entities.ts';
import { linesOf, replay, type QueueOptions, type QueueRecord, type QueueStore, type QueueTask, type Restored } from './queue-record.ts';

/** Lines beyond twice of what is needed before the file is written anew. */
const SLACK = 500;

/** Everything that is asked for and not forgotten; `job` is null for what is not shown yet. */
export interface Standing {
  readonly items: readonly { id: string; at: string; task: QueueTask; options: QueueOptions; job: Job | null }[];
  readonly paused: boolean;
}
type Ended = Extract<QueueRecord, { end: unknown }>;

/**
 * Writes the queue down. What is asked for is durable before the answer; how it ended follows in its own time: lost in a crash, the work
 * is done again and finds its article. When nothing waits any more, only failures are left in the file.
 */
export class QueueLog {
  readonly #store: QueueStore;
  readonly #standing: () => Standing;
  #lines = 0;
  #open = 0;
  #work: Promise<void> = Promise.resolve();
  #waiting: QueueRecord[] = [];

  constructor(store: QueueStore, standing: () => Standing) {
    this.#store = store;
    this.#standing = standing;
  }

  /** What an earlier session left, with what ended in it as long as anything else of it waits. */
  async read(): Promise<{ items: Restored[]; paused: boolean }> {
    const lines = await this.#store.load();
    const { items, paused } = replay(lines);
    this.#open = items.filter(({ end }) => end === null).length;
    const kept = this.#open > 0 ? items : items.filter(({ end }) => end?.end === 'failed');
    this.#lines = lines.length;
    if (this.#store.writable && lines.length > 0) {
      const fresh = linesOf(kept, paused);
      await this.#store.replace(fresh);
      this.#lines = fresh.length;
      await this.#store.sweep(new Set(kept.map(({ id }) => id)));
    }
    return { items: kept, paused };
  }

  /** Resolves when they survive a power cut. */
  async added(
    items: readonly { id: string; at: string; task: QueueTask; options: QueueOptions }[],
    joined: readonly [{ id: string; direct: boolean }, QueueOptions][],
  ): Promise<void> {
    const lines: QueueRecord[] = [
      ...items.map(({ id, at, task, options }) => ({ id, at, task, options })),
      ...joined.flatMap(([{ id, direct }, more]) => (direct ? [] : [{ id, more }])),
    ];
    if (lines.length === 0 || !this.#store.writable) return;
    this.#open += items.length;
    this.#lines += lines.length;
    await this.#store.append(lines, true);
  }

  ended(id: string, end: Ended['end'], result: Pick<Ended, 'articleId' | 'existing' | 'incomplete' | 'error'>): void {
    this.#open -= 1;
    this.#write({ id, end, ...result });
  }

  again(id: string): void {
    this.#open += 1;
    this.#write({ id, again: true });
  }

  forgotten(id: string): void {
    this.#write({ id, forgotten: true });
  }

  async paused(paused: boolean): Promise<void> {
    this.#write({ paused });
    await this.idle();
  }

  /** Settles when everything so far is written. */
  async idle(): Promise<void> {
    for (let work = this.#work; ; work = this.#work) {
      await work;
      if (work === this.#work) return;
    }
  }

  #write(line: QueueRecord): void {
    if (!this.#store.writable) return;
    this.#waiting.push(line);
    if (this.#waiting.length > 1) return;
    // A failing disk turns the library read-only by its own means; the queue alone is no reason to fail a save that was stored.
    this.#work = this.#work.then(() => this.#flush()).catch(() => undefined);
  }

  async #flush(): Promise<void> {
    const lines = this.#waiting.splice(0);
    this.#lines += lines.length;
    const standing = this.#standing();
    const kept = this.#open > 0 ? standing.items : standing.items.filter(({ job }) => job?.state === 'failed');
    if (this.#open <= 0 || this.#lines > kept.length * 2 + SLACK) {
      const fresh = linesOf(kept.map(restored), standing.paused);
      this.#lines = fresh.length;
      await this.#store.replace(fresh);
    } else {
      await this.#store.append(lines, false);
    }
  }
}

function restored({ id, at, task, options, job }: Standing['items'][number]): Restored {
  if (job === null) return { id, at, task, options, end: null };
  const { state, articleId, existing, incomplete, error } = job;
  const over = state === 'done' || state === 'failed' || state === 'cancelled';
  return { id, at, task, options, end: over ? { id, end: state, articleId, existing, incomplete, error } : null };
}
