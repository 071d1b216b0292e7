import { writeSync } from 'node:fs';

/** Says what a soak run did, on standard error and at once: also where the run is cut off later, or its output is kept in a file. */
export function tell(sentence: string): void {
  writeSync(2, `${sentence}\n`);
}

/** Seconds since `start` (of `performance.now()`), for such a sentence. */
export function secondsSince(start: number): string {
  return `${Math.round((performance.now() - start) / 1000)} s`;
}
