import type { Snippet } from '../../contract/entities.ts';
import { parseQuery } from '../../core/search/query/parse.ts';
import { snippet, snippetForms } from '../../core/search/snippet.ts';
import type { ReadText } from './read-text.ts';

/** Snippets of articles for a query, from their original text. Nothing for a query without words, or an article without text. */
export function snippetsOf(query: string, ids: readonly string[], readText: ReadText): Record<string, Snippet> {
  const forms = snippetForms(parseQuery(query, 0).root);
  const found: Record<string, Snippet> = {};
  if (forms.length === 0) return found;
  for (const id of ids) {
    const text = readText(id);
    if (text !== null && text !== '') found[id] = snippet(text, forms);
  }
  return found;
}
