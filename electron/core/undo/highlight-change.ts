import type { HighlightChange, HighlightEdit } from '../ports.ts';
import { sameRecord } from './library-change.ts';

/** Edits, by article, that take changes of highlights back. A highlight that something else has changed since stays as it is. */
export function revertHighlights(changes: readonly HighlightChange[]): Map<string, HighlightEdit> {
  const articles = new Set(changes.map(({ articleId }) => articleId));
  return new Map([...articles].map((articleId) => [articleId, reverting(changes.filter((change) => change.articleId === articleId))]));
}

function reverting(changes: readonly HighlightChange[]): HighlightEdit {
  return (highlights) => {
    const records = new Map(highlights.map((highlight) => [highlight.id, highlight]));
    let changed = false;
    for (const { id, before, after } of changes) {
      if (!sameRecord(records.get(id) ?? null, after)) continue;
      if (before) records.set(id, before);
      else records.delete(id);
      changed = true;
    }
    return changed ? [...records.values()] : highlights;
  };
}
