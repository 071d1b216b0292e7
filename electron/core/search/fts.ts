import type { Condition, WordsCondition } from './condition.ts';
import type { Form } from './query/ast.ts';

/** Columns of the full-text table, in order, with their weight for bm25. */
export const FTS_COLUMNS = ['title', 'byline', 'source', 'text', 'aux'] as const;
export const FTS_WEIGHTS = [10, 4, 4, 1, 1] as const;

/** Words hold letters, digits and marks only, so they need no escaping inside quotation marks. */
function formExpression(form: Form, columns: string | null): string {
  const phrase = `"${form.tokens.join(' ')}"${form.prefix ? ' *' : ''}`;
  if (columns !== null) return `{${columns}} : ${phrase}`;
  return form.tokens.length === 1 ? phrase : `{title byline source text} : ${phrase}`;
}

function wordsExpression({ forms, field }: WordsCondition, column: string | null): string {
  const columns = column ?? (field === 'any' ? null : field);
  const parts = forms.map((form) => formExpression(form, columns));
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' OR ')})`;
}

/** An FTS5 expression for a condition made of words, and, or (see `wordsOnly`). `column` restricts all of it to one column. */
export function ftsExpression(words: Condition, column: 'title' | null = null): string {
  if (words.kind === 'words') return wordsExpression(words, column);
  if (words.kind !== 'and' && words.kind !== 'or') throw new TypeError(`Not words: ${words.kind}`);
  const parts = words.of.map((part) => ftsExpression(part, column));
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(words.kind === 'and' ? ' AND ' : ' OR ')})`;
}

/** True where full-text search alone can answer: words without tags or exact spelling, and their combinations. */
export function isPlainWords(condition: Condition): boolean {
  if (condition.kind === 'words') return condition.tags.length === 0 && condition.exact === null;
  if (condition.kind !== 'and' && condition.kind !== 'or') return false;
  return condition.of.length > 0 && condition.of.every(isPlainWords);
}
