import type { HighlightRecord } from '../domain/records.ts';
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
      const now = records.get(id) ?? null;
      if (!sameRecord(withoutPlace(now), withoutPlace(after))) continue;
      if (before) records.set(id, now ? { ...before, start: now.start, end: now.end, orphan: now.orphan } : before);
      else records.delete(id);
      changed = true;
    }
    return changed ? [...records.values()] : highlights;
  };
}

/** Where it stands in the text does not count: the window keeps that in step with the text, and it is nobody's change. */
function withoutPlace(record: HighlightRecord | null): object | null {
  return record && { ...record, start: 0, end: 0, orphan: false };
}
