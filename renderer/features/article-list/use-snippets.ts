import { useQuery } from '@tanstack/react-query';
import type { Snippet } from '../../../electron/contract/entities.ts';
import type { ArticleRows } from '../../bridge/article-rows.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';

/** Snippets are asked for in blocks of this many rows, so that scrolling asks rarely and the same block is asked once. */
const BLOCK = 25;
const NONE: Readonly<Record<string, Snippet>> = {};

/** The words around the hits of the visible rows; empty without a query. They come after the rows, which never wait for them. */
export function useSnippets(query: string, rows: ArticleRows, first: number, last: number): Readonly<Record<string, Snippet>> {
  const bridge = useBridge();
  const ids: string[] = [];
  if (query !== '') {
    const end = (Math.floor(Math.max(0, last) / BLOCK) + 1) * BLOCK;
    for (let index = Math.floor(Math.max(0, first) / BLOCK) * BLOCK; index < end; index++) {
      const row = rows.rowAt(index);
      if (row) ids.push(row.id);
    }
  }
  const { data } = useQuery({
    queryKey: keys.snippets(query, ids),
    queryFn: async () => (await bridge.call('articles.snippets', { query, ids })).snippets,
    enabled: ids.length > 0,
    gcTime: 30_000,
    placeholderData: (before, question) => (question?.queryKey[1] === query ? before : undefined),
  });
  return data ?? NONE;
}
