import type { Condition, WordsCondition } from './condition.ts';
import { languageMark } from './columns.ts';
import type { Form } from './query/ast.ts';
import { isPaired } from './tokens.ts';
import type { Variants } from './word-forms.ts';

/** Columns of the full-text table, in order, with their weight for bm25. Naming a column costs two bytes a word, except for the first. */
export const FTS_COLUMNS = ['text', 'title', 'byline', 'source', 'aux'] as const;
export const FTS_WEIGHTS = [1, 10, 4, 4, 1] as const;

/** Words hold letters, digits and marks only, so they need no escaping inside quotation marks. */
function formExpression(form: Form, columns: string | null): string {
  const phrase = `"${form.tokens.join(' ')}"${form.prefix ? ' *' : ''}`;
  if (columns !== null) return `{${columns}} : ${phrase}`;
  return form.tokens.length === 1 ? phrase : `{title byline source text} : ${phrase}`;
}

/** Forms of another word count only in articles of their language. */
function variantExpression({ language, words }: Variants, columns: string | null): string {
  const forms = words.map((word) => `"${word}"`).join(' OR ');
  return `("${languageMark(language)}" AND ${columns === null ? '' : `{${columns}} : `}(${forms}))`;
}

function wordsExpression({ forms, variants, field }: WordsCondition, column: string | null): string {
  const columns = column ?? (field === 'any' ? null : field);
  const parts = [...forms.map((form) => formExpression(form, columns)), ...variants.map((variant) => variantExpression(variant, columns))];
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`;
}

/** An FTS5 expression for a condition made of words, and, or (see `wordsOnly`). `column` restricts all of it to one column. */
export function ftsExpression(words: Condition, column: 'title' | null = null): string {
  if (words.kind === 'words') return wordsExpression(words, column);
  if (words.kind !== 'and' && words.kind !== 'or') throw new TypeError(`Not words: ${words.kind}`);
  const parts = words.of.map((part) => ftsExpression(part, column));
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(words.kind === 'and' ? ' AND ' : ' OR ')})`;
}

/** What hits are scored by: any of the words, in any language, because bm25 looks up every word of an expression in all of the library. */
export function scoreExpression(words: Condition): string {
  if (words.kind !== 'words') return [...new Set(partsOf(words).map(scoreExpression))].join(' OR ');
  const columns = words.field === 'any' ? null : words.field;
  const variants = words.variants.flatMap((variant) => variant.words).map((word) => ({ tokens: [word], prefix: false }));
  return [...new Set([...words.forms, ...variants].map((form) => formExpression(form, columns)))].join(' OR ');
}

function partsOf(words: Condition): readonly Condition[] {
  return words.kind === 'and' || words.kind === 'or' ? words.of : [];
}

/** The same condition for the words as they were typed; the very same object where it has no variants. */
export function withoutVariants(words: Condition): Condition {
  if (words.kind === 'words') return words.variants.length === 0 ? words : { ...words, variants: [] };
  if (words.kind !== 'and' && words.kind !== 'or') return words;
  const of = words.of.map(withoutVariants);
  return of.every((part, at) => part === words.of[at]) ? words : { ...words, of };
}

/** A character of a script that is indexed in pairs is looked for as the start of one, and is whole all the same. */
function goesOn({ tokens, prefix }: Form): boolean {
  return prefix && !isPaired(tokens[tokens.length - 1] ?? '');
}

/** The same condition for whole words only; the very same object where none may go on. */
export function wholeWords(words: Condition): Condition {
  if (words.kind === 'words') {
    if (!words.forms.some(goesOn)) return words;
    return { ...words, forms: words.forms.map((form) => (goesOn(form) ? { tokens: form.tokens, prefix: false } : form)) };
  }
  if (words.kind !== 'and' && words.kind !== 'or') return words;
  const of = words.of.map(wholeWords);
  return of.every((part, at) => part === words.of[at]) ? words : { ...words, of };
}

/** Two words or more as one phrase, in the order in which they were typed; null for anything else. */
export function asPhrase(words: Condition): WordsCondition | null {
  if (words.kind !== 'and' || words.of.length < 2) return null;
  const tokens: string[] = [];
  let last: WordsCondition | null = null;
  for (const part of words.of) {
    const [form] = part.kind === 'words' && part.field === 'any' ? part.forms : [];
    if (part.kind !== 'words' || !form) return null;
    tokens.push(...form.tokens);
    last = part;
  }
  return last && { ...last, forms: [{ tokens, prefix: last.forms[0]?.prefix ?? false }], variants: [], tags: [], exact: null };
}

/** True where full-text search alone can answer: words without tags or exact spelling, and their combinations. */
export function isPlainWords(condition: Condition): boolean {
  if (condition.kind === 'words') return condition.tags.length === 0 && condition.exact === null;
  if (condition.kind !== 'and' && condition.kind !== 'or') return false;
  return condition.of.length > 0 && condition.of.every(isPlainWords);
}
