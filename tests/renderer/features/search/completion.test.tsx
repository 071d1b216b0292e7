import { act, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { ArticleList } from '../../../../renderer/features/article-list/index.ts';
import { askedAt, suggestionsFor, withRecent } from '../../../../renderer/features/search/completion.ts';
import { Search } from '../../../../renderer/features/search/index.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { createFakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

type Given = Parameters<typeof suggestionsFor>[2];
const SIDEBAR = {
  tags: [{ name: 'long read' }, { name: 'Türkiye' }, { name: 'news' }],
  collections: [{ path: 'News / Ankara' }],
  feeds: [{ title: 'The Gazette' }],
} as unknown as Given;
const offered = (query: string, caret = query.length): string[] => suggestionsFor(query, caret, SIDEBAR).map(({ label }) => label);
const taken = (query: string, caret = query.length) => suggestionsFor(query, caret, SIDEBAR)[0];

describe('completion', () => {
  it('offers operators for what begins like them, and nothing for other words', () => {
    expect(offered('i')).toEqual(['in:', 'is:']);
    expect(offered('wolf -t')).toEqual(['-tag:']);
    expect(offered('(sit')).toEqual(['site:']);
    expect(offered('wolf')).toEqual([]);
    expect(offered('wolf ')).toEqual([]);
    expect(offered('')).toEqual([]);
    expect(offered('nonsense:x')).toEqual([]);
  });

  it('offers the values an operator can have', () => {
    expect(offered('is:un')).toEqual(['is:unread']);
    expect(offered('tag:turk')).toEqual(['tag:Türkiye']);
    expect(offered('in:ank')).toEqual(['in:News / Ankara']);
    expect(offered('feed:')).toEqual(['feed:The Gazette']);
    expect(offered('lang:t')).toEqual(['lang:tr', 'lang:it', 'lang:pt']);
    expect(offered('is:unread')).toEqual([]);
  });

  it('asks for the values of site: and by:, and offers what comes', () => {
    expect(askedAt('wolf by:ok', 10)).toEqual({ by: 'byline', typed: 'ok' });
    expect(askedAt('-site:"the g', 12)).toEqual({ by: 'source', typed: 'the g' });
    expect(askedAt('tag:x', 5)).toBeNull();
    expect(askedAt('wolf', 4)).toBeNull();
    const labels = suggestionsFor('by:ok', 5, SIDEBAR, ['Ada Okonkwo']).map(({ label, query }) => [label, query]);
    expect(labels).toEqual([['by:Ada Okonkwo', 'by:"Ada Okonkwo" ']]);
  });

  it('takes a value over where the caret stands, in quotation marks where it needs them', () => {
    expect(taken('wolf tag:lo', 11)).toMatchObject({ query: 'wolf tag:"long read" ', caret: 21, goesOn: false });
    expect(taken('tag:"long r')).toMatchObject({ query: 'tag:"long read" ' });
    expect(taken('is:st bear', 5)).toMatchObject({ query: 'is:starred bear', caret: 11 });
    expect(taken('ta')).toMatchObject({ query: 'tag:', caret: 4, goesOn: true });
  });

  it('keeps recent searches once, newest first, without the steps to them', () => {
    expect(withRecent(['wol', 'bear', 'wolf'], 'wolf')).toEqual(['wolf', 'bear']);
    expect(
      withRecent(
        Array.from({ length: 12 }, (_, i) => `${i}`),
        'x',
      ),
    ).toHaveLength(10);
  });
});

describe('the list under the search field', () => {
  beforeAll(() => stubBrowser());
  const field = (): HTMLElement => screen.getByRole('combobox', { name: 'Search' });
  const list = <ArticleList search={<Search />} />;

  it('is worked with the keyboard alone', async () => {
    const { user } = renderWithBridge(list);
    await screen.findByText('The lighthouse keeper who counted storms');
    await user.type(field(), 'is');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    await user.keyboard('{ArrowDown}');
    const option = screen.getByRole('option', { name: 'is:' });
    expect(field().getAttribute('aria-activedescendant')).toBe(option.id);
    await user.keyboard('{Enter}');
    expect(field()).toHaveProperty('value', 'is:');
    await user.keyboard('{ArrowDown}{ArrowDown}{Tab}');
    expect(field()).toHaveProperty('value', 'is:read ');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    await user.clear(field());
    await user.type(field(), 'ha');
    await user.keyboard('{Escape}');
    expect(field()).toHaveProperty('value', 'ha');
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });

  it('offers what was searched for, until that is cleared', async () => {
    const { user } = renderWithBridge(list);
    await screen.findByText('The lighthouse keeper who counted storms');
    await user.type(field(), 'winters{Enter}');
    await user.click(field());
    await user.keyboard('{Escape}');
    await user.click(field());
    await waitFor(() => expect(screen.getByRole('option', { name: 'winters' })).toBeTruthy());
    await user.click(screen.getByRole('button', { name: 'Clear recent searches' }));
    await waitFor(() => expect(screen.queryByRole('option', { name: 'winters' })).toBeNull());
  });

  it('is closed when the query goes by another way than the field', async () => {
    const { user } = renderWithBridge(list);
    await screen.findByText('The lighthouse keeper who counted storms');
    await user.type(field(), 'winters{Enter}');
    await user.type(field(), ' keeper');
    const save = await screen.findByRole('button', { name: 'Save search…' });
    await waitFor(() => expect(useUiStore.getState().query).toBe('winters keeper'));
    // Part of the search too: the list under the field may stay.
    await user.click(save);
    act(() => useUiStore.getState().setQuery(''));
    await waitFor(() => expect(field()).toHaveProperty('value', ''));
    expect(screen.queryByRole('listbox', { name: 'Recent searches' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Clear recent searches' })).toBeNull();
  });

  it('offers to save the search, and underlines where a mistake is', async () => {
    const bridge = createFakeBridge();
    const { user } = renderWithBridge(list, { bridge });
    await screen.findByText('The lighthouse keeper who counted storms');
    bridge.answer('articles.list', ({ query }) => ({
      total: 0,
      rows: [],
      problems: query === '' ? [] : [{ message: 'That is no date.', start: 6, end: 10 }],
      didYouMean: [],
      tookMs: 1,
    }));
    await user.type(field(), 'saved:soon x{Enter}');
    await screen.findByText('That is no date.');
    expect(document.querySelector('#search-problems u')?.textContent).toBe('soon');
    await user.click(screen.getByRole('button', { name: 'Save search…' }));
    expect(useUiStore.getState().dialog).toEqual({ kind: 'smart', id: null, query: 'saved:soon x' });
  });
});
