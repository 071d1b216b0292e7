import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openLibraryHost, type LibraryHost } from '../../electron/adapters/threads/library-host.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../electron/contract/methods.ts';
import { wordOf } from './generate.ts';
import { ms, percentile, timed } from './measure.ts';
import { measureSaving } from './saving.ts';
import { seedLibrary } from './seed-library.ts';

const cli = fileURLToPath(new URL('../../dist/headless/cli.cjs', import.meta.url));
// What ships is measured: the bundled threads.
process.env['OFFPRINT_WORKERS'] ??= fileURLToPath(new URL('../../dist/workers', import.meta.url));
const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,10000' }, pages: { type: 'string', default: '120' } } });
const sizes = values.sizes.split(',').map(Number);
const out = (line: string) => process.stdout.write(`${line}\n`);

/** The call of the contract, or the failure as an exception: a bench that goes on after an error measures nothing. */
async function call<M extends MethodName>(host: LibraryHost, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const result = await host.app.dispatch(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
  return result.value as MethodOutput<M>;
}

async function open(root: string): Promise<LibraryHost> {
  return openLibraryHost({
    root,
    info: { version: 'bench', host: 'headless', platform: 'linux' },
    samples: false,
    host: { openExternal: async () => undefined },
  });
}

/** Waits until everything is searchable; returns articles indexed a second. */
async function waitForIndex(host: LibraryHost, count: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { total } = await call(host, 'articles.list', { view: { kind: 'everything' }, limit: 0 });
    if (total === count) return count / ((performance.now() - started) / 1000);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** From starting the process to the first 60 rows over HTTP, the library in step. */
async function startUp(root: string): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [cli, 'serve', '--no-open', '--library', root], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) =>
    createInterface({ input: child.stdout }).once('line', (line) => resolve((JSON.parse(line) as { url: string }).url)),
  );
  const entry = await fetch(url, { redirect: 'manual' });
  const response = await fetch(new URL('/rpc', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: entry.headers.getSetCookie()[0]?.split(';')[0] ?? '',
      origin: new URL(url).origin,
    },
    body: JSON.stringify({ method: 'articles.list', input: { view: { kind: 'all' } } }),
  });
  const answer = (await response.json()) as { value: { rows: unknown[] } };
  if (answer.value.rows.length !== 60) throw new Error('the list did not come');
  const took = performance.now() - started;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  return took;
}

async function benchSize(size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  try {
    const root = join(folder, 'library');
    const ids = await seedLibrary(root, size, 600);
    out(`\n## ${size} articles`);
    let host = await open(root);
    out(`index built at            ${Math.round(await waitForIndex(host, size))} articles/s`);

    const edits = await timed(300, (i) =>
      call(host, 'articles.setFlags', { ids: [ids[(i * 7919) % ids.length] ?? ''], flags: { starred: i % 2 === 0 } }),
    );
    out(`edit (star, durable)      p50 ${ms(percentile(edits, 0.5))}   p95 ${ms(percentile(edits, 0.95))}`);
    const tagged = await timed(100, (i) => call(host, 'articles.tag', { ids: [ids[(i * 104_729) % ids.length] ?? ''], add: ['bench'] }));
    out(`edit (tag, durable)       p50 ${ms(percentile(tagged, 0.5))}   p95 ${ms(percentile(tagged, 0.95))}`);

    const queries: [string, (i: number) => string][] = [
      ['one common word', (i) => wordOf('en', i % 5)],
      ['one rarer word', (i) => wordOf('en', 500 + i * 13)],
      ['three words', (i) => [3, 20, 60].map((rank) => wordOf('en', rank + i)).join(' ')],
      ['phrase', (i) => `"${wordOf('tr', i % 9)} ${wordOf('tr', (i + 1) % 9)}"`],
      ['prefix', (i) => wordOf('ru', 200 + i).slice(0, 4)],
      ['with a filter', (i) => `${wordOf('en', i % 20)} tag:topic-${i % 20} is:unread`],
      ['Japanese', (i) => ['東京', '新聞', '図書', '世界経済', '文化'][i % 5] ?? ''],
    ];
    for (const [name, query] of queries) {
      const took = await timed(60, async (i) => {
        const list = await call(host, 'articles.list', { view: { kind: 'everything' }, query: query(i), limit: 20 });
        await call(host, 'articles.snippets', { query: query(i), ids: list.rows.map((row) => row.id) });
      });
      out(`search, ${name.padEnd(17)} p50 ${ms(percentile(took, 0.5))}   p95 ${ms(percentile(took, 0.95))}   (20 hits with snippets)`);
    }
    await host.close();
    const starts = await timed(5, () => startUp(root));
    // `timed` also counts stopping; startUp's own figure does not.
    const rows = [];
    for (let i = 0; i < 5; i++) rows.push(await startUp(root));
    out(
      `start-up to 60 rows       median ${ms(percentile(rows, 0.5))} (process start included; ${ms(percentile(starts, 0.5))} with stopping)`,
    );
    host = await open(root);
    const saving = await measureSaving(host, Number(values.pages));
    out(`saving (3 images a page)  ${saving.toFixed(1)} articles/s`);
    await host.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

out(
  `Offprint bench: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
);
for (const size of sizes) await benchSize(size);
