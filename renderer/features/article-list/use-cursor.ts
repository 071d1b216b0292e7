import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Sort } from '../../../electron/contract/entities.ts';
import type { ArticleRows } from '../../bridge/article-rows.ts';
import { useBridge } from '../../bridge/context.tsx';
import type { ListOf } from '../../bridge/keys.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { createPreview } from './preview.ts';

export interface CursorMoves {
  /** To an index (clamped); `open` also shows the article where the reader is visible beside the list. */
  to: (index: number, options?: { open?: boolean }) => Promise<void>;
  /** To an article that is known to stand at an index. */
  at: (index: number, id: string, options?: { open?: boolean }) => void;
  /** Up or down by rows; from nowhere, the first row. */
  by: (step: number, options?: { open?: boolean }) => Promise<void>;
  /** To the next or previous unread article. Says so when there is none. */
  unread: (step: 1 | -1) => Promise<boolean>;
  idAt: (index: number) => Promise<string | null>;
}

/** The question `articles.ids` and its kin ask for this list. */
export function question(of: ListOf): { view: ListOf['view']; query: string; keep: string[]; sort?: Sort } {
  return { view: of.view, query: of.query, ...(of.sort && { sort: of.sort }), keep: [...useUiStore.getState().keep] };
}

/** Moves the cursor of the list, and keeps it on its article while rows come and go around it. */
export function useCursor(of: ListOf, rows: ArticleRows, scrollTo: (index: number) => void): CursorMoves {
  const bridge = useBridge();
  const latest = useRef({ of, rows, scrollTo });
  useEffect(() => {
    latest.current = { of, rows, scrollTo };
  });

  const [preview] = useState(() => createPreview((id) => useUiStore.getState().openArticle(id)));
  useEffect(() => () => preview.cancel(), [preview, of]);

  const idAt = useCallback(
    async (index: number): Promise<string | null> => {
      const loaded = latest.current.rows.rowAt(index)?.id;
      if (loaded !== undefined) return loaded;
      const { ids } = await bridge.call('articles.ids', { ...question(latest.current.of), offset: index, limit: 1 });
      return ids[0] ?? null;
    },
    [bridge],
  );

  const at = useCallback<CursorMoves['at']>(
    (index, id, { open = true } = {}) => {
      const ui = useUiStore.getState();
      ui.setCursor({ index, id, fell: false });
      latest.current.scrollTo(index);
      const readerShows = ui.layout !== 'single' || ui.pane === 'reader';
      if (open && readerShows) preview.open(id);
    },
    [preview],
  );

  const to = useCallback<CursorMoves['to']>(
    async (wanted, options) => {
      const { total } = latest.current.rows;
      if (total === null || total === 0) return;
      const index = Math.min(Math.max(0, wanted), total - 1);
      const asked = latest.current.of;
      const id = await idAt(index).catch(() => null);
      if (id !== null && latest.current.of === asked) at(index, id, options);
    },
    [at, idAt],
  );

  const by = useCallback<CursorMoves['by']>(
    (step, options) => {
      const { cursor } = useUiStore.getState();
      if (!cursor) return to(step > 0 ? 0 : (latest.current.rows.total ?? 1) - 1, options);
      return to(cursor.fell && step > 0 ? cursor.index + step - 1 : cursor.index + step, options);
    },
    [to],
  );

  const unread = useCallback<CursorMoves['unread']>(
    async (step) => {
      const { cursor } = useUiStore.getState();
      const asked = latest.current.of;
      const total = latest.current.rows.total ?? 0;
      const edge = step > 0 ? -1 : total;
      const from = cursor ? (cursor.fell && step > 0 ? cursor.index - 1 : cursor.index) : edge;
      try {
        const { found } = await bridge.call('articles.seekUnread', { ...question(asked), from, step });
        if (!found || latest.current.of !== asked) return false;
        at(found.index, found.id);
        return true;
      } catch {
        return false;
      }
    },
    [at, bridge],
  );

  // Rows came or went: stay on the article, or let the row that took its place take the cursor.
  useEffect(() => {
    const { cursor, activeId, setCursor } = useUiStore.getState();
    if (rows.total === null) return undefined;
    if (!cursor) {
      const index = activeId === null ? -1 : rows.indexOf(activeId);
      if (index >= 0 && activeId !== null) setCursor({ index, id: activeId, fell: false });
      return undefined;
    }
    if (rows.total === 0) {
      setCursor(null);
      return undefined;
    }
    if (rows.rowAt(cursor.index)?.id === cursor.id) return undefined;
    const moved = rows.indexOf(cursor.id);
    if (moved >= 0) {
      setCursor({ ...cursor, index: moved });
      return undefined;
    }
    let dropped = false;
    const settle = async (): Promise<void> => {
      const { index } = await bridge.call('articles.indexOf', { ...question(of), id: cursor.id });
      if (dropped) return;
      if (index !== null) return setCursor({ ...cursor, index });
      const place = Math.min(cursor.index, (rows.total ?? 1) - 1);
      const id = await idAt(place);
      if (!dropped) setCursor(id === null ? null : { index: place, id, fell: true });
    };
    settle().catch(() => undefined);
    return () => {
      dropped = true;
    };
  }, [bridge, idAt, of, rows]);

  // An article opened from elsewhere (a finished save, a link) takes the cursor along, where it is in the list.
  const activeId = useUiStore((state) => state.activeId);
  useEffect(() => {
    if (activeId === null || preview.isLast(activeId)) return;
    preview.noteElsewhere(activeId);
    const index = latest.current.rows.indexOf(activeId);
    if (index < 0) return;
    useUiStore.getState().setCursor({ index, id: activeId, fell: false });
    latest.current.scrollTo(index);
  }, [activeId, preview]);

  return useMemo(() => ({ to, at, by, unread, idAt }), [to, at, by, unread, idAt]);
}
