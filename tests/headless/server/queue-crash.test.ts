import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CallResult } from '../../../electron/contract/errors.ts';
import type { JobTotals } from '../../../electron/contract/entities.ts';
import { start, storyPage } from '../cli/offprint.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Links of which every tenth leads nowhere. */
const LINKS = 60;

let folder: string;
const running: ChildProcess[] = [];
const asked: string[] = [];
const web = createServer((request, response) => {
  const number = Number(/^\/story(\d+)$/.exec(request.url ?? '')?.[1] ?? 9);
  asked.push(request.url ?? '');
  response.writeHead(number % 10 === 9 ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(storyPage(`Story ${number}`));
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-crash-'));
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await new Promise<void>((resolve) => {
    web.close(() => resolve());
    web.closeAllConnections();
  });
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function serve() {
  const child = start(['serve', '--no-open'], { library: join(folder, 'library') });
  running.push(child);
  const url = await new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve((JSON.parse(text) as { url: string }).url);
    });
  });
  const { origin } = new URL(url);
  const cookie = (await fetch(url, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const call = async <T>(method: string, input: unknown): Promise<T> => {
    const body = JSON.stringify({ method, input });
    const answer = await fetch(`${origin}/rpc`, { method: 'POST', headers: { cookie, origin, 'content-type': 'application/json' }, body });
    const result = (await answer.json()) as CallResult<T>;
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const totals = async (): Promise<JobTotals> => (await call<{ totals: JobTotals }>('jobs.list', {})).totals;
  return { child, call, totals };
}

it('a queue that is killed in the middle is finished by the next session: nothing is lost, nothing saved twice', async () => {
  const first = await serve();
  const base = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const inputs = Array.from({ length: LINKS }, (_, at) => ({ kind: 'url', url: `${base}/story${at}` }));
  await first.call('capture.start', { inputs });
  await expect.poll(async () => (await first.totals()).done, { timeout: 60_000, interval: 20 }).toBeGreaterThan(LINKS / 5);
  first.child.kill('SIGKILL');
  await new Promise((resolve) => first.child.once('exit', resolve));

  const second = await serve();
  await expect.poll(async () => ((totals) => totals.waiting + totals.running)(await second.totals()), { timeout: 60_000 }).toBe(0);
  expect(await second.totals()).toMatchObject({ total: LINKS, done: LINKS * 0.9, failed: LINKS * 0.1 });
  const { total } = await second.call<{ total: number }>('articles.list', { view: { kind: 'everything' }, query: '' });
  expect(total).toBe(LINKS * 0.9);
  // What was under way when it was killed may be asked for once more.
  expect(asked.length).toBeLessThanOrEqual(LINKS + 6);
});
