import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import type { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { openIndexReader, openIndexWriter } from '../../electron/adapters/index/open-index.ts';
import { textFromContent } from '../../electron/adapters/index/read-text.ts';
import type { ArticleRecord } from '../../electron/core/domain/records.ts';
import type { IndexDocument, IndexReader } from '../../electron/core/ports.ts';
import { QUERY_KINDS } from './engines/engine.ts';
import { percentile } from './measure.ts';
import { asOffprint, queryOf } from './queries.ts';
import { seedLibrary } from './seed-library.ts';

/**
 * The index alone, without threads, in milliseconds of CPU (which hardly depends on what else the machine does). `--do seed` writes a
 * library, `--do rebuild` its index, `--do search` asks for 20 hits with snippets, `--do size` says what takes the room.
 * `node tests/bench/index-bench.ts --root DIR --do rebuild [--size 100000]`
 */
const { values } = parseArgs({
  options: {
    root: { type: 'string', default: '/tmp/offprint-index-bench' },
    do: { type: 'string', default: 'search' },
    size: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '60' },
    kind: { type: 'string' },
  },
});
const { root } = values;
const out = (text: string) => process.stdout.write(`${text}\n`);
const BATCH = 16;

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function* documents(most: number): Generator<IndexDocument> {
  let left = most;
  const tagTable = (JSON.parse(body(join(root, 'library.json'))) as { tags: Record<string, { id: string; name: string }> }).tags;
  const text = textFromContent(root);
  for (const file of readdirSync(join(root, 'articles')).sort()) {
    const segment = JSON.parse(body(join(root, 'articles', file))) as { articles: Record<string, ArticleRecord> };
    for (const record of Object.values(segment.articles)) {
      if (left-- <= 0) return;
      const tags = record.tags.map((id) => ({ id, name: tagTable[id]?.name ?? id }));
      yield { record, tags, collections: [], collectionIds: [], text: text(record.id) };
    }
  }
}

function body(file: string): string {
  return readFileSync(file, 'utf8');
}

async function rebuild(): Promise<void> {
  const writer = await openIndexWriter({ root });
  await writer.apply({ seq: 0, upsert: [], remove: [...(await writer.ids())], names: { tags: [], collections: [] } });
  let count = 0;
  let spent = 0;
  let batch: IndexDocument[] = [];
  const each: number[] = [];
  const flush = async () => {
    const before = cpu();
    await writer.apply({ seq: 1, upsert: batch, remove: [], names: null });
    const took = cpu() - before;
    spent += took;
    count += batch.length;
    each.push(took / batch.length);
    batch = [];
    if (count % 10_000 < BATCH) process.stderr.write(`${count} ${Math.round((count / spent) * 1000)}/s\n`);
  };
  for (const document of documents(Number(values.size))) if (batch.push(document) === BATCH) await flush();
  if (batch.length > 0) await flush();
  const before = cpu();
  await writer.close();
  spent += cpu() - before;
  const bytes = statSync(join(root, 'cache/index.db')).size;
  out(
    `${count} articles: ${Math.round((count / spent) * 1000)}/s of CPU, ${(bytes / 1e6).toFixed(0)} MB, an article p50 ${percentile(each, 0.5).toFixed(2)} p95 ${percentile(each, 0.95).toFixed(2)} ms, RSS ${mb(process.memoryUsage().rss)}`,
  );
}

async function search(): Promise<void> {
  const readText = textFromContent(root);
  const reader: IndexReader = await openIndexReader({ root, readText });
  for (const kind of QUERY_KINDS.filter((one) => values.kind === undefined || one === values.kind)) {
    const lists: number[] = [];
    const snippets: number[] = [];
    const both: number[] = [];
    let cold = 0;
    let total = 0;
    for (let i = -1; i < Number(values.rounds); i++) {
      const query = asOffprint(queryOf(kind, i < 0 ? 60 : i));
      const started = cpu();
      const list = reader.list({ view: { kind: 'everything' }, query, keep: [], offset: 0, limit: 20 });
      const listed = cpu();
      reader.snippets(
        query,
        list.rows.map(({ id }) => id),
      );
      const done = cpu();
      if (i < 0) {
        cold = done - started;
        continue;
      }
      total += list.total;
      lists.push(listed - started);
      snippets.push(done - listed);
      both.push(done - started);
    }
    const show = (all: number[]) => `${percentile(all, 0.5).toFixed(1)}/${percentile(all, 0.95).toFixed(1)}`;
    out(
      `${kind.padEnd(12)} p50/p95 ${show(both).padEnd(11)} list ${show(lists).padEnd(11)} snippets ${show(snippets).padEnd(11)} first ${cold.toFixed(1).padEnd(6)} hits ${Math.round(total / both.length)}`,
    );
  }
  out(`RSS ${mb(process.memoryUsage().rss)}`);
  reader.close();
}

const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** Bytes of each table and index; needs a `sqlite3` with dbstat, which Node's has. */
function size(): void {
  const { DatabaseSync: Database } = createRequire(import.meta.url)('node:sqlite') as { DatabaseSync: typeof DatabaseSync };
  const database = new Database(join(root, 'cache/index.db'), { readOnly: true });
  const rows = database.prepare('select name, sum(pgsize) as bytes from dbstat group by name order by bytes desc').all();
  for (const row of rows)
    if (Number(row['bytes']) > 100_000) out(`${String(row['name']).padEnd(24)} ${(Number(row['bytes']) / 1e6).toFixed(1)} MB`);
  database.close();
}

if (values.do === 'seed') await seedLibrary(root, Number(values.size), 600);
else if (values.do === 'rebuild') await rebuild();
else if (values.do === 'size') size();
else await search();
