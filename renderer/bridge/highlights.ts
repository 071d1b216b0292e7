import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { HighlightFilter } from '../../electron/contract/methods/highlights.ts';
import type { MethodOutput } from '../../electron/contract/methods.ts';
import { useBridge } from './context.tsx';
import { keys } from './keys.ts';
import type { Bridge, Question } from './types.ts';

/** The question for the highlights of an article. */
export function highlightsQuery(bridge: Bridge, article: string): Question<MethodOutput<'highlights.of'>> {
  return { queryKey: keys.highlightsOf(article), queryFn: () => bridge.call('highlights.of', { article }) };
}

/** The highlights of an article, in the order of its text. Disabled for null. */
export function useHighlightsOf(article: string | null): UseQueryResult<MethodOutput<'highlights.of'>> {
  const bridge = useBridge();
  return useQuery({ ...highlightsQuery(bridge, article ?? ''), enabled: article !== null });
}

/** The first `limit` highlights over the library that a filter lets through. The answer before stays until the next one is there. */
export function useHighlightList(filter: Partial<HighlightFilter>, limit: number): UseQueryResult<MethodOutput<'highlights.list'>> {
  const bridge = useBridge();
  return useQuery({
    queryKey: keys.highlightList(filter, limit),
    queryFn: () => bridge.call('highlights.list', { ...filter, limit }),
    placeholderData: (before) => before,
  });
}
