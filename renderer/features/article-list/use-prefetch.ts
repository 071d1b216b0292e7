import { useCallback, useEffect, useRef } from 'react';
import type { ArticleRows } from '../../bridge/article-rows.ts';
import { usePrefetchArticle } from '../../bridge/prefetch.ts';
import { useUiStore } from '../../state/ui-store.ts';

/** Milliseconds of quiet after the cursor moved before its neighbours are fetched: what was opened comes first. */
const AFTER_MS = 150;
/** Milliseconds a pointer rests on a row that may be clicked. */
const HOVER_MS = 60;
/** Rows looked through for the next unread one. */
const AHEAD = 50;

/** The rows that are likely to be opened next: the one below, the one above, and the next unread one. */
export function likelyNext(rows: Pick<ArticleRows, 'rowAt' | 'total'>, at: number): string[] {
  const ids = new Set<string>();
  for (const index of [at + 1, at - 1]) {
    const row = index < 0 ? null : rows.rowAt(index);
    if (row) ids.add(row.id);
  }
  const end = Math.min(at + AHEAD, (rows.total ?? 0) - 1);
  for (let index = at + 1; index <= end; index++) {
    const row = rows.rowAt(index);
    if (!row || row.read) continue;
    ids.add(row.id);
    break;
  }
  return [...ids];
}

/** Fetches what is likely to be opened next. Returns what a row is to do when a pointer comes onto it, and (null) leaves. */
export function usePrefetch(rows: ArticleRows): (id: string | null) => void {
  const prefetch = usePrefetchArticle();
  const index = useUiStore((state) => state.cursor?.index ?? -1);
  const open = useUiStore((state) => state.activeId !== null);
  useEffect(() => {
    if (!open) return undefined;
    const timer = setTimeout(() => likelyNext(rows, index).forEach(prefetch), AFTER_MS);
    return () => clearTimeout(timer);
  }, [rows, index, open, prefetch]);

  const hover = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (hover.current !== null) clearTimeout(hover.current);
    },
    [],
  );
  return useCallback(
    (id) => {
      if (hover.current !== null) clearTimeout(hover.current);
      hover.current = id === null ? null : setTimeout(() => prefetch(id), HOVER_MS);
    },
    [prefetch],
  );
}
