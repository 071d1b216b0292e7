import { isPaired, textTokens } from './tokens.ts';

/** Hyphens, apostrophes and the Persian zero-width non-joiner: they part a word that people also write as one. */
const COMPOUND = /[\p{L}\p{N}\p{M}]+(?:['\u2019\u02bc\u02b9\u02bb\u02bd-\u02bf\u2010\u2011\u200c-][\p{L}\p{N}\p{M}]+){1,4}/gu;
/** `U.S.A.` */
const INITIALISM = /(?<![\p{L}\p{N}\p{M}.])\p{L}\p{M}*(?:\.\p{L}\p{M}*)+(?![\p{L}\p{N}\p{M}])/gu;
/** `1,000`, `1.000.000`, `1 000` with a fixed blank. */
const GROUPED_NUMBER = /(?<![\p{N}.,])\p{N}{1,3}(?:[,.'\u2019\u00a0\u202f]\p{N}{3})+(?![\p{N}])/gu;
/** No text without one of these has a joined form: an apostrophe or hyphen, a dot inside a word, a number in groups. */
const HINT = /['\u2019\u02bc\u02b9\u02bb\u02bd-\u02bf\u2010\u2011\u200c-]|\.\p{L}|[,.\u00a0\u202f]\p{N}{3}/u;
const PUNCTUATION = /[^\p{L}\p{N}\p{M}]+|[\u02b9-\u02bf]+/gu;
/** UTF-16 units: a longer chain is a slogan, not a word. */
const LONGEST = 32;

export interface JoinedForm {
  readonly form: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** False where a text has no joined forms, which one quick look tells. */
export function hasJoined(text: string): boolean {
  return HINT.test(text);
}

/**
 * The joined forms of a text: e-mail → email, don't → dont, U.S.A. → usa, 1,000 → 1000. They stand beside the text in the index, so
 * that both spellings find each other.
 */
export function joinedPlaces(text: string): JoinedForm[] {
  const found: JoinedForm[] = [];
  if (!hasJoined(text)) return found;
  const add = (match: RegExpExecArray): void => {
    const [compound] = match;
    if (compound.length > LONGEST || isPaired(compound)) return;
    const [form, ...more] = textTokens(compound.replace(PUNCTUATION, ''));
    if (form !== undefined && more.length === 0) found.push({ form, start: match.index, end: match.index + compound.length });
  };
  for (const match of text.matchAll(COMPOUND)) add(match);
  if (text.includes('.')) for (const match of text.matchAll(INITIALISM)) add(match);
  for (const match of text.matchAll(GROUPED_NUMBER)) add(match);
  return found;
}

export function joinedForms(text: string): string[] {
  return joinedPlaces(text).map(({ form }) => form);
}
