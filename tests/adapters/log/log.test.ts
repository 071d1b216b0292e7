import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnosticsText } from '../../../electron/adapters/log/diagnostics.ts';
import { LogFile } from '../../../electron/adapters/log/log-file.ts';
import { loggedApp } from '../../../electron/adapters/log/logged-app.ts';
import type { AppEvent } from '../../../electron/contract/events.ts';
import type { App } from '../../../electron/core/app.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-log-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const ADDRESS = 'https://example.org/secret';
const error = {
  code: 'connection-failed' as const,
  message: `${ADDRESS} does not answer.`,
  details: { cause: 'ECONNREFUSED' },
  retryable: true,
};

const ANSWERS: Readonly<Record<string, unknown>> = {
  'app.info': {
    version: '1.2.3',
    host: 'headless',
    platform: 'linux',
    libraryPath: '/home/someone',
    search: 'fts',
    readOnly: null,
    notes: [],
  },
  'settings.get': { theme: 'dark', watchFolder: '/home/someone/Downloads', recentSearches: ['a private matter'] },
  'app.sidebar': { counts: { all: 12 }, tags: [{ name: 'a private tag' }], collections: [], feeds: [] },
};

function fakeApp(): App & { tell(event: AppEvent): void } {
  const listeners = new Set<(event: AppEvent) => void>();
  return {
    dispatch: async (method) => (method === 'capture.save' ? { ok: false, error } : { ok: true, value: ANSWERS[method] }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => undefined,
    tell: (event) => listeners.forEach((listener) => listener(event)),
  };
}

describe('the log', () => {
  it('is lines of JSON in the cache of the library, oldest first', async () => {
    const log = new LogFile(
      () => root,
      () => new Date('2026-01-02T03:04:05Z'),
    );
    log.write({ what: 'opened', version: '1.2.3' });
    log.write({ what: 'closed' });
    await log.idle();
    expect(await readFile(join(root, 'cache/log/offprint.log'), 'utf8')).toBe(
      '{"at":"2026-01-02T03:04:05.000Z","what":"opened","version":"1.2.3"}\n{"at":"2026-01-02T03:04:05.000Z","what":"closed"}\n',
    );
    expect(await log.read()).toHaveLength(2);
  });

  it('keeps two files of a bounded size, and the newest lines', async () => {
    const log = new LogFile(() => root);
    for (let at = 0; at < 5000; at++) log.write({ what: 'call-failed', at, detail: 'x'.repeat(2000) });
    const lines = await log.read();
    expect((await readdir(join(root, 'cache/log'))).sort()).toEqual(['offprint.1.log', 'offprint.log']);
    for (const name of ['offprint.1.log', 'offprint.log']) {
      expect((await stat(join(root, 'cache/log', name))).size).toBeLessThan(260 * 1024);
    }
    expect(JSON.parse(lines.at(-1) ?? '{}')).toMatchObject({ at: 4999 });
    expect(lines.length).toBeLessThan(1000);
  });

  it('makes no library where there is none, goes on where its folder was deleted, and follows the library that is open', async () => {
    let at = join(root, 'unplugged');
    const log = new LogFile(() => at);
    log.write({ what: 'opened' });
    await log.idle();
    expect(await readdir(root)).toEqual([]);
    at = root;
    log.write({ what: 'opened' });
    await log.idle();
    await rm(join(root, 'cache'), { recursive: true });
    log.write({ what: 'lost' });
    log.write({ what: 'found' });
    expect((await log.read()).map((line) => (JSON.parse(line) as { what: string }).what)).toEqual(['found']);
  });
});

describe('what is noted', () => {
  const failedJob = { id: 'j1', kind: 'save', label: ADDRESS, error } as never;

  it('is the code of what failed, and its address only when that is ticked', async () => {
    let ticked = false;
    const app = fakeApp();
    const log = new LogFile(() => root);
    const logged = loggedApp(app, log, () => ticked);
    await logged.dispatch('capture.save', { input: { kind: 'url', url: ADDRESS } });
    app.tell({ type: 'jobs', jobs: [failedJob], totals: {} as never });
    app.tell({ type: 'jobs', jobs: [failedJob], totals: {} as never });
    expect((await log.read()).map((line) => JSON.parse(line) as object)).toMatchObject([
      { what: 'call-failed', method: 'capture.save', code: 'connection-failed' },
      { what: 'job-failed', kind: 'save', code: 'connection-failed' },
    ]);
    expect((await log.read()).join()).not.toContain('example.org');
    ticked = true;
    await logged.dispatch('capture.save', {});
    expect((await log.read()).at(-1)).toContain(`${ADDRESS} does not answer. — ECONNREFUSED`);
    await logged.close();
    expect((await log.read()).at(-1)).toContain('closed');
  });

  it('comes into the diagnostics without addresses unless they are asked for', async () => {
    const app = fakeApp();
    const log = new LogFile(() => root);
    await loggedApp(app, log, () => true).dispatch('capture.save', {});
    const parts = { app, log, about: { node: '24.1.0', electron: null, format: 2 } };
    const plain = await diagnosticsText(parts, false);
    expect(plain).toMatch(/^Offprint: 1\.2\.3$/m);
    expect(plain).toMatch(/^Library format: 2$/m);
    expect(plain).toContain('"code":"connection-failed"');
    expect(plain).toMatch(/^Articles: 12$/m);
    expect(plain).toMatch(/^theme: dark$/m);
    expect(plain).not.toMatch(/example\.org|private|someone/);
    expect(await diagnosticsText(parts, true)).toContain(ADDRESS);
  });
});
