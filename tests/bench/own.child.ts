import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { LibraryHost } from '../../electron/adapters/threads/library-host.ts';
import { asOffprint, queryOf } from './queries.ts';
import { call, indexed, openHost } from './engines/offprint.ts';
import { percentile, timed } from './measure.ts';
import type { Own } from './results.ts';
import { measureSaving } from './saving.ts';
import { articleIdAt } from './seed-library.ts';

/** What only Offprint has to answer for: the whole app's start, edits and searches while it works, a rebuild, saving. Prints JSON. */
const cli = fileURLToPath(new URL('../../dist/headless/cli.cjs', import.meta.url));
const { values } = parseArgs({ options: { size: { type: 'string' }, root: { type: 'string' }, pages: { type: 'string' } } });
const size = Number(values.size);
const root = join(values.root ?? '', 'library');

const starts: Awaited<ReturnType<typeof startUp>>[] = [];
for (let i = 0; i < 5; i++) starts.push(await startUp());
const median = (of: (one: (typeof starts)[number]) => number) => percentile(starts.map(of), 0.5);
const result: Own = {
  startMs: median(({ took }) => took),
  startAfterBootMs: median(({ took, boot }) => took - boot),
  servedRss: median(({ rss }) => rss),
  ...(await whileRebuilding()),
  ...(await whileBulk()),
  ...(await whileSaving(Number(values.pages))),
};
process.stdout.write(`${JSON.stringify(result)}\n`);

/**
 * From starting the built app to the first 60 rows over HTTP, the library in step; how much of that Node itself takes; and what the
 * process holds in memory after a few searches (bytes; 0 where the system does not tell).
 */
async function startUp(): Promise<{ took: number; boot: number; rss: number }> {
  const boot = await bootOfNode();
  const started = performance.now();
  const child = spawn(process.execPath, [cli, 'serve', '--no-open', '--library', root], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) =>
    createInterface({ input: child.stdout }).once('line', (line) => resolve((JSON.parse(line) as { url: string }).url)),
  );
  const entry = await fetch(url, { redirect: 'manual' });
  const cookie = entry.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const rowsOf = async (query: string): Promise<number> => {
    const response = await fetch(new URL('/rpc', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, origin: new URL(url).origin },
      body: JSON.stringify({ method: 'articles.list', input: { view: { kind: 'all' }, query } }),
    });
    return ((await response.json()) as { value: { rows: unknown[] } }).value.rows.length;
  };
  const rows = await rowsOf('');
  const took = performance.now() - started;
  if (rows !== 60) throw new Error('the list did not come');
  for (let i = 0; i < 30; i++) await rowsOf(asOffprint(queryOf('three words', i)));
  const rss = child.pid === undefined ? 0 : residentBytes(child.pid);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  return { took, boot, rss };
}

/** Milliseconds that a Node with nothing to do takes to say so. */
async function bootOfNode(): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, ['-e', "process.stdout.write('up')"], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  const took = performance.now() - started;
  await new Promise((resolve) => child.once('close', resolve));
  return took;
}

function residentBytes(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** The index is thrown away and built again while a person goes on starring. */
async function whileRebuilding(): Promise<Pick<Own, 'indexPerSecond' | 'editWhileIndexing' | 'mainStallMs'>> {
  await rm(join(root, 'cache'), { recursive: true, force: true });
  const stall = monitorEventLoopDelay({ resolution: 5 });
  const host = await openHost(root);
  stall.enable();
  const started = performance.now();
  const ready = indexed(host, size).then(() => performance.now() - started);
  const state = { done: false };
  void ready.then(
    () => (state.done = true),
    () => (state.done = true),
  );
  const edits: number[] = [];
  while (!state.done) {
    const [took] = await timed(1, () => star(host, edits.length));
    edits.push(took ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const seconds = (await ready) / 1000;
  stall.disable();
  await host.close();
  return { indexPerSecond: size / seconds, editWhileIndexing: percentile(edits, 0.95), mainStallMs: stall.max / 1e6 };
}

/** 5,000 articles are marked at once while a person goes on starring. */
async function whileBulk(): Promise<Pick<Own, 'editWhileBulkMax'>> {
  const host = await openHost(root);
  await indexed(host, size);
  const ids = Array.from({ length: Math.min(5000, size) }, (_, i) => articleIdAt(i));
  let longest = 0;
  for (const read of [true, false, true]) {
    let done = false;
    const bulk = call(host, 'articles.setFlags', { ids, flags: { read } }).then(() => (done = true));
    for (let i = 0; !done; i++) {
      const [took] = await timed(1, () => star(host, i));
      longest = Math.max(longest, took ?? 0);
    }
    await bulk;
  }
  await host.close();
  return { editWhileBulkMax: longest };
}

/** Pages are saved from a server on this machine while a person goes on searching. */
async function whileSaving(pages: number): Promise<Pick<Own, 'savedPerSecond' | 'searchWhileSaving'>> {
  const host = await openHost(root);
  const state = { done: false };
  const saving = measureSaving(host, pages).finally(() => (state.done = true));
  const searches: number[] = [];
  while (!state.done) {
    const query = asOffprint(queryOf('one word', searches.length % 300));
    const [took] = await timed(1, async () => {
      const list = await call(host, 'articles.list', { view: { kind: 'everything' }, query, limit: 20 });
      await call(host, 'articles.snippets', { query, ids: list.rows.map((row) => row.id) });
    });
    searches.push(took ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const savedPerSecond = await saving;
  await host.close();
  return { savedPerSecond, searchWhileSaving: percentile(searches, 0.95) };
}

async function star(host: LibraryHost, i: number): Promise<void> {
  await call(host, 'articles.setFlags', { ids: [articleIdAt((i * 7919) % size)], flags: { starred: i % 2 === 0 } });
}
