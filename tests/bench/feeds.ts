import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { hostInfo } from '../../electron/adapters/threads/host-info.ts';
import { openLibraryHost } from '../../electron/adapters/threads/library-host.ts';
import { METHODS, type MethodInput, type MethodName, type MethodOutput } from '../../electron/contract/methods.ts';
import { rssOf, storyPage } from '../helpers/feed-site.ts';

/**
 * `node tests/bench/feeds.ts [feeds] [items]`: refreshes feeds on this computer's own server that have not changed (304), and then with new
 * items, while the reader is asked for a list all the time. Set OFFPRINT_WORKERS=dist/workers after a build.
 */
const [feedCount = 500, itemCount = 20] = process.argv.slice(2).map(Number);
let round = 1;
const server = createServer((request, response) => {
  const path = request.url ?? '/';
  if (!path.startsWith('/feed/')) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(storyPage(path));
    return;
  }
  const etag = `"${round}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  const name = path.slice(6);
  const stories = round === 1 ? [] : Array.from({ length: itemCount }, (_, at) => ({ name: `${name}-${at}` }));
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(rssOf(origin, stories, { title: `Feed ${name}` }));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const root = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
const host = await openLibraryHost({
  root,
  info: hostInfo('headless'),
  samples: false,
  host: { openExternal: async () => undefined, openFile: async () => undefined },
});

async function call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const result = await host.app.dispatch(method, METHODS[method].input.parse(input));
  if (!result.ok) throw new Error(result.error.message);
  return result.value as MethodOutput<M>;
}

async function timed(label: string, work: () => Promise<unknown>): Promise<void> {
  const waits: number[] = [];
  let done = false;
  const reading = (async () => {
    while (!done) {
      const asked = performance.now();
      await call('articles.list', { view: { kind: 'unread' }, limit: 60 });
      waits.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const [ms, used] = [performance.now() - start, process.cpuUsage(cpu)];
  done = true;
  await reading;
  waits.sort((a, b) => a - b);
  const at = (share: number): string => (waits[Math.floor((waits.length - 1) * share)] ?? 0).toFixed(1);
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  process.stdout.write(
    `${label}: ${(ms / 1000).toFixed(1)} s (CPU ${((used.user + used.system) / 1e6).toFixed(1)} s); a list took p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms; ${memory} MB\n`,
  );
}

try {
  const outlines = Array.from({ length: feedCount }, (_, at) => `<outline text="Feed ${at}" xmlUrl="${origin}/feed/${at}"/>`);
  await call('feeds.importOpml', { opml: `<opml><body>${outlines.join('')}</body></opml>`, refresh: false });
  await timed(`${feedCount} feeds, first`, () => call('feeds.refresh', { wait: true }));
  await timed(`${feedCount} feeds, all 304`, () => call('feeds.refresh', { wait: true }));
  round = 2;
  await timed(`${feedCount} feeds with ${itemCount} new items each`, () => call('feeds.refresh', { wait: true }));
} finally {
  await host.close();
  server.close();
  server.closeAllConnections();
  await rm(root, { recursive: true, force: true });
}
