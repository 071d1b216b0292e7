/** How like two texts are: shingles of four words, where a letter of a script without blanks is a word. */

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]|[\p{L}\p{N}_]+/gu;

export const tokens = (text: string): string[] => text.match(WORD) ?? [];
export const squash = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (words.length === 0) return counts;
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const key = words.slice(at, at + 4).join('\u0001');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export const shingles = (words: readonly string[]): ReadonlySet<string> => new Set(countsOf(words).keys());

/** Shared shingles, and how many each text has. */
export function compare(wanted: string, found: string): { shared: number; wanted: number; found: number } {
  const [a, b] = [countsOf(tokens(wanted)), countsOf(tokens(found))];
  const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, count) => total + count, 0);
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  return { shared, wanted: sum(a), found: sum(b) };
}
