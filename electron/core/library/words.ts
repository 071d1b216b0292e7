/** `1 article`, `12 articles`. */
export function articles(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}

/** A name in a label: `“news”`. */
export function quoted(name: string): string {
  return `“${name}”`;
}
