import type { Direction, HistoryEntry } from './history.ts';

/** One line of the log: an entry came onto a stack, or entries are done with. */
export type Step =
  { readonly op: 'keep'; readonly way: Direction; readonly entry: HistoryEntry } | { readonly op: 'drop'; readonly ids: readonly number[] };

/** The step a line says, or null where it says none. */
export function parseStep(line: string): Step | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const step = value as Partial<Record<'op' | 'way' | 'entry' | 'ids', unknown>> | null;
  if (step?.op === 'drop' && Array.isArray(step.ids)) return { op: 'drop', ids: step.ids.filter((id) => typeof id === 'number') };
  const way = step?.way;
  if (step?.op !== 'keep' || (way !== 'undo' && way !== 'redo')) return null;
  const entry = step.entry as Partial<HistoryEntry> | null;
  const whole =
    typeof entry?.id === 'number' &&
    typeof entry.at === 'string' &&
    typeof entry.label === 'string' &&
    Array.isArray(entry.articles) &&
    Array.isArray(entry.library);
  return whole ? { op: 'keep', way, entry: entry as HistoryEntry } : null;
}
