import { foldName } from '../../ui/name-completion.ts';

/** How well words fit a name: 0 best (it begins with them), null where they do not. Every word has to be found. */
export function fit(name: string, typed: string): number | null {
  const folded = foldName(name);
  const words = foldName(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 0;
  if (folded.startsWith(words.join(' '))) return 0;
  const parts = folded.split(/[\s/_.,:&-]+/);
  let worst = 1;
  for (const word of words) {
    if (parts.some((part) => part.startsWith(word))) continue;
    if (!folded.includes(word)) return null;
    worst = 2;
  }
  return worst;
}

/** What fits, best first; of two alike what was chosen more recently, then as given. At most `most`. */
export function ranked<T extends { readonly key: string; readonly name: string; readonly found?: string }>(
  entries: readonly T[],
  typed: string,
  recent: readonly string[],
  most: number,
): T[] {
  const place = (key: string): number => {
    const at = recent.indexOf(key);
    return at < 0 ? recent.length : at;
  };
  return entries
    .flatMap((entry) => {
      const score = fit(entry.found ?? entry.name, typed);
      return score === null ? [] : [{ entry, score, place: place(entry.key) }];
    })
    .sort((a, b) => a.score - b.score || a.place - b.place)
    .slice(0, most)
    .map(({ entry }) => entry);
}
