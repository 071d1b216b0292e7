import { useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect } from 'react';
import { keys } from '../../bridge/keys.ts';
import type { ArticleSource } from './article-pieces.ts';

/** Characters of HTML from which parsing takes a noticeable part of an opening. */
const LONG = 60_000;
/** Milliseconds in which a busy window parses all the same. */
const LATEST_MS = 500;

/** The parser comes with the reader, which the first drawing of the window does not wait for. */
const prepare = async (source: ArticleSource): Promise<void> => (await import('./article-pieces.ts')).preparePieces(source);

/** Parses long articles as soon as the window has them and nothing else to do, for when they are opened. */
export function usePrepared(openId: string | null): void {
  const client = useQueryClient();
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success') return;
        const { queryKey, state } = event.query as Query;
        const [kind, id] = queryKey;
        if (kind !== keys.contents[0] || queryKey.length !== 2 || id === openId) return;
        const source = state.data as ArticleSource | undefined;
        if (source && source.html.length > LONG) requestIdleCallback(() => void prepare(source), { timeout: LATEST_MS });
      }),
    [client, openId],
  );
}
