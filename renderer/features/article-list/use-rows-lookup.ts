import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ArticleDetail, ArticleRow } from '../../../electron/contract/entities.ts';
import type { ListPage } from '../../bridge/apply-events.ts';
import { keys } from '../../bridge/keys.ts';

/** Finds the rows of some articles among everything the window holds. Articles it does not hold are left out. */
export function useRowsLookup(): (ids: readonly string[]) => ArticleRow[] {
  const client = useQueryClient();
  return useCallback(
    (ids) => {
      const wanted = new Set(ids);
      const found = new Map<string, ArticleRow>();
      for (const [, page] of client.getQueriesData<ListPage>({ queryKey: keys.lists })) {
        for (const row of page?.rows ?? []) if (wanted.has(row.id)) found.set(row.id, row);
      }
      for (const id of wanted) {
        const article = client.getQueryData<ArticleDetail>(keys.article(id));
        if (article) found.set(id, article);
      }
      return [...found.values()];
    },
    [client],
  );
}
