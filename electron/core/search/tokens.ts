import { fold } from './fold.ts';

/** Scripts written without blanks between words (and Korean, whose particles cling to them): indexed as pairs of characters. */
const PAIRED = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((script) => `\\p{scx=${script}}`).join('');
const HAS_PAIRED = new RegExp(`[${PAIRED}]`, 'u');
/** Pictures that are words by themselves (©, ® and ™ are signs); flags are two letters of their own kind. */
const PICTURE = '(?![\u00a9\u00ae])\\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}]{1,2}';
const IS_PICTURE = new RegExp(`^(?:${PICTURE})`, 'u');
const WORD = new RegExp(`[\\p{L}\\p{N}\\p{Mn}\\p{Mc}]+|${PICTURE}`, 'gu');
/** Inside a word: a stretch of paired script, or a stretch of anything else. */
const STRETCH = new RegExp(`[${PAIRED}]+|[^${PAIRED}]+`, 'gu');
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORD = /[a-z0-9]+/g;
const ARABIC_WORD = /^[\u0621-\u064a]+$/;
/** The article and the prepositions that melt into it, only where at least three letters remain. */
const ARABIC_PREFIX = /^(?:[وف]?(?:ال|بال|كال|فال)|[وف]?لل)(?=.{3,})/;
/** Longer words are noise (base64, hashes); they are cut alike in text and query. UTF-16 units. */
const LONGEST = 64;

const PICTURE_MARK = '\ue002';

/** True for the token of a picture: it is whole as it is. */
export function isPicture(token: string): boolean {
  return token.startsWith(PICTURE_MARK);
}

/** A picture as a word of letters and digits, which the index takes as they are. */
function pictureToken(picture: string): string {
  return `${PICTURE_MARK}${[...picture].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join('')}`;
}

/** True for text that is indexed as pairs of characters. */
export function isPaired(text: string): boolean {
  return HAS_PAIRED.test(text);
}

function cut(word: string): string {
  if (word.length <= LONGEST) return word;
  const last = word.charCodeAt(LONGEST - 1);
  return word.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST - 1 : LONGEST);
}

/** A word of an unpaired script, or a picture, as it stands in the index. */
function token(word: string): string {
  return IS_PICTURE.test(word) ? pictureToken(word) : cut(stem(word));
}

/** Drops the light Arabic prefix (`ال` and its company) of a folded word. */
function stem(word: string): string {
  return ARABIC_WORD.test(word) ? word.replace(ARABIC_PREFIX, '') : word;
}

function pairs(stretch: string, withLast: boolean): string[] {
  const characters = [...stretch];
  const found: string[] = [];
  for (let i = 0; i + 1 < characters.length; i++) found.push(`${characters[i] ?? ''}${characters[i + 1] ?? ''}`);
  if (withLast || characters.length === 1) found.push(characters[characters.length - 1] ?? '');
  return found;
}

/**
 * The words of folded text. A stretch of a paired script gives each pair of neighbours and its last character alone; in a query the
 * last stretch leaves that character out, so that it matches in the middle of a longer stretch too.
 */
function split(folded: string, query: boolean): string[] {
  if (ASCII.test(folded)) {
    const found = folded.match(ASCII_WORD) ?? [];
    return found.some((word) => word.length > LONGEST) ? found.map(cut) : found;
  }
  const words = folded.match(WORD) ?? [];
  if (!HAS_PAIRED.test(folded)) return words.map(token);
  const found: string[] = [];
  words.forEach((word, at) => {
    if (IS_PICTURE.test(word)) {
      found.push(pictureToken(word));
      return;
    }
    const stretches = word.match(STRETCH) ?? [];
    stretches.forEach((stretch, place) => {
      const last = query && at === words.length - 1 && place === stretches.length - 1;
      if (HAS_PAIRED.test(stretch)) found.push(...pairs(stretch, !last));
      else found.push(cut(stem(stretch)));
    });
  });
  return found;
}

/** The words of a text as they stand in the index, in order. */
export function textTokens(text: string): string[] {
  return split(fold(text), false);
}

/** The words of a piece of a query (one word, or a phrase): they must stand one after the other in the text. */
export function queryTokens(piece: string): string[] {
  return split(fold(piece), true);
}

export interface Place {
  readonly token: string;
  /** UTF-16 offsets into the folded text. */
  readonly start: number;
  readonly end: number;
  readonly paired: boolean;
}

/** The words of folded text with their places: the same words as `textTokens`, for showing where a match is. */
export function places(folded: string): Place[] {
  const found: Place[] = [];
  for (const word of folded.matchAll(WORD)) {
    if (IS_PICTURE.test(word[0])) {
      found.push({ token: pictureToken(word[0]), start: word.index, end: word.index + word[0].length, paired: false });
      continue;
    }
    for (const stretch of word[0].matchAll(STRETCH)) {
      const start = word.index + stretch.index;
      if (!HAS_PAIRED.test(stretch[0])) {
        found.push({ token: cut(stem(stretch[0])), start, end: start + stretch[0].length, paired: false });
        continue;
      }
      let at = start;
      for (const token of pairs(stretch[0], true)) {
        found.push({ token, start: at, end: at + token.length, paired: true });
        at += String.fromCodePoint(token.codePointAt(0) ?? 0).length;
      }
    }
  }
  return found;
}
