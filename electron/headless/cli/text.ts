import type { ArticleJson, ArticleRow } from '../../contract/entities.ts';

/** Rows of cells in columns, two spaces apart; the last column is left as long as it is. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, width(cell))));
  return rows.map((row) => row.map((cell, at) => (at === row.length - 1 ? cell : pad(cell, widths[at] ?? 0))).join('  ')).join('\n');
}

/** Cells a text takes in a terminal: wide characters take two, combining ones none. */
export function width(text: string): number {
  let cells = 0;
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue;
    cells += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return cells;
}

/** At most `most` cells, with an ellipsis where something is left out. Control characters become spaces. */
export function fit(text: string, most: number): string {
  const clean = plain(text);
  if (width(clean) <= most) return clean;
  let kept = '';
  for (const character of clean) {
    if (width(kept + character) > most - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** One line without control characters: a title must not steer a terminal. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

function pad(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - width(text)));
}

/** An article as a line of a list. */
export function articleCells(
  article: Pick<ArticleJson | ArticleRow, 'id' | 'savedAt' | 'source' | 'title'> & { publishedAt: string | null },
): string[] {
  return [article.id, (article.publishedAt ?? article.savedAt).slice(0, 10), fit(article.source, 24), fit(article.title, 90)];
}

/** `1 article`, `12 articles`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Pretty JSON, one document. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
