import type { Job } from '../../../electron/contract/entities.ts';

/** All jobs in numbers. `active` = waiting or running; `progress` 0–1 over all of them. */
export interface Summary {
  total: number;
  active: number;
  done: number;
  existing: number;
  /** Saved, but not whole. */
  incomplete: number;
  failed: number;
  cancelled: number;
  progress: number;
  /** True where every job is a save: the words can speak of articles. */
  saves: boolean;
}

export function summarise(jobs: readonly Job[]): Summary {
  const count = (of: (job: Job) => boolean): number => jobs.filter(of).length;
  const part = (job: Job): number => (job.state === 'waiting' ? 0 : job.state === 'running' ? (job.progress ?? 0.1) : 1);
  return {
    total: jobs.length,
    active: count(({ state }) => state === 'waiting' || state === 'running'),
    done: count(({ state }) => state === 'done'),
    existing: count(({ state, existing }) => state === 'done' && existing),
    incomplete: count(({ state, incomplete }) => state === 'done' && incomplete),
    failed: count(({ state }) => state === 'failed'),
    cancelled: count(({ state }) => state === 'cancelled'),
    progress: jobs.length === 0 ? 0 : jobs.reduce((sum, job) => sum + part(job), 0) / jobs.length,
    saves: jobs.every(({ kind }) => kind === 'save'),
  };
}

const ORDER: Record<Job['state'], number> = { running: 0, failed: 1, waiting: 2, done: 3, cancelled: 4 };

/** Jobs as the panel lists them: what moves, what needs someone, what waits, what is over (newest first). */
export function inOrder(jobs: readonly Job[]): Job[] {
  return [...jobs].sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.state === 'done' ? b.createdAt.localeCompare(a.createdAt) : 0));
}
