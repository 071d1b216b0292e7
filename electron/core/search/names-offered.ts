import { foldName } from './fold.ts';

/** What the values of an operator are taken from. */
export type NamedBy = 'source' | 'byline';

/** Articles whose names are looked at, newest first. */
export const LOOKED_AT = 400;
const OFFERED = 8;

/** Names to offer for the beginning of a name or of a word in it: those that most of the articles looked at bear. */
export function namesOffered(names: Iterable<string>, typed: string): string[] {
  const wanted = foldName(typed).replace(/^[^\p{L}\p{N}]+/u, '');
  const counts = new Map<string, number>();
  for (const name of names) if (beginsIn(foldName(name), wanted)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, OFFERED)
    .map(([name]) => name);
}

function beginsIn(name: string, wanted: string): boolean {
  return name !== '' && (name.startsWith(wanted) || name.split(/[^\p{L}\p{N}\p{M}]+/u).some((word) => word.startsWith(wanted)));
}
