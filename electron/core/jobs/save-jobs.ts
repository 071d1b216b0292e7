import type { Job } from '../../contract/entities.ts';
import type { SaveInput } from '../../contract/methods.ts';
import { addressKeys } from '../domain/address.ts';
import type { JobControl, JobList, JobResult } from './job-list.ts';

export interface SaveOptions {
  readonly tags: readonly string[];
  readonly collections: readonly string[];
}

export interface Saver {
  /** Captures, stores and indexes one input, or finds it in the library. */
  save(input: SaveInput, options: SaveOptions, control: JobControl): Promise<JobResult & { articleId: string }>;
  /** Puts an article that is there into tags and collections. */
  organise(id: string, options: SaveOptions): Promise<void>;
}

/** Saves as jobs. One address is saved by one job at a time, however often it is asked for. */
export class SaveJobs {
  readonly #jobs: JobList;
  readonly #saver: Saver;
  readonly #underWay = new Map<string, string>();

  constructor(jobs: JobList, saver: Saver) {
    this.#jobs = jobs;
    this.#saver = saver;
  }

  /** Starts a job for each input that is not under way already; answers with one job for each different input. */
  start(inputs: readonly SaveInput[], options: SaveOptions): Job[] {
    const jobs = new Map<string, Job>();
    for (const input of inputs) {
      const { job, joined } = this.#job(input, options);
      // The same address twice in one request asks for nothing more.
      if (joined && !jobs.has(job.id)) void this.#organiseAfter(job.id, options);
      jobs.set(job.id, job);
    }
    return [...jobs.values()];
  }

  /** Saves one input and answers when it is durable and searchable. */
  async save(input: SaveInput, options: SaveOptions): Promise<{ id: string; existing: boolean }> {
    const { job, joined } = this.#job(input, options);
    const { articleId, existing } = await this.#jobs.settled(job.id);
    const id = articleId ?? '';
    if (joined) await this.#saver.organise(id, options);
    return { id, existing: existing || joined };
  }

  #job(input: SaveInput, options: SaveOptions): { job: Job; joined: boolean } {
    const key = keyOf(input);
    const running = key === null ? null : this.#running(key);
    if (running) return { job: running, joined: true };
    const job = this.#jobs.add('save', labelOf(input), async (control) => {
      try {
        return await this.#saver.save(input, options, control);
      } finally {
        if (key !== null) this.#underWay.delete(key);
      }
    });
    if (key !== null) this.#underWay.set(key, job.id);
    return { job, joined: false };
  }

  #running(key: string): Job | null {
    const id = this.#underWay.get(key);
    const job = id === undefined ? null : this.#jobs.find(id);
    return job && (job.state === 'waiting' || job.state === 'running') ? job : null;
  }

  async #organiseAfter(id: string, options: SaveOptions): Promise<void> {
    const result = await this.#jobs.settled(id).catch(() => null);
    // The job that was joined tells about its own failure; this one has nothing to add.
    if (result?.articleId != null) await this.#saver.organise(result.articleId, options).catch(() => undefined);
  }
}

function keyOf(input: SaveInput): string | null {
  if (input.kind === 'path') return `path:${input.path}`;
  if (input.kind !== 'url') return null;
  return `url:${addressKeys([input.url])[0] ?? input.url}`;
}

/** Characters of a text's first line in a label. */
const LABEL = 60;

function labelOf(input: SaveInput): string {
  if (input.kind === 'url') return input.url;
  if (input.kind === 'file') return input.name;
  if (input.kind === 'path') return input.path.split(/[\\/]/).at(-1) || input.path;
  const line = [...(input.text.trim().split('\n', 1)[0] ?? '')];
  return line.length > LABEL ? `${line.slice(0, LABEL - 1).join('')}…` : line.join('') || 'Pasted text';
}
