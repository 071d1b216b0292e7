import { isPaired } from './tokens.ts';

const LETTERS = /^\p{L}[\p{L}\p{M}]*$/u;
const SHORTEST = 4;
const LONGEST = 24;

/** Words worth offering as a correction: letters only, of a sensible length, in a script that has words. */
export function suggestible(word: string): boolean {
  return word.length >= SHORTEST && word.length <= LONGEST && LETTERS.test(word) && !isPaired(word);
}

/** How many slips a word of this length may hold. */
export function tolerance(word: string): number {
  return word.length <= 5 ? 1 : 2;
}

/**
 * Slips between two words: a letter too many, too few, another one, or two neighbours swapped (optimal string alignment). Gives
 * `most + 1` as soon as it is sure that there are more than `most`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j - 1] ?? 0) + (same ? 0 : 1), (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    older = previous;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}
