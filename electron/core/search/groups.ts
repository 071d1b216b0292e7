import type { GroupBy } from '../ports.ts';
import type { Order } from './order.ts';

/** What a list in this order can be grouped by, as the column of its sort key; null where the order has no such groups. */
export function groupKey(by: GroupBy, { key }: Order): 'saved' | 'published' | 'source' | null {
  if (by === 'source') return key === 'source' ? 'source' : null;
  if (key === null) return 'saved';
  return key === 'published' ? 'published' : null;
}

/** The day of a moment (milliseconds) in this computer's time zone, as `2024-05-31`; empty for 0 = unknown. */
export function dayOf(moment: number): string {
  if (moment === 0) return '';
  const date = new Date(moment);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Neighbours with the same key as groups. */
export function runsOf(keys: Iterable<string>): { key: string; count: number }[] {
  const runs: { key: string; count: number }[] = [];
  for (const key of keys) {
    const last = runs.at(-1);
    if (last?.key === key) last.count += 1;
    else runs.push({ key, count: 1 });
  }
  return runs;
}
