import type { Columns } from './columns.ts';
import type { WordsCondition } from './condition.ts';
import type { Form } from './query/ast.ts';

/** True where a line of words (single blanks, see `Columns`) has these words in a row. The same answer as an FTS5 phrase gives. */
export function lineHas(line: string, form: Form): boolean {
  const wanted = ` ${form.tokens.join(' ')}${form.prefix ? '' : ' '}`;
  return ` ${line} `.includes(wanted);
}

/** True where any form stands in a field. Single words are found joined (`aux`) too; a phrase is not looked for there. */
export function columnsHave(columns: Columns, forms: readonly Form[], field: 'any' | 'title' | 'byline'): boolean {
  return forms.some((form) => {
    if (field !== 'any') return lineHas(columns[field], form);
    return (
      lineHas(columns.title, form) ||
      lineHas(columns.byline, form) ||
      lineHas(columns.source, form) ||
      lineHas(columns.text, form) ||
      (form.tokens.length === 1 && lineHas(columns.aux, form))
    );
  });
}

/** The same for the words of a condition: its variants count in texts of their language (`language`: see `formLanguage`). */
export function wordsHave(columns: Columns, words: WordsCondition, field: 'any' | 'title' | 'byline', language: string | null): boolean {
  if (columnsHave(columns, words.forms, field)) return true;
  const variants = words.variants.find((one) => one.language === language);
  return variants?.words.some((word) => columnsHave(columns, [{ tokens: [word], prefix: false }], field)) ?? false;
}
