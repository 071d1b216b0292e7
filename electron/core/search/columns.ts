import { joinedForms } from './joined.ts';
import { textTokens } from './tokens.ts';
import { formLanguage } from './word-forms.ts';

/**
 * What is searched, as lines of words with single blanks. `aux` holds the joined forms of the text; those of the short fields stand in
 * the fields themselves, behind a barrier that no phrase can cross.
 */
export type Columns = Readonly<Record<'title' | 'byline' | 'source' | 'text' | 'aux', string>>;

/** A private-use character: a word for the index, but never one in a query. */
const BARRIER = '\ue000';

/** A word that every article of a language has whose word forms are known: it keeps the forms of one language out of the texts of others. */
export function languageMark(language: string): string {
  return `\ue001${language}`;
}

/** A short field (title, byline, source, a tag's name) as the index holds it. */
export function fieldWords(field: string): string {
  const joined = joinedForms(field);
  const words = textTokens(field);
  return (joined.length === 0 ? words : [...words, BARRIER, ...joined]).join(' ');
}

export function textWords(text: string): { text: string; aux: string } {
  return { text: textTokens(text).join(' '), aux: [...new Set(joinedForms(text))].join(' ') };
}

export interface Fields {
  readonly title: string;
  readonly byline: string | null;
  readonly source: string;
  readonly lang: string | null;
}

export function columnsOf(fields: Fields, text: string): Columns {
  const words = textWords(text);
  const language = formLanguage(fields.lang);
  return {
    title: fieldWords(fields.title),
    byline: fieldWords(fields.byline ?? ''),
    source: fieldWords(fields.source),
    text: words.text,
    aux: [...(language === null ? [] : [languageMark(language)]), ...(words.aux === '' ? [] : [words.aux])].join(' '),
  };
}
