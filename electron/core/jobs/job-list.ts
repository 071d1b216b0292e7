import type { Job, JobTotals } from '../../contract/entities.ts';
import { makeJobId } from '../domain/ids.ts';
import { AppError, toCallError } from '../errors.ts';
import type { Clock, EventSink, RandomText } from '../ports.ts';
import { JobEvents } from './job-events.ts';
import { isOver, mostTelling, totalsOf } from './job-totals.ts';

/** Finished jobs that are remembered; older ones are forgotten. */
const REMEMBERED = 2_000;

export interface JobResult {
  readonly articleId: string | null;
  readonly existing: boolean;
  readonly incomplete?: boolean;
  /** Title of the article that was there already. */
  readonly savedAs?: string;
}

/** What a job's work is given. */
export interface JobControl {
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
  /** What it does now, as a short sentence, and how far it is (0–1, null = cannot be known). */
  step(text: string, progress: number | null): void;
}

export type JobWork = (control: JobControl) => Promise<JobResult | void>;

/** Whoever does the work of a job: the list shows it and passes on what the person wants. */
export interface JobOwner {
  cancel(): void;
  retry(): void;
  /** The list shows it no more. */
  forgotten(): void;
}

interface Entry {
  job: Job;
  readonly owner: JobOwner;
}

/** Long work: what waits, runs and ended; with progress, cancel and retry. Lives in the writer, so a window's reload loses nothing. */
export class JobList {
  readonly #clock: Clock;
  readonly #random: RandomText;
  readonly #entries = new Map<string, Entry>();
  readonly #events: JobEvents;
  readonly #runs = new Map<string, Promise<void>>();
  #done = 0;
  #paused = false;

  constructor(parts: { clock: Clock; random: RandomText; emit: EventSink }) {
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#events = new JobEvents(() => {
      const jobs = this.shown();
      parts.emit({ type: 'jobs', jobs, totals: this.totals() });
      return Math.max(jobs.length, this.#entries.size / 20);
    });
  }

  /** All jobs that are remembered, oldest first. */
  list(): Job[] {
    return [...this.#entries.values()].map(({ job }) => job);
  }

  /** The jobs a person wants to see of many, oldest first: those that run or failed before those that wait or are done. */
  shown(): Job[] {
    return mostTelling(this.list());
  }

  totals(): JobTotals {
    return totalsOf(this.list(), this.#paused);
  }

  /** The job as it stands now; null where it has been forgotten. */
  find(id: string): Job | null {
    return this.#entries.get(id)?.job ?? null;
  }

  /** Adds a job that starts at once. */
  add(kind: Job['kind'], label: string, work: JobWork): Job {
    const id = makeJobId(this.#random);
    let abort = new AbortController();
    const start = (): void => {
      const run = this.#run(id, work, abort);
      this.#runs.set(id, run);
      void run.finally(() => this.#runs.delete(id));
    };
    this.adopt(
      { id, kind, label, createdAt: new Date(this.#clock.now()).toISOString() },
      {
        cancel: () => abort.abort(),
        retry: () => {
          abort = new AbortController();
          start();
        },
        forgotten: () => undefined,
      },
    );
    start();
    return this.#entry(id).job;
  }

  /** Shows a job whose work is done elsewhere; it waits until `set` says otherwise. */
  adopt(job: Pick<Job, 'id' | 'kind' | 'label' | 'createdAt'>, owner: JobOwner): void {
    const blank = {
      state: 'waiting',
      step: 'Waiting',
      progress: null,
      articleId: null,
      existing: false,
      incomplete: false,
      error: null,
    } as const;
    this.#entries.set(job.id, { job: { ...job, ...blank }, owner });
    this.#events.changed();
  }

  set(id: string, changes: Partial<Job>): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const before = entry.job;
    entry.job = { ...before, ...changes, ...(changes.progress !== undefined && { progress: within(changes.progress) }) };
    this.#done += Number(entry.job.state === 'done') - Number(before.state === 'done');
    if (this.#done > REMEMBERED) this.#forgetOldest();
    this.#events.changed();
  }

  /** Notes that saves are held. */
  paused(paused: boolean): void {
    this.#paused = paused;
    this.#events.changed();
  }

  /** Resolves when a job of `add` is over, or rejects with its error. */
  async settled(id: string): Promise<void> {
    await this.#runs.get(id);
    const { state, error } = this.#entry(id).job;
    if (state === 'failed' && error) throw new AppError(error.code, error.message, { details: error.details, retryable: error.retryable });
    if (state === 'cancelled') throw cancelled();
  }

  cancel(id: string): void {
    this.#entry(id).owner.cancel();
  }

  /** Cancels every save that waits or runs. */
  cancelAll(): void {
    for (const { job, owner } of [...this.#entries.values()]) if (!isOver(job) && isOnArticles(job)) owner.cancel();
  }

  /** Runs a failed or cancelled job once more, under the same id. */
  retry(id: string): void {
    const { job, owner } = this.#entry(id);
    if (job.state === 'failed' || job.state === 'cancelled') owner.retry();
  }

  /** Runs every failed save once more. */
  retryFailed(): void {
    for (const { job, owner } of [...this.#entries.values()]) if (job.state === 'failed' && isOnArticles(job)) owner.retry();
  }

  /** Forgets what is over. */
  clear(): void {
    for (const { job } of [...this.#entries.values()]) if (isOver(job)) this.#forget(job);
    this.#events.changed();
  }

  /** Cancels everything and waits until nothing runs any more. */
  async close(): Promise<void> {
    for (const { job, owner } of [...this.#entries.values()]) if (!isOver(job)) owner.cancel();
    await Promise.all(this.#runs.values());
    this.#events.flush();
  }

  async #run(id: string, work: JobWork, abort: AbortController): Promise<void> {
    this.set(id, { state: 'running', step: 'Starting', progress: null, error: null });
    try {
      const result = await work({
        signal: abort.signal,
        step: (step, progress) => {
          if (this.find(id)?.state === 'running') this.set(id, { step, progress });
        },
      });
      const { articleId = null, existing = false, incomplete = false } = result ?? {};
      this.set(id, { state: 'done', step: 'Done', progress: 1, articleId, existing, incomplete });
    } catch (thrown) {
      const wasCancelled = abort.signal.aborted || (thrown instanceof AppError && thrown.code === 'cancelled');
      if (wasCancelled) this.set(id, { state: 'cancelled', step: 'Cancelled', progress: null });
      else this.set(id, { state: 'failed', step: 'Failed', progress: null, error: toCallError(thrown) });
    }
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (!entry) throw new AppError('not-found', 'That job is no longer in the list.', { details: { id } });
    return entry;
  }

  #forgetOldest(): void {
    for (const { job } of this.#entries.values()) {
      if (job.state !== 'done') continue;
      this.#forget(job);
      return;
    }
  }

  #forget(job: Job): void {
    const entry = this.#entries.get(job.id);
    this.#entries.delete(job.id);
    if (job.state === 'done') this.#done -= 1;
    entry?.owner.forgotten();
  }
}

/** Work that the queue does: what "all" means where a person cancels or retries all. */
function isOnArticles({ kind }: Job): boolean {
  return kind === 'save' || kind === 'save-again' || kind === 'complete' || kind === 'reextract';
}

function within(progress: number | null): number | null {
  return progress === null || Number.isNaN(progress) ? null : Math.min(1, Math.max(0, progress));
}

export function cancelled(): AppError {
  return new AppError('cancelled', 'It was cancelled before it was finished.');
}
