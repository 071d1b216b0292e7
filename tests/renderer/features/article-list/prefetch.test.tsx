import { renderHook } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleRow } from '../../../../electron/contract/entities.ts';
import { BridgeProvider } from '../../../../renderer/bridge/context.tsx';
import { keys } from '../../../../renderer/bridge/keys.ts';
import { likelyNext, usePrefetch } from '../../../../renderer/features/article-list/use-prefetch.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { articleId } from '../../../helpers/fake-articles.ts';
import { createFakeBridge } from '../../../helpers/fake-bridge.ts';

const row = (id: string, read = true): ArticleRow => ({ id, read }) as ArticleRow;
const rowsOf = (list: readonly ArticleRow[]): Parameters<typeof usePrefetch>[0] => ({
  total: list.length,
  rowAt: (index) => list[index] ?? null,
  indexOf: (id) => list.findIndex((one) => one.id === id),
  problems: [],
  didYouMean: [],
  error: null,
  loading: false,
});

describe('what is likely to be opened next', () => {
  const list = [row('a'), row('b'), row('c'), row('d', false), row('e', false)];
  it('is the row below, the row above, and the next unread one', () => {
    expect(likelyNext(rowsOf(list), 1)).toEqual(['c', 'a', 'd']);
  });
  it('names each once, and none that is not there', () => {
    expect(likelyNext(rowsOf(list), 2)).toEqual(['d', 'b']);
    expect(likelyNext(rowsOf(list), 4)).toEqual(['d']);
    expect(likelyNext(rowsOf([]), 0)).toEqual([]);
  });
});

describe('fetching it', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    useUiStore.setState(useUiStore.getInitialState(), true);
  });

  function mount(): { client: QueryClient; hover: (id: string | null) => void } {
    const bridge = createFakeBridge();
    const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
    const rows = rowsOf([row(articleId(1)), row(articleId(2)), row(articleId(3))]);
    const { result } = renderHook(() => usePrefetch(rows), {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={client}>
          <BridgeProvider bridge={bridge} client={client}>
            {children}
          </BridgeProvider>
        </QueryClientProvider>
      ),
    });
    return { client, hover: (id) => result.current(id) };
  }

  it('waits until what was opened is there, and holds all that an opening asks for', async () => {
    useUiStore.setState({ activeId: articleId(1), cursor: { index: 0, id: articleId(1), fell: false } });
    const { client } = mount();
    await vi.advanceTimersByTimeAsync(100);
    expect(client.getQueryData(keys.content(articleId(2)))).toBeUndefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(client.getQueryData(keys.content(articleId(2)))).toBeTruthy();
    expect(client.getQueryData(keys.article(articleId(2)))).toBeTruthy();
    expect(client.getQueryData(keys.highlightsOf(articleId(2)))).toBeTruthy();
    expect(client.getQueryData(keys.content(articleId(3)))).toBeUndefined();
  });

  it('fetches the row a pointer rests on, and none that it only crosses', async () => {
    const { client, hover } = mount();
    hover(articleId(2));
    await vi.advanceTimersByTimeAsync(20);
    hover(articleId(3));
    await vi.advanceTimersByTimeAsync(200);
    expect(client.getQueryData(keys.content(articleId(2)))).toBeUndefined();
    expect(client.getQueryData(keys.content(articleId(3)))).toBeTruthy();
  });
});
