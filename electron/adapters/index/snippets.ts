import type { Snippet } from '../../contract/entities.ts';
import { parseQuery } from '../../core/search/query/parse.ts';
import type { SnippetForms } from '../../core/search/line-hits.ts';
import { snippet, snippetForms } from '../../core/search/snippet.ts';
import { formLanguage, type Forms } from '../../core/search/word-forms.ts';
import type { ReadText } from './read-text.ts';

/** An article whose text is wanted, with its language. */
export interface Wanted {
  readonly id: string;
  readonly lang: string | null;
}

/** Snippets of articles for a query, from their original text. Nothing for a query without words, or an article without text. */
export function snippetsOf(query: string, wanted: readonly Wanted[], known: Forms, readText: ReadText): Record<string, Snippet> {
  const { root } = parseQuery(query, 0);
  const forms = new Map<string | null, SnippetForms>();
  const found: Record<string, Snippet> = {};
  for (const { id, lang } of wanted) {
    const language = formLanguage(lang);
    const words = forms.get(language) ?? snippetForms(root, known, language);
    forms.set(language, words);
    const text = words.length === 0 ? null : readText(id);
    if (text !== null && text !== '') found[id] = snippet(text, words);
  }
  return found;
}
