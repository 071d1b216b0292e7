import { useCallback, useMemo } from 'react';
import type { ArticleRows } from '../../bridge/article-rows.ts';
import { useBridge } from '../../bridge/context.tsx';
import type { ListOf } from '../../bridge/keys.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { NO_SELECTION, rangeOf, selectRange, toggle } from '../../state/selection.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { question } from './use-cursor.ts';

export interface ListSelection {
  toggleAt: (index: number, id: string) => void;
  /** From the anchor (or `from`, where there is none yet) to an index. */
  extendTo: (index: number, from: number) => Promise<void>;
  all: () => Promise<void>;
  clear: () => void;
}

/** Picks articles of a list. A range over rows that are not loaded asks for their ids. */
export function useListSelection(of: ListOf, rows: ArticleRows): ListSelection {
  const bridge = useBridge();

  const idsOf = useCallback(
    async (first: number, last: number): Promise<string[]> => {
      const loaded: string[] = [];
      for (let index = first; index <= last; index++) {
        const row = rows.rowAt(index);
        if (!row) return (await bridge.call('articles.ids', { ...question(of), offset: first, limit: last - first + 1 })).ids;
        loaded.push(row.id);
      }
      return loaded;
    },
    [bridge, of, rows],
  );

  return useMemo<ListSelection>(() => {
    const pick = async (anchor: number, first: number, last: number): Promise<void> => {
      const { visit, setSelection, showToast } = useUiStore.getState();
      try {
        const ids = await idsOf(first, last);
        if (useUiStore.getState().visit === visit) setSelection(selectRange(anchor, ids));
      } catch (error) {
        showToast({ tone: 'error', message: sentenceOf(error), undo: null });
      }
    };
    return {
      toggleAt: (index, id) => {
        const { selection, setSelection } = useUiStore.getState();
        setSelection(toggle(selection, id, index));
      },
      extendTo: (index, from) => {
        const anchor = useUiStore.getState().selection.anchor ?? from;
        const { first, last } = rangeOf(anchor, index);
        return pick(anchor, first, last);
      },
      all: () => (rows.total ? pick(0, 0, rows.total - 1) : Promise.resolve()),
      clear: () => useUiStore.getState().setSelection(NO_SELECTION),
    };
  }, [idsOf, rows.total]);
}
