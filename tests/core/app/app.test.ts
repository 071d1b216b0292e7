import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../../electron/contract/events.ts';
import { METHODS } from '../../../electron/contract/methods.ts';
import { createApp } from '../../../electron/core/app.ts';
import { AppError } from '../../../electron/core/errors.ts';
import { totalsOf } from '../../../electron/core/jobs/job-totals.ts';
import type { EventSink, HostPowers, Service } from '../../../electron/core/ports.ts';

const SIDEBAR = { counts: {}, tags: [], collections: [] };

function setUp(answers: Record<string, (input: unknown) => unknown> = {}) {
  const calls: [string, string, unknown][] = [];
  const service = (place: string): Service => ({
    call: async (method, input) => {
      calls.push([place, method, input]);
      return answers[method]?.(input) ?? (method === 'app.sidebar' ? SIDEBAR : {});
    },
    close: async () => void calls.push([place, 'close', null]),
  });
  let emit: EventSink = () => undefined;
  const opened: string[] = [];
  const app = createApp({
    writer: service('writer'),
    reader: service('reader'),
    host: { openExternal: async (url) => void opened.push(url) },
    onEvent: (listener) => {
      emit = listener;
      return () => (emit = () => undefined);
    },
  });
  const seen: AppEvent[] = [];
  return { app, calls, opened, seen, emit: (event: AppEvent) => emit(event), listen: () => app.subscribe((event) => seen.push(event)) };
}

const articles: AppEvent = { type: 'articles', rows: [], added: [], removed: [], more: false };
const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('dispatch', () => {
  it('runs each method where the contract says, with its defaults filled in', async () => {
    const { app, calls } = setUp();
    await app.dispatch('articles.list', { view: { kind: 'all' } });
    await app.dispatch('settings.set', { theme: 'dark' });
    await app.dispatch('jobs.list', undefined);
    expect(calls).toEqual([
      [
        'reader',
        'articles.list',
        { view: { kind: 'all' }, query: '', keep: [], sort: { by: 'relevance', descending: true }, offset: 0, limit: 60 },
      ],
      ['writer', 'settings.set', { theme: 'dark' }],
      ['writer', 'jobs.list', {}],
    ]);
  });

  it.each<[string, unknown]>([
    ['no.such', {}],
    ['__proto__', {}],
    ['toString', {}],
    ['articles.get', {}],
    ['articles.get', { id: '../../etc' }],
    ['articles.get', { id: '0000abcdefgh', extra: 1 }],
    ['articles.setFlags', { ids: [], flags: {} }],
    ['articles.list', 'all'],
    ['articles.list', { view: { kind: 'all' }, limit: 501 }],
    ['tags.rename', { id: 't000000000', name: '   ' }],
  ])('refuses %s %j with a sentence, and calls nobody', async (method, input) => {
    const { app, calls } = setUp();
    const result = await app.dispatch(method, input);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input', retryable: false } });
    expect(calls).toEqual([]);
  });

  it('answers with errors as values, and never with a stack trace', async () => {
    const { app } = setUp({
      'articles.get': () => {
        throw new AppError('not-found', 'That article is no longer in the library.', { details: { id: 'x' } });
      },
      'jobs.list': () => {
        throw new TypeError('cannot read properties of undefined');
      },
    });
    expect(await app.dispatch('articles.get', { id: '0000abcdefgh' })).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'That article is no longer in the library.', details: { id: 'x' }, retryable: false },
    });
    const result = await app.dispatch('jobs.list', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(result.ok ? '' : result.error.message).not.toContain('undefined');
  });

  it('opens only web and e-mail addresses outside', async () => {
    const { app, opened } = setUp();
    for (const url of ['https://example.com/', 'mailto:ada@example.com'])
      expect(await app.dispatch('app.openExternal', { url })).toEqual({ ok: true, value: {} });
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://host/x', 'C:\\x.exe', '']) {
      expect(await app.dispatch('app.openExternal', { url })).toMatchObject({ ok: false, error: { code: 'unsupported-address' } });
    }
    expect(opened).toEqual(['https://example.com/', 'mailto:ada@example.com']);
  });

  it('opens the file an article was made from where the host can, and says where it cannot', async () => {
    const paths: string[] = [];
    const host = { openExternal: async () => undefined, openFile: async (path: string) => void paths.push(path) };
    const article = (original?: string): Service => ({
      call: async () => ({ folder: 'content/0000/0000abcdefgh', ...(original === undefined ? {} : { original }) }),
      close: async () => undefined,
    });
    const appOf = (writer: Service, powers: HostPowers) =>
      createApp({ writer, reader: writer, host: powers, onEvent: () => () => undefined });
    const input = { id: '0000abcdefgh' };
    expect(await appOf(article('original.pdf'), host).dispatch('articles.openOriginal', input)).toEqual({ ok: true, value: {} });
    expect(paths).toEqual(['content/0000/0000abcdefgh/original.pdf']);
    expect(await appOf(article(), host).dispatch('articles.openOriginal', input)).toMatchObject({ error: { code: 'not-found' } });
    expect(
      await appOf(article('original.pdf'), { openExternal: host.openExternal }).dispatch('articles.openOriginal', input),
    ).toMatchObject({
      error: { code: 'not-supported-here' },
    });
    expect(paths).toHaveLength(1);
  });

  it('knows a place for every method', async () => {
    for (const { runsOn } of Object.values(METHODS)) expect(['writer', 'reader', 'host']).toContain(runsOn);
  });
});

describe('events', () => {
  it('reach every listener until it stops listening', async () => {
    const { app, emit } = setUp();
    const one: AppEvent['type'][] = [];
    const two: AppEvent['type'][] = [];
    const stop = app.subscribe((event) => one.push(event.type));
    app.subscribe((event) => two.push(event.type));
    emit({ type: 'undo', state: { undo: null, redo: null } });
    stop();
    emit({ type: 'jobs', jobs: [], totals: totalsOf([], false) });
    expect([one, two]).toEqual([['undo'], ['undo', 'jobs']]);
  });

  it('bring the sidebar after changes of articles, once for many', async () => {
    const { calls, emit, listen, seen } = setUp();
    listen();
    for (let at = 0; at < 50; at += 1) emit(articles);
    await soon();
    const asked = calls.filter(([, method]) => method === 'app.sidebar').length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(2);
    expect(seen.at(-1)).toEqual({ type: 'sidebar', sidebar: SIDEBAR });
  });

  it('do not ask for a sidebar nobody sees, and go on after one that failed', async () => {
    let fail = true;
    const { calls, emit, listen, seen } = setUp({
      'app.sidebar': () => {
        if (fail) throw new Error('The reader is away.');
        return SIDEBAR;
      },
    });
    emit(articles);
    await soon();
    expect(calls).toEqual([]);
    listen();
    emit(articles);
    await soon();
    fail = false;
    emit(articles);
    await soon();
    expect(seen.map(({ type }) => type)).toEqual(['articles', 'articles', 'sidebar']);
  });

  it('stop with the app, which closes both threads', async () => {
    const { app, calls, emit, listen, seen } = setUp();
    listen();
    await app.close();
    emit(articles);
    expect(seen).toEqual([]);
    expect(calls).toEqual([
      ['writer', 'close', null],
      ['reader', 'close', null],
    ]);
  });
});
