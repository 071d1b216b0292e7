import { LETTERS, MARK_RANGES } from './letters.table.ts';
import { classOf } from './character-class.ts';

const MARKS = new RegExp(`[${classOf(MARK_RANGES)}]`, 'g');
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');
const ASCII = /^[\x00-\x7f]*$/;
/** Apostrophes that Unicode counts as letters (Ukrainian ʼ, Hawaiian ʻ …) and signs that would melt into the word before them. */
const SEPARATING = /[\u02b9-\u02bf\u02c8\u2120\u2122]/g;
/** Footnote numbers and powers: `word¹` is still the word. */
const SUPERSCRIPT = /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]+/g;
/** In Indic scripts the zero-width non-joiner shapes a letter; in Persian it parts two halves of a word. */
const INDIC_NON_JOINER = /(?<=[\u0900-\u0dff])\u200c/g;
const KATAKANA_MARKS = /\u309b|\u309c/g;

/**
 * The text with differences removed that a search should not see: case, accents, compatibility forms, letters in `LETTERS`.
 * й stays й, because и and й are different letters to everybody who writes them. Idempotent. Turkish: I, İ, ı and i are one letter.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .replace(SEPARATING, ' ')
    .replace(SUPERSCRIPT, ' $& ')
    .replace(INDIC_NON_JOINER, '')
    .replace(KATAKANA_MARKS, (mark) => (mark === '\u309b' ? '\u3099' : '\u309a'))
    .normalize('NFKD')
    .replace(/и\u0306/g, 'й')
    .replace(/И\u0306/g, 'Й')
    .replace(SEPARATING, ' ')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/\u0e4d([\u0e48-\u0e4b])/g, '$1\u0e4d')
    .normalize('NFC');
}

/** A name as it is compared: folded, with single blanks. */
export function foldName(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}
