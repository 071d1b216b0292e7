import type { WordsCondition } from './condition.ts';
import { isPaired } from './tokens.ts';

const NOT_WORD = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]+/gu;

/** A text as `=word` sees it: composed and in lower case, accents kept, words parted by single blanks. */
function spelling(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(NOT_WORD, ' ').trim();
}

/** True where a title has all these words spelled as they were typed; a word that may be a prefix may go on. */
export function spelledInTitle(title: string, words: readonly WordsCondition[]): boolean {
  const line = ` ${spelling(title)} `;
  return words.every(({ typed, forms }) => {
    const wanted = spelling(typed);
    const prefix = isPaired(wanted) || forms.some((form) => form.prefix);
    return wanted !== '' && line.includes(`${isPaired(wanted) ? '' : ' '}${wanted}${prefix ? '' : ' '}`);
  });
}

/** True where one of the original texts has the words spelled exactly so; capitals do not matter. */
export function spelledIn(texts: readonly string[], typed: string): boolean {
  const wanted = spelling(typed);
  if (wanted === '') return false;
  const edge = isPaired(wanted) ? '' : ' ';
  return texts.some((text) => ` ${spelling(text)} `.includes(`${edge}${wanted}${edge}`));
}
