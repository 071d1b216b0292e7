import { flatText, type DomDocument, type DomElement } from './dom.ts';

/** What is read as text: a heading after any of these is a heading of the text. */
const PROSE = 'p, ul, ol, dl, table, blockquote, pre';

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Removes the article's first heading where it only repeats the title: the window shows that above the text already. Readability does
 * this too, but compares words, of which a Japanese title has one and a short title few. Returns the heading's text, or null.
 */
export function removeRepeatedTitle(document: DomDocument, titles: readonly (string | null | undefined)[]): string | null {
  const known = new Set(titles.map((title) => letters(title ?? '')).filter((title) => title !== ''));
  const heading: DomElement | null = document.body.querySelector('h1, h2');
  if (heading === null || !known.has(letters(heading.textContent))) return null;
  const first = document.body.querySelector(`h1, h2, ${PROSE}`);
  if (first !== heading) return null;
  const text = flatText(heading);
  heading.remove();
  return text;
}
