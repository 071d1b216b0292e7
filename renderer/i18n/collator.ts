export type Compare = (a: string, b: string) => number;

const known = new Map<string, Compare>();

/** Compares names as a locale's readers sort them; numbers in them by their value. */
export function compareIn(locale: string): Compare {
  let compare = known.get(locale);
  if (!compare) {
    compare = new Intl.Collator(locale, { numeric: true }).compare;
    known.set(locale, compare);
  }
  return compare;
}
