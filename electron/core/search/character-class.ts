/** Inclusive ranges of code points (up to U+FFFF) as the inside of a character class, written in a way that no editor can mangle. */
export function classOf(ranges: readonly (readonly [number, number])[]): string {
  const escape = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
  return ranges.map(([first, last]) => (first === last ? escape(first) : `${escape(first)}-${escape(last)}`)).join('');
}
