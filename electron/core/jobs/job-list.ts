import type { Job } from '../../contract/entities.ts';
import { makeJobId } from '../domain/ids.ts';
import { AppError, toCallError } from '../errors.ts';
import type { Clock, EventSink, RandomText } from '../ports.ts';
import { JobEvents } from './job-events.ts';

/** Saves that run at the same time. */
export const SAVES_AT_ONCE = 4;
/** Finished jobs that are remembered; older ones are forgotten. */
const REMEMBERED = 2_000;

export interface JobResult {
  readonly articleId: string | null;
  readonly existing: boolean;
  readonly incomplete?: boolean;
}

/** What a job's work is given. */
export interface JobControl {
  /** Aborted when the person cancels. */
  readonly signal: AbortSignal;
  /** What it does now, as a short sentence, and how far it is (0–1, null = cannot be known). */
  step(text: string, progress: number | null): void;
}

export type JobWork = (control: JobControl) => Promise<JobResult | void>;

interface Entry {
  job: Job;
  work: JobWork | null;
  abort: AbortController;
  settle: ((error: unknown, result: JobResult | null) => void)[];
}

/** Long work: what waits, runs and ended; with progress, cancel and retry. Lives in the writer, so a window's reload loses nothing. */
export class JobList {
  readonly #clock: Clock;
  readonly #random: RandomText;
  readonly #entries = new Map<string, Entry>();
  readonly #events: JobEvents;
  #running = 0;
  #active = new Set<Promise<void>>();

  constructor(parts: { clock: Clock; random: RandomText; emit: EventSink }) {
    this.#clock = parts.clock;
    this.#random = parts.random;
    this.#events = new JobEvents(() => {
      const jobs = this.list();
      parts.emit({ type: 'jobs', jobs });
      return jobs.length;
    });
  }

  /** All jobs that are remembered, oldest first. */
  list(): Job[] {
    return [...this.#entries.values()].map(({ job }) => job);
  }

  /** The job as it stands now; null where it has been forgotten. */
  find(id: string): Job | null {
    return this.#entries.get(id)?.job ?? null;
  }

  /** Adds a job. Saves wait for their turn; other kinds start at once. */
  add(kind: Job['kind'], label: string, work: JobWork): Job {
    const id = makeJobId(this.#random);
    const job: Job = {
      id,
      kind,
      label,
      state: 'waiting',
      step: 'Waiting',
      progress: null,
      articleId: null,
      existing: false,
      incomplete: false,
      error: null,
      createdAt: new Date(this.#clock.now()).toISOString(),
    };
    this.#entries.set(id, { job, work, abort: new AbortController(), settle: [] });
    this.#forget();
    this.#events.changed();
    this.#next();
    return this.#entry(id).job;
  }

  /** Resolves with what the job came to, or rejects with its error; for a job that is over, at once. */
  settled(id: string): Promise<JobResult> {
    const entry = this.#entry(id);
    const { state, articleId, existing, error } = entry.job;
    if (state === 'done') return Promise.resolve({ articleId, existing });
    if (state === 'failed' || state === 'cancelled') return Promise.reject(error ? asError(error) : cancelled());
    return new Promise((resolve, reject) => {
      entry.settle.push((thrown, result) => (result ? resolve(result) : reject(asThrown(thrown))));
    });
  }

  cancel(id: string): void {
    const entry = this.#entry(id);
    if (entry.job.state === 'waiting') this.#end(entry, 'cancelled', cancelled(), null);
    entry.abort.abort();
  }

  /** Runs a failed or cancelled job once more, under the same id. */
  retry(id: string): void {
    const entry = this.#entry(id);
    if (entry.job.state !== 'failed' && entry.job.state !== 'cancelled') return;
    entry.abort = new AbortController();
    this.#set(entry, { state: 'waiting', step: 'Waiting', progress: null, error: null });
    this.#next();
  }

  /** Forgets what is over. */
  clear(): void {
    for (const [id, { job }] of this.#entries) if (isOver(job)) this.#entries.delete(id);
    this.#events.changed();
  }

  /** Cancels everything and waits until nothing runs any more. */
  async close(): Promise<void> {
    for (const { job } of [...this.#entries.values()]) if (!isOver(job)) this.cancel(job.id);
    await Promise.all(this.#active);
    this.#events.flush();
  }

  #next(): void {
    for (const entry of this.#entries.values()) {
      if (entry.job.state !== 'waiting') continue;
      const isSave = entry.job.kind === 'save';
      if (isSave && this.#running >= SAVES_AT_ONCE) continue;
      const run = this.#run(entry, isSave);
      this.#active.add(run);
      void run.finally(() => this.#active.delete(run));
    }
  }

  async #run(entry: Entry, isSave: boolean): Promise<void> {
    const { work, abort } = entry;
    if (isSave) this.#running += 1;
    this.#set(entry, { state: 'running', step: 'Starting' });
    try {
      const result = await work?.({
        signal: abort.signal,
        step: (step, progress) => {
          if (entry.abort === abort && entry.job.state === 'running') this.#set(entry, { step, progress: within(progress) });
        },
      });
      this.#end(entry, 'done', null, result ?? { articleId: null, existing: false });
    } catch (thrown) {
      const wasCancelled = abort.signal.aborted || (thrown instanceof AppError && thrown.code === 'cancelled');
      this.#end(entry, wasCancelled ? 'cancelled' : 'failed', wasCancelled ? cancelled() : thrown, null);
    } finally {
      if (isSave) this.#running -= 1;
      this.#next();
    }
  }

  #end(entry: Entry, state: 'done' | 'failed' | 'cancelled', thrown: unknown, result: JobResult | null): void {
    const step = state === 'done' ? (result?.existing ? 'In the library already' : 'Done') : state === 'failed' ? 'Failed' : 'Cancelled';
    this.#set(entry, {
      state,
      step,
      progress: state === 'done' ? 1 : null,
      articleId: result?.articleId ?? null,
      existing: result?.existing ?? false,
      incomplete: result?.incomplete ?? false,
      error: state === 'failed' ? toCallError(thrown) : null,
    });
    // What could be megabytes of a dropped file is needed no more.
    if (state === 'done') entry.work = null;
    for (const settle of entry.settle.splice(0)) settle(thrown, result);
  }

  #set(entry: Entry, changes: Partial<Job>): void {
    entry.job = { ...entry.job, ...changes };
    this.#events.changed();
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (!entry) throw new AppError('not-found', 'That job is no longer in the list.', { details: { id } });
    return entry;
  }

  #forget(): void {
    let over = this.#entries.size - REMEMBERED;
    for (const [id, { job }] of this.#entries) {
      if (over <= 0) return;
      if (job.state !== 'done') continue;
      this.#entries.delete(id);
      over -= 1;
    }
  }
}

function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

function within(progress: number | null): number | null {
  return progress === null || Number.isNaN(progress) ? null : Math.min(1, Math.max(0, progress));
}

function cancelled(): AppError {
  return new AppError('cancelled', 'It was cancelled before it was finished.');
}

function asError({ code, message, details, retryable }: NonNullable<Job['error']>): AppError {
  return new AppError(code, message, { details, retryable });
}

function asThrown(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
