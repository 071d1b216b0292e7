/** Titles of pages: the story's own words, without the site's name at one end. */

const SEPARATOR = /\s+(?:[|¦‖·•»«›/]|::|[-–—])\s+|\s*[|｜]\s*/gu;

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\s\p{P}]+/gu, '')
    .toLowerCase();

export const tidy = (text: string | null | undefined): string => text?.replace(/[\s\u00a0\u200b\ufeff]+/gu, ' ').trim() ?? '';

/** Pieces of a title with the position of each. */
function pieces(title: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of title.matchAll(SEPARATOR)) {
    out.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  out.push({ start, end: title.length });
  return out;
}

/**
 * Takes the site's name off the end (or the start) of a title. `names` are ways to call the site (its name, its host); a piece that is none of
 * them stays, unless `heading`, the page's own headline, shows where the title ends.
 */
export function withoutSiteName(title: string, names: readonly string[], heading: string | null): string {
  const text = tidy(title);
  const parts = pieces(text);
  if (parts.length < 2) return text;
  const headline = fold(tidy(heading));
  if (headline.length >= 12) {
    for (let last = parts.length - 1; last >= 1; last--) {
      const part = text.slice(0, parts[last - 1]?.end);
      if (fold(part) === headline) return part;
      const tail = text.slice(parts[last]?.start);
      if (fold(tail) === headline) return tail;
    }
  }
  const known = names.map(fold).filter((name) => name.length > 1);
  const isSite = (piece: string): boolean => {
    const folded = fold(piece);
    return (
      folded !== '' &&
      known.some(
        (name) =>
          name === folded ||
          (folded.length >= 4 && (name.startsWith(folded) || folded.startsWith(name)) && Math.abs(name.length - folded.length) <= 8),
      )
    );
  };
  let from = 0;
  let to = parts.length;
  while (to - from > 1 && isSite(text.slice(parts[to - 1]?.start, parts[to - 1]?.end))) to--;
  while (to - from > 1 && isSite(text.slice(parts[from]?.start, parts[from]?.end))) from++;
  return text.slice(parts[from]?.start, parts[to - 1]?.end).trim();
}
