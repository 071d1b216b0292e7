const DAY = 86_400_000;
/** So many days, and so many weeks, each keep their newest backup. */
export const DAILY = 7;
export const WEEKLY = 4;
/** The newest ones stay whatever day they are of. */
const ALWAYS = 3;

/**
 * Backups to remove: all but the newest of each of the last 7 days and 4 weeks that have one, and the one just made, which is not the
 * newest where the clock was set back. Of those made before a restore the first of each of the last 7 such days stays too: whoever tries one
 * backup after the other wants to come back to where that began. Milliseconds since the epoch.
 */
export function outdated(times: readonly number[], justMade: number | null = null, beforeRestores: readonly number[] = []): number[] {
  const newestFirst = [...times].sort((a, b) => b - a);
  const keep = new Set(newestFirst.slice(0, ALWAYS));
  if (justMade !== null) keep.add(justMade);
  const firstOf = new Map([...beforeRestores].sort((a, b) => b - a).map((time) => [Math.floor(time / DAY), time]));
  for (const time of [...firstOf.values()].slice(0, DAILY)) keep.add(time);
  const newestOf = (periodOf: (time: number) => number, count: number): void => {
    const seen = new Set<number>();
    for (const time of newestFirst) {
      const period = periodOf(time);
      if (seen.has(period) || seen.size >= count) continue;
      seen.add(period);
      keep.add(time);
    }
  };
  newestOf((time) => Math.floor(time / DAY), DAILY);
  // Weeks from Monday to Sunday: the epoch was a Thursday.
  newestOf((time) => Math.floor((time / DAY + 3) / 7), WEEKLY);
  return newestFirst.filter((time) => !keep.has(time));
}

/** True where a day has passed since the newest backup, or the clock was set back far enough that it lies ahead. */
export function isDue(newest: number | null, now: number): boolean {
  return newest === null || now - newest >= DAY || newest - now >= DAY;
}
