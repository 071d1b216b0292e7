import { QueryClient } from '@tanstack/react-query';

/**
 * The cache of what the core said. `networkMode: 'always'`, because the core is on this computer and answers offline; `staleTime: Infinity`,
 * because events keep the cache true; no retries, because a refusal of the core is an answer.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Infinity, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
