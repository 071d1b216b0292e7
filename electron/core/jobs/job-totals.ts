import type { Job, JobTotals } from '../../contract/entities.ts';

/** Jobs in numbers, and the few of many that are worth a line. */

/** Jobs of each state that are shown of many. */
const MOST: Readonly<Record<Job['state'], number>> = { running: 50, failed: 100, waiting: 40, done: 60, cancelled: 20 };

export function isOver({ state }: Job): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}

export function totalsOf(jobs: readonly Job[], paused: boolean): JobTotals {
  const states = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
  let [existing, incomplete, part] = [0, 0, 0];
  let saves = true;
  for (const job of jobs) {
    states[job.state] += 1;
    if (job.state === 'done' && job.existing) existing += 1;
    if (job.state === 'done' && job.incomplete) incomplete += 1;
    part += job.state === 'waiting' ? 0 : job.state === 'running' ? (job.progress ?? 0.1) : 1;
    if (job.kind !== 'save' && job.kind !== 'save-again' && job.kind !== 'complete') saves = false;
  }
  return { total: jobs.length, ...states, existing, incomplete, saves, paused, progress: jobs.length === 0 ? 0 : part / jobs.length };
}

/** At most a few hundred of many jobs, in the order given: the first of those that run, failed or wait, the last of those that are over. */
export function mostTelling(jobs: readonly Job[]): Job[] {
  const counts = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
  for (const { state } of jobs) counts[state] += 1;
  const seen = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
  return jobs.filter((job) => {
    const { state } = job;
    const at = seen[state]++;
    return state === 'done' || state === 'cancelled' ? at >= counts[state] - MOST[state] : at < MOST[state];
  });
}
