import { totalsOf } from '../../../electron/core/jobs/job-totals.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { QueryClient } from '@tanstack/react-query';
import { applyEvents, patchRows, type ListPage } from '../../../renderer/bridge/apply-events.ts';
import { keys } from '../../../renderer/bridge/keys.ts';
import { createQueryClient } from '../../../renderer/bridge/query-client.ts';
import { articleId, manyArticles } from '../../helpers/fake-articles.ts';
import { createFakeBridge, type FakeBridge } from '../../helpers/fake-bridge.ts';

const OF = { view: { kind: 'all' as const }, query: '', visit: 0 };

describe('events and the cache', () => {
  let bridge: FakeBridge;
  let client: QueryClient;
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    bridge = createFakeBridge({ articles: manyArticles(3) });
    client = createQueryClient();
    const rows = [1, 2, 3].map((serial) => bridge.row(articleId(serial)));
    client.setQueryData<ListPage>(keys.page(OF, 0), { total: 3, rows, problems: [], didYouMean: [], tookMs: 0 });
    stop = applyEvents(bridge, client);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  const page = (): ListPage | undefined => client.getQueryData<ListPage>(keys.page(OF, 0));
  const stale = (): boolean | undefined => client.getQueryState(keys.page(OF, 0))?.isInvalidated;
  const touched = (id: string, over = {}): void =>
    bridge.emit('articles', { type: 'articles', rows: [{ ...bridge.row(id), ...over }], added: [], removed: [], more: false });

  it('puts changed rows in at once, and asks for the list again a moment later', () => {
    touched(articleId(2), { title: 'New' });
    expect(page()?.rows.map(({ title }) => title)).toEqual(['Article 1', 'New', 'Article 3']);
    expect(stale()).toBe(false);
    vi.advanceTimersByTime(150);
    expect(stale()).toBe(true);
  });

  it('asks for lists again only now and then while articles pour in', () => {
    const ask = vi.spyOn(client, 'invalidateQueries');
    const asked = (): number => ask.mock.calls.filter(([filter]) => filter?.queryKey?.[0] === 'list').length;
    for (let at = 0; at < 50; at++) {
      touched(articleId(1));
      vi.advanceTimersByTime(10);
    }
    expect(asked()).toBeGreaterThan(1);
    expect(asked()).toBeLessThan(8);
  });

  it('leaves a page alone that holds none of the changed rows', () => {
    const before = page();
    patchRows(client, (row) => row);
    expect(page()).toBe(before);
  });

  it('replaces what the sidebar, jobs, settings and undo show', async () => {
    bridge.emit('undo', { type: 'undo', state: { undo: 'Star 1 article', redo: null } });
    expect(client.getQueryData(keys.undo)).toEqual({ undo: 'Star 1 article', redo: null });
    const totals = totalsOf([], false);
    bridge.emit('jobs', { type: 'jobs', jobs: [], totals });
    expect(client.getQueryData(keys.jobs)).toEqual({ jobs: [], totals });
    const settings = { ...(await bridge.call('settings.get', {})), theme: 'sepia' as const };
    bridge.emit('settings', { type: 'settings', settings });
    expect(client.getQueryData(keys.settings)).toEqual(settings);
  });

  it('asks everything again when the library was replaced or events were missed', async () => {
    const info = await bridge.call('app.info', {});
    bridge.emit('library', { type: 'library', info, replaced: false });
    expect(stale()).toBe(false);
    bridge.emit('library', { type: 'library', info, replaced: true });
    expect(stale()).toBe(true);

    client.setQueryData(keys.page(OF, 0), page());
    expect(stale()).toBe(false);
    bridge.emit('connection', { connected: true, resumed: true });
    expect(stale()).toBe(true);
  });

  it('hears nothing once it is stopped', () => {
    stop();
    touched(articleId(1), { title: 'Late' });
    expect(page()?.rows[0]?.title).toBe('Article 1');
  });
});
