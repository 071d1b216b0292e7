import type { Condition, WordsCondition } from './condition.ts';
import { languageMark } from './columns.ts';
import type { Form } from './query/ast.ts';
import type { Variants } from './word-forms.ts';

/** Columns of the full-text table, in order, with their weight for bm25. */
export const FTS_COLUMNS = ['title', 'byline', 'source', 'text', 'aux'] as const;
export const FTS_WEIGHTS = [10, 4, 4, 1, 1] as const;

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

/** The same condition for the words as they were typed; the very same object where it has no variants. */
export function withoutVariants(words: Condition): Condition {
  if (words.kind === 'words') return words.variants.length === 0 ? words : { ...words, variants: [] };
  if (words.kind !== 'and' && words.kind !== 'or') return words;
  const of = words.of.map(withoutVariants);
  return of.every((part, at) => part === words.of[at]) ? words : { ...words, of };
}

/** Several words as one phrase, in the order in which they were typed; null for anything else. */
export function asPhrase(words: Condition): WordsCondition | null {
  if (words.kind !== 'and') return null;
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
