import { screen, waitFor, within } from '@testing-library/react';
import { createIntl } from 'react-intl';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Job } from '../../../../electron/contract/entities.ts';
import { totalsOf } from '../../../../electron/core/jobs/job-totals.ts';
import { StatusStrip } from '../../../../renderer/features/jobs/index.ts';
import { inOrder } from '../../../../renderer/features/jobs/summary.ts';
import { failureWords, stripWords } from '../../../../renderer/features/jobs/words.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { preloadParts } from '../../../../renderer/ui/lazy-part.tsx';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { createFakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

beforeAll(async () => {
  stubBrowser();
  await preloadParts(() => Promise.resolve());
});
const intl = createIntl({ locale: 'en' });
let serial = 0;
const job = (state: Job['state'], over: Partial<Job> = {}): Job => ({
  id: `j${String(++serial).padStart(9, '0')}`,
  kind: 'save',
  label: `https://news.example/${serial}`,
  state,
  step: 'Fetching the page',
  progress: state === 'running' ? 0.5 : null,
  articleId: state === 'done' ? '000000000001' : null,
  existing: false,
  incomplete: false,
  error: null,
  createdAt: '2025-11-20T09:00:00.000Z',
  ...over,
});
const many = (count: number, state: Job['state'], over: Partial<Job> = {}): Job[] => Array.from({ length: count }, () => job(state, over));

describe('what the strip says', () => {
  it.each<[Job[], string, string | null]>([
    [[...many(2, 'done'), job('running'), ...many(9, 'waiting')], 'Saving 3 of 12 …', null],
    [[job('running')], 'Saving 1 of 1 …', null],
    [many(12, 'done'), 'All 12 articles are ready to read offline', null],
    [many(1, 'done'), 'The article is ready to read offline', null],
    [many(2, 'done', { existing: true }), 'All 2 articles were in your library already', null],
    [[...many(10, 'done'), ...many(2, 'failed')], '10 of 12 articles ready to read offline', '2 could not be saved'],
    [[...many(2, 'done'), job('done', { incomplete: true })], '2 of 3 articles ready to read offline · 1 incomplete', null],
    [many(1, 'done', { incomplete: true }), '1 incomplete', null],
    [many(1, 'failed'), '', '1 could not be saved'],
    [[job('done'), job('cancelled')], '1 of 2 articles ready to read offline · 1 cancelled', null],
    [[job('running', { kind: 'verify' })], 'Working: 1 of 1 …', null],
    [[job('failed', { kind: 'export-library' })], '', '1 failed'],
  ])('case %#', (jobs, words, failures) => {
    expect(stripWords(intl, totalsOf(jobs, false), null)).toBe(words);
    expect(failureWords(intl, totalsOf(jobs, false))).toBe(failures);
  });

  it.each<[Job[], { all: number; archive: number; incomplete: number }, string]>([
    [many(12, 'done'), { all: 38, archive: 2, incomplete: 0 }, 'All 40 articles are ready to read offline'],
    [many(1, 'done'), { all: 1, archive: 0, incomplete: 0 }, 'The article is ready to read offline'],
    [many(12, 'done'), { all: 38, archive: 2, incomplete: 3 }, '37 of 40 articles in the library are ready to read offline'],
    [many(2, 'done', { existing: true }), { all: 38, archive: 2, incomplete: 3 }, 'All 2 articles were in your library already'],
    [many(1, 'done', { incomplete: true }), { all: 1, archive: 0, incomplete: 1 }, '1 incomplete'],
    [[job('done', { kind: 'verify' })], { all: 38, archive: 2, incomplete: 0 }, 'Done'],
  ])('speaks of the whole library when a run has ended: case %#', (jobs, counts, words) => {
    expect(stripWords(intl, totalsOf(jobs, false), counts)).toBe(words);
  });

  it('counts the progress of all of them together', () => {
    expect(totalsOf([job('done'), job('running'), job('waiting'), job('failed')], false).progress).toBe(0.625);
    expect(totalsOf([], false).progress).toBe(0);
  });

  it('lists what moves first, then what failed, then what waits', () => {
    const states = inOrder([job('done'), job('waiting'), job('cancelled'), job('failed'), job('running')]).map(({ state }) => state);
    expect(states).toEqual(['running', 'failed', 'waiting', 'done', 'cancelled']);
  });
});

describe('the status strip', () => {
  it('is not there without work', async () => {
    const { container } = renderWithBridge(<StatusStrip />);
    await waitFor(() => expect(container.textContent).toBe(''));
  });

  it('opens a panel with each piece: cancel, retry, the reason of a failure, open, clear', async () => {
    const bridge = createFakeBridge();
    const failed = job('failed', {
      label: 'https://gone.example/',
      error: { code: 'http-error', message: 'The page is not there any more. Check the address.', details: {}, retryable: false },
    });
    const running = job('running', { label: 'https://slow.example/' });
    const done = job('done', { label: 'https://good.example/' });
    const jobs = [done, running, failed];
    bridge.answer('jobs.list', () => ({ jobs, totals: totalsOf(jobs, false) }));
    for (const method of ['jobs.cancel', 'jobs.retry', 'jobs.clear'] as const) bridge.answer(method, () => ({}));
    const { user } = renderWithBridge(<StatusStrip />, { bridge });
    await user.click(await screen.findByRole('button', { name: /^Saving 3 of 3 … · 1 could not be saved/ }));
    const panel = within(await screen.findByRole('dialog', { name: 'Background work' }));
    expect(panel.getByText('The page is not there any more. Check the address.')).toBeTruthy();
    expect(panel.getByRole('progressbar', { name: 'Progress of https://slow.example/' }).getAttribute('aria-valuenow')).toBe('0.5');
    await user.click(panel.getByRole('button', { name: 'Cancel: https://slow.example/' }));
    await user.click(panel.getByRole('button', { name: 'Try again: https://gone.example/' }));
    await user.click(panel.getByRole('button', { name: 'Clear finished' }));
    await user.click(panel.getByRole('button', { name: 'Open: https://good.example/' }));
    const made = bridge.calls.filter(({ method }) => method.startsWith('jobs.') && method !== 'jobs.list');
    expect(made).toEqual([
      { method: 'jobs.cancel', input: { id: running.id } },
      { method: 'jobs.retry', input: { id: failed.id } },
      { method: 'jobs.clear', input: {} },
    ]);
    expect(useUiStore.getState().activeId).toBe('000000000001');
  });

  it('speaks how it ended, and goes when it is dismissed', async () => {
    const bridge = createFakeBridge();
    const { user } = renderWithBridge(<StatusStrip />, { bridge });
    await waitFor(() => expect(bridge.calls.some(({ method }) => method === 'jobs.list')).toBe(true));
    const three = many(3, 'done');
    bridge.emit('jobs', { type: 'jobs', jobs: three, totals: totalsOf(three, false) });
    expect(await screen.findByText('6 of 8 articles in the library are ready to read offline', { selector: '[role=status]' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(bridge.calls.at(-1)?.method).toBe('jobs.clear');
  });

  it.each([
    ['electron', 1],
    ['headless', 0],
  ] as const)('offers to load a page with its scripts where no article was found: %s', async (host, offered) => {
    const bridge = createFakeBridge({ info: { host } });
    const error = { code: 'not-an-article', message: 'No article was found.', details: {}, retryable: false } as const;
    const gone = { ...error, code: 'http-error' } as const;
    const jobs = [job('failed', { error, label: 'https://news.example/app' }), job('failed', { error: gone })];
    bridge.answer('capture.render', () => ({ jobs: [] }));
    bridge.answer('jobs.list', () => ({ jobs, totals: totalsOf(jobs, false) }));
    const { user } = renderWithBridge(<StatusStrip />, { bridge });
    await user.click(await screen.findByRole('button', { name: /could not be saved/ }));
    await screen.findByRole('dialog', { name: 'Background work' });
    const buttons = screen.queryAllByRole('button', { name: /^Load with scripts/ });
    expect(buttons).toHaveLength(offered);
    for (const button of buttons) await user.click(button);
    const asked = bridge.calls.filter(({ method }) => method === 'capture.render').map(({ input }) => input);
    expect(asked).toEqual(buttons.map(() => ({ url: 'https://news.example/app' })));
  });
});
