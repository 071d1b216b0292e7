import { act, screen, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../../electron/contract/entities.ts';
import type { MethodOutput } from '../../../../electron/contract/methods.ts';
import { totalsOf } from '../../../../electron/core/jobs/job-totals.ts';
import { dispatchKey, setKeyContext } from '../../../../renderer/commands/dispatch.ts';
import { ArticleList } from '../../../../renderer/features/article-list/index.ts';
import { Search } from '../../../../renderer/features/search/index.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { createFakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

const ui = useUiStore.getState;
const field = (): HTMLElement => screen.getByRole('combobox', { name: 'Search' });
const list = <ArticleList search={<Search />} />;

const rebuild: Job = {
  id: 'j000000001',
  kind: 'rebuild-index',
  label: 'Prepare search',
  state: 'running',
  step: 'Indexed 400 articles',
  progress: null,
  articleId: null,
  existing: false,
  incomplete: false,
  error: null,
  createdAt: '2024-01-01T00:00:00.000Z',
};

type Listed = MethodOutput<'articles.list'>;
const nothing: Listed = { total: 0, rows: [], problems: [], didYouMean: [], tookMs: 1 };

beforeAll(() => {
  stubBrowser();
  document.addEventListener('keydown', (event) => void dispatchKey(event));
});
beforeEach(() => setKeyContext(() => ({ platform: 'linux', singleKeys: true, dialogOpen: false })));

describe('search', () => {
  it('is reached with /, shows results as one types, and marks the words found', async () => {
    const { user } = renderWithBridge(list);
    await screen.findByText('The lighthouse keeper who counted storms');
    // In one go: the letters after the slash are words, not commands.
    await user.keyboard('/winters');
    expect((field() as HTMLInputElement).value).toBe('winters');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await waitFor(() => expect(document.querySelector('mark')?.textContent).toBe('winters'));
    expect(screen.getByText('1 result')).toBeTruthy();
    await waitFor(() => expect(ui().announcement.text).toBe('1 article found'), { timeout: 3000 });
  });

  it('says how far the index is while it is being built, and nothing afterwards', async () => {
    const { bridge } = renderWithBridge(list);
    await screen.findByText('The lighthouse keeper who counted storms');
    expect(screen.queryByText(/search index is being built/)).toBeNull();
    const job = { ...rebuild, progress: 0.4 };
    act(() => bridge.emit('jobs', { type: 'jobs', jobs: [job], totals: totalsOf([job], false) }));
    await screen.findByText('The search index is being built: 40%. Until it is ready, articles may be missing here.');
    const done = { ...job, state: 'done' as const };
    act(() => bridge.emit('jobs', { type: 'jobs', jobs: [done], totals: totalsOf([done], false) }));
    await waitFor(() => expect(screen.queryByText(/search index is being built/)).toBeNull());
  });

  it('goes on to the results with Enter, and is cleared by Escape', async () => {
    const { user } = renderWithBridge(list);
    await screen.findByText('The lighthouse keeper who counted storms');
    await user.type(field(), 'winters{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listbox')));
    await user.click(field());
    await user.keyboard('{Escape}');
    expect(field()).toHaveProperty('value', '');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(7));
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('listbox'));
  });

  it('never shows the answer to an older query', async () => {
    const bridge = createFakeBridge();
    const slow: { query: string; answer: () => void }[] = [];
    const { user } = renderWithBridge(list, { bridge });
    await screen.findByText('The lighthouse keeper who counted storms');
    bridge.answer('articles.list', (input) =>
      input.query === ''
        ? nothing
        : new Promise<Listed>((resolve) => {
            const id = input.query === 'old' ? '000000000001' : '000000000002';
            slow.push({ query: input.query, answer: () => resolve({ ...nothing, total: 1, rows: [bridge.row(id)] }) });
          }),
    );
    await user.type(field(), 'old');
    await waitFor(() => expect(slow.map(({ query }) => query)).toEqual(['old']));
    await user.clear(field());
    await user.type(field(), 'new');
    await waitFor(() => expect(slow.map(({ query }) => query)).toEqual(['old', 'new']));
    await act(async () => slow[1]?.answer());
    await screen.findByText('Iğdır ovasında kayısı hasadı erken başladı');
    await act(async () => slow[0]?.answer());
    expect(screen.queryByText('The lighthouse keeper who counted storms')).toBeNull();
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });

  it('says under the field what is wrong with a query, and still shows what was found', async () => {
    const bridge = createFakeBridge();
    const { user } = renderWithBridge(list, { bridge });
    await screen.findByText('The lighthouse keeper who counted storms');
    bridge.answer('articles.list', () => ({
      ...nothing,
      total: 1,
      rows: [bridge.row('000000000001')],
      problems: [{ message: 'There is no tag named “x”.', start: 0, end: 5 }],
    }));
    await user.type(field(), 'tag:x');
    await screen.findByText('There is no tag named “x”.');
    expect(field().getAttribute('aria-describedby')).toBe('search-problems');
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });

  it('offers other spellings, which are links to their results', async () => {
    const bridge = createFakeBridge();
    const { user } = renderWithBridge(list, { bridge });
    await screen.findByText('The lighthouse keeper who counted storms');
    bridge.answer('articles.list', ({ query }) => ({ ...nothing, didYouMean: query === 'wintrs' ? ['winters'] : [] }));
    await user.type(field(), 'wintrs');
    await user.click(await screen.findByRole('button', { name: 'winters' }));
    await waitFor(() => expect(ui().query).toBe('winters'));
  });

  it('searches the view or everything, as one chooses', async () => {
    const { user, bridge } = renderWithBridge(list, { ui: { view: { kind: 'starred' } } });
    await screen.findByText('Iğdır ovasında kayısı hasadı erken başladı');
    await user.type(field(), 'winters');
    await user.click(await screen.findByRole('button', { name: 'Search everything' }));
    await screen.findByText('The lighthouse keeper who counted storms');
    const last = bridge.calls.filter(({ method }) => method === 'articles.list').at(-1)?.input;
    expect(last).toMatchObject({ view: { kind: 'everything' }, query: 'winters' });
    await user.click(screen.getByRole('radio', { name: 'In this list' }));
    expect(await screen.findAllByText('Nothing found')).toHaveLength(1);
  });

  it('leaves letters to the field while one types', async () => {
    const { user, bridge } = renderWithBridge(list);
    await screen.findByText('The lighthouse keeper who counted storms');
    await user.type(field(), 'mesk');
    expect(bridge.calls.some(({ method }) => method === 'articles.setFlags')).toBe(false);
    expect(field()).toHaveProperty('value', 'mesk');
  });
});
