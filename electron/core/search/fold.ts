import { LETTERS } from './letters.table.ts';

/**
 * Marks that do not tell words apart for somebody who searches: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and
 * tatweel, and characters without a width. Marks of Indic scripts, Thai and kana stay: there they are letters.
 */
const MARKS =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ua670-\ua672\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b\u200d\u200e\u200f\u2060\ufeff]/g;
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
