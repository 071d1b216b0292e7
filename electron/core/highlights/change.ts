import type { HighlightChange, HighlightEdit } from '../ports.ts';

/** Changes as the store takes them: an edit of the highlights of each article. */
export function editsOf(changes: readonly HighlightChange[]): Map<string, HighlightEdit> {
  const byArticle = new Map<string, HighlightChange[]>();
  for (const change of changes) byArticle.set(change.articleId, [...(byArticle.get(change.articleId) ?? []), change]);
  return new Map(
    [...byArticle].map(([articleId, own]): [string, HighlightEdit] => [
      articleId,
      (highlights) => {
        const next = new Map(highlights.map((highlight) => [highlight.id, highlight]));
        for (const { id, after } of own) {
          if (after === null) next.delete(id);
          else next.set(id, after);
        }
        return [...next.values()];
      },
    ]),
  );
}
