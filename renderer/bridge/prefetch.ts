import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useBridge } from './context.tsx';
import { articleQuery, contentQuery } from './queries.ts';
import { highlightsQuery } from './highlights.ts';

/** Fetches what opening an article needs, so that opening it asks nobody. What is cached and true is not fetched again. */
export function usePrefetchArticle(): (id: string) => void {
  const bridge = useBridge();
  const client = useQueryClient();
  return useCallback(
    (id) => {
      void client.prefetchQuery(articleQuery(bridge, id));
      void client.prefetchQuery(contentQuery(bridge, id));
      void client.prefetchQuery(highlightsQuery(bridge, id));
    },
    [bridge, client],
  );
}
