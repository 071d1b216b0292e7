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
  if (!text.includes('\n')) return foldLine(text);
  return text.split('\n').map(foldLine).join('\n');
}

/** What `fold` says, step by step. */
export function foldSlowly(text: string): string {
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

/** For each UTF-16 unit, what it folds to wherever it stands: a unit, or one of these. Filled as units are met. */
const UNITS = new Uint16Array(0x10000);
const UNKNOWN = 0;
/** It depends on what stands beside it. */
const DEPENDS = 1;
const DROPPED = 2;
/** More than one unit, see `LONGER`. */
const LONG = 3;
const LONGER = new Map<number, readonly number[]>();
/** Superscripts in a row, the non-joiner, kana voicing, the short sign of й, and what Korean syllables are put together from. */
const DEPENDENT = new RegExp(
  `[${classOf([
    [0x0000, 0x0003],
    [0x00b2, 0x00b3],
    [0x00b9, 0x00b9],
    [0x0306, 0x0306],
    [0x1100, 0x11ff],
    [0x200c, 0x200c],
    [0x2070, 0x2079],
    [0x3099, 0x309c],
    [0xa960, 0xa97f],
    [0xd7b0, 0xdfff],
    [0xff9e, 0xff9f],
  ])}]`,
);
const SYLLABLE = /[\uac00-\ud7a3]/;
const JAMO = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/;
const MARK = /\p{M}/u;

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  if (DEPENDENT.test(character)) return DEPENDS;
  const folded = foldSlowly(character);
  // A mark that is dropped says nothing to its neighbours; one that stays may change places or melt with them.
  if (MARK.test(folded) || (JAMO.test(character.normalize('NFKD')) && !SYLLABLE.test(character))) return DEPENDS;
  if (folded === '') return DROPPED;
  if (folded.length === 1) return folded.charCodeAt(0);
  LONGER.set(
    unit,
    Array.from({ length: folded.length }, (_, i) => folded.charCodeAt(i)),
  );
  return LONG;
}

let room = new Uint16Array(4096);
/** Units given to one call of `fromCharCode`. */
const PIECE = 4096;

/** Unit by unit, which is many times faster, unless something in the line depends on its neighbours. */
function foldLine(line: string): string {
  // Nothing grows to more than eighteen units (U+FDFA); a line that would not fit takes the other way.
  if (room.length < line.length * 2 + 32) room = new Uint16Array(line.length * 4 + 32);
  let size = 0;
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i);
    let folded = UNITS[unit] ?? UNKNOWN;
    if (folded === UNKNOWN) folded = UNITS[unit] = classify(unit);
    if (folded > LONG) room[size++] = folded;
    else if (folded === DEPENDS || size + 20 > room.length) return foldSlowly(line);
    else if (folded === LONG) for (const one of LONGER.get(unit) ?? []) room[size++] = one;
  }
  if (size <= PIECE) return String.fromCharCode.apply(null, room.subarray(0, size) as unknown as number[]);
  let text = '';
  for (let at = 0; at < size; at += PIECE)
    text += String.fromCharCode.apply(null, room.subarray(at, Math.min(at + PIECE, size)) as unknown as number[]);
  return text;
}

/** A name as it is compared: folded, with single blanks. */
export function foldName(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}
