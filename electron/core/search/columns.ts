import { joinedForms } from './joined.ts';
import { textTokens } from './tokens.ts';

/**
 * What is searched, as lines of words with single blanks. `aux` holds the joined forms of the text; those of the short fields stand in
 * the fields themselves, behind a barrier that no phrase can cross.
 */
export type Columns = Readonly<Record<'title' | 'byline' | 'source' | 'text' | 'aux', string>>;

/** A private-use character: a word for the index, but never one in a query. */
const BARRIER = '\ue000';

/** A short field (title, byline, source, a tag's name) as the index holds it. */
export function fieldWords(field: string): string {
  const joined = joinedForms(field);
  const words = textTokens(field);
  return (joined.length === 0 ? words : [...words, BARRIER, ...joined]).join(' ');
}

export function textWords(text: string): { text: string; aux: string } {
  return { text: textTokens(text).join(' '), aux: [...new Set(joinedForms(text))].join(' ') };
}

export function columnsOf(fields: { title: string; byline: string | null; source: string }, text: string): Columns {
  return {
    title: fieldWords(fields.title),
    byline: fieldWords(fields.byline ?? ''),
    source: fieldWords(fields.source),
    ...textWords(text),
  };
}
