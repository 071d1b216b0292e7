import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ArticleRow } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';

/** Rows that are looked at to find what several articles have in common; a larger selection is judged by its first thousand. */
const MOST = 1000;

export function useRows(ids: readonly string[]): UseQueryResult<ArticleRow[]> {
  const bridge = useBridge();
  const asked = ids.slice(0, MOST);
  return useQuery({
    queryKey: ['rows', asked],
    queryFn: async () => (await bridge.call('articles.rows', { ids: asked })).rows,
    staleTime: 0,
    gcTime: 0,
  });
}
