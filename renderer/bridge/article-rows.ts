import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ArticleRow } from '../../electron/contract/entities.ts';
import { useUiStore } from '../state/ui-store.ts';
import type { ListPage } from './apply-events.ts';
import { useBridge } from './context.tsx';
import { keys, type ListOf } from './keys.ts';

/** Rows asked for at once. */
export const PAGE_ROWS = 100;
const GC_MS = 30_000;

export interface ArticleRows {
  /** All matches; null until the first answer. */
  total: number | null;
  /** The row at an index of the list, or null while it is on its way. */
  rowAt: (index: number) => ArticleRow | null;
  /** Where a loaded row stands, or -1. */
  indexOf: (id: string) => number;
  problems: ListPage['problems'];
  didYouMean: string[];
  error: Error | null;
  loading: boolean;
}

interface Combined {
  pages: Map<number, ListPage>;
  newest: ListPage | null;
  error: Error | null;
  loading: boolean;
}

function combine(numbers: readonly number[], results: readonly UseQueryResult<ListPage>[]): Combined {
  const pages = new Map<number, ListPage>();
  let newest: UseQueryResult<ListPage> | null = null;
  for (const [at, result] of results.entries()) {
    if (!result.data) continue;
    pages.set(numbers[at] ?? 0, result.data);
    if (!newest || result.dataUpdatedAt > newest.dataUpdatedAt) newest = result;
  }
  return {
    pages,
    newest: newest?.data ?? null,
    error: results.find((result) => result.error)?.error ?? null,
    loading: results.some((result) => result.isLoading),
  };
}

/** Pages that cover the rows `first` to `last`, and always the first one (it carries the total and the problems). */
function pagesFor(first: number, last: number): number[] {
  const numbers = [0];
  for (let page = Math.floor(Math.max(0, first) / PAGE_ROWS); page <= Math.floor(Math.max(0, last) / PAGE_ROWS); page++) {
    if (page !== 0) numbers.push(page);
  }
  return numbers;
}

/**
 * A window on a list: only the pages that cover the visible rows are asked for. An answer for a list that is no longer shown is dropped
 * (it lands under its own key). Articles just read stay, because `keep` travels with every question.
 */
export function useArticleRows(of: ListOf, first: number, last: number): ArticleRows {
  const bridge = useBridge();
  const numbers = pagesFor(first, last);
  const covered = numbers.join();
  const { pages, newest, error, loading } = useQueries({
    queries: numbers.map((page) => ({
      queryKey: keys.page(of, page),
      queryFn: () =>
        bridge.call('articles.list', {
          view: of.view,
          query: of.query,
          ...(of.sort && { sort: of.sort }),
          keep: [...useUiStore.getState().keep],
          offset: page * PAGE_ROWS,
          limit: PAGE_ROWS,
        }),
      gcTime: GC_MS,
    })),
    combine: useCallback((results: UseQueryResult<ListPage>[]) => combine(covered.split(',').map(Number), results), [covered]),
  });

  return useMemo(
    () => ({
      total: newest?.total ?? null,
      rowAt: (index) => pages.get(Math.floor(index / PAGE_ROWS))?.rows[index % PAGE_ROWS] ?? null,
      indexOf: (id) => {
        for (const [page, { rows }] of pages) {
          const at = rows.findIndex((row) => row.id === id);
          if (at >= 0) return page * PAGE_ROWS + at;
        }
        return -1;
      },
      problems: newest?.problems ?? [],
      didYouMean: newest?.didYouMean ?? [],
      error,
      loading,
    }),
    [pages, newest, error, loading],
  );
}
