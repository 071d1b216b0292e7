import type { Job } from '../../../electron/contract/entities.ts';

const ORDER: Record<Job['state'], number> = { running: 0, failed: 1, waiting: 2, done: 3, cancelled: 4 };

/** Jobs as the panel lists them: what moves, what needs someone, what waits, what is over (newest first). */
export function inOrder(jobs: readonly Job[]): Job[] {
  return [...jobs].sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.state === 'done' ? b.createdAt.localeCompare(a.createdAt) : 0));
}
