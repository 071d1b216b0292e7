import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ENGINES } from './engines/index.ts';
import { QUERY_KINDS, type BenchArticle, type OpenEngine } from './engines/engine.ts';
import { generateArticles } from './generate.ts';
import { percentile, timed } from './measure.ts';
import { qualityOf } from './quality.ts';
import { queryOf } from './queries.ts';
import type { Measured } from './results.ts';

/**
 * One engine at one size in a process of its own, so that its memory is its own. `--do build` makes the library in `--root`; `--do
 * measure` opens it and prints what it measured as the last line, in JSON. Times are milliseconds, sizes bytes.
 */
const { values } = parseArgs({
  options: { engine: { type: 'string' }, size: { type: 'string' }, root: { type: 'string' }, do: { type: 'string' } },
});
const engine = ENGINES[values.engine ?? ''];
const size = Number(values.size);
const root = values.root ?? '';
if (!engine || !size || root === '') throw new Error('wants --engine, --size, --root and --do');
const EDITS = 120;
const SEARCHES = 60;
const BULK = 5000;

if (values.do === 'build') {
  const started = performance.now();
  await engine.build(root, articles(size), size);
  print({ buildMs: performance.now() - started, buildPeak: process.resourceUsage().maxRSS * 1024 });
} else if (values.do === 'quality') {
  print({ quality: engine.quality === null ? null : await qualityOf(engine.quality, root) });
} else {
  const started = performance.now();
  const open = await engine.open(root);
  const rows = await open.firstRows?.();
  if (rows !== undefined && rows !== Math.min(60, size)) throw new Error(`${rows} rows came first`);
  const openMs = performance.now() - started;
  const rssOpen = process.memoryUsage().rss;
  const search = await searches(open);
  const edit = open.edit && (await edits(open, size));
  const bulkMs = open.bulk && (await bulk(open, Math.min(BULK, size)));
  print({
    openMs,
    rssOpen,
    search,
    edit: edit ?? null,
    bulkMs: bulkMs ?? null,
    rss: process.memoryUsage().rss,
    peak: process.resourceUsage().maxRSS * 1024,
    disk: sizeOf(root),
  });
  await open.close();
}

async function edits(open: OpenEngine, count: number): Promise<{ p50: number; p95: number }> {
  const took = await timed(count > 20_000 && values.engine === 'lowdb' ? 12 : EDITS, (i) => open.edit?.((i * 7919) % count, i % 2 === 0));
  return { p50: percentile(took, 0.5), p95: percentile(took, 0.95) };
}

async function bulk(open: OpenEngine, count: number): Promise<number> {
  const indexes = Array.from({ length: count }, (_, i) => (i * 17) % size);
  const took = await timed(4, (i) => open.bulk?.([...new Set(indexes)], i % 2 === 0));
  return percentile(took, 0.5);
}

/** The first query of each class is cold for that class; it is timed apart. */
async function searches(open: OpenEngine): Promise<Measured['search']> {
  const result: NonNullable<Measured['search']> = {};
  if (!open.search) return null;
  for (const kind of QUERY_KINDS) {
    const started = performance.now();
    const first = await open.search(queryOf(kind, SEARCHES));
    const cold = performance.now() - started;
    if (first === null) continue;
    let hits = 0;
    const took = await timed(SEARCHES, async (i) => (hits += (await open.search?.(queryOf(kind, i))) ?? 0));
    result[kind] = { cold, p50: percentile(took, 0.5), p95: percentile(took, 0.95), hits };
  }
  return result;
}

function* articles(count: number): Generator<BenchArticle> {
  let index = 0;
  for (const article of generateArticles(count, 600)) {
    yield { ...article, index, read: index % 3 === 0 };
    index++;
  }
}

function sizeOf(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    // A journal may be folded in meanwhile.
    if (entry.isFile()) sum += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0;
  return sum;
}

function print(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
