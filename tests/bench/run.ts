import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ENGINES } from './engines/index.ts';
import { installPeers, versionOf } from './engines/peers.ts';
import type { Quality } from './quality.ts';
import { growth, judge, qualityTable, tables, type EngineResult, type Measured, type Own, type SizeResult } from './results.ts';

const here = import.meta.dirname;
// What ships is measured: the bundled threads.
process.env['OFFPRINT_WORKERS'] ??= fileURLToPath(new URL('../../dist/workers', import.meta.url));
const PACKAGES: Readonly<Record<string, string>> = {
  lowdb: 'lowdb',
  minisearch: 'minisearch',
  flexsearch: 'flexsearch',
  orama: '@orama/orama',
};
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    engines: { type: 'string', default: Object.keys(ENGINES).join(',') },
    pages: { type: 'string', default: '120' },
    /** Minutes that one engine may take to build, or to be measured. */
    patience: { type: 'string', default: '10' },
    /** Compares ratios, ends with 1 where one does not hold, and leaves RESULTS.md as it is. */
    check: { type: 'boolean', default: false },
    out: { type: 'string', default: join(here, 'RESULTS.md') },
  },
});
const sizes = values.sizes.split(',').map(Number);
const names = values.engines.split(',');
const out = (text: string) => process.stdout.write(`${text}\n`);

/** The last line a child printed, or the sentence that says why there is none. */
async function child<T>(script: string, args: readonly string[]): Promise<{ value: T } | { failed: string }> {
  const running = spawn(process.execPath, ['--max-old-space-size=12000', join(here, script), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaint = '';
  running.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  running.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4000)));
  const limit = setTimeout(() => running.kill('SIGKILL'), Number(values.patience) * 60_000);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => running.once('close', (c, s) => resolve([c, s])));
  clearTimeout(limit);
  if (signal === 'SIGKILL') return { failed: `stopped after ${values.patience} minutes` };
  const last = printed.trim().split('\n').at(-1) ?? '';
  if (code === 0 && last.startsWith('{')) return { value: JSON.parse(last) as T };
  const why = /(RangeError|Error|FATAL ERROR): .*/.exec(complaint)?.[0] ?? `ended with ${code ?? signal}`;
  return { failed: why.slice(0, 160) };
}

async function measure(name: string, size: number): Promise<{ result: EngineResult; own: Own | null }> {
  const engine = ENGINES[name];
  if (!engine) throw new Error(`The bench has no engine called ${name}: it has ${Object.keys(ENGINES).join(', ')}.`);
  const version = name === 'sqlite' ? (process.versions['sqlite'] ?? '') : PACKAGES[name] ? versionOf(PACKAGES[name]) : 'this checkout';
  const root = await mkdtemp(join(tmpdir(), `offprint-bench-${name}-`));
  const common = ['--engine', name, '--size', String(size), '--root', root];
  try {
    const build = await child<{ buildMs: number; buildPeak: number }>('engine.child.ts', [...common, '--do', 'build']);
    const empty = { label: engine.label, version, build: null, measured: null, quality: null };
    if ('failed' in build) return { result: { ...empty, failed: `building: ${build.failed}` }, own: null };
    const measured = await child<Measured>('engine.child.ts', [...common, '--do', 'measure']);
    const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-quality-'));
    const quality = await child<{ quality: Quality | null }>('engine.child.ts', [
      '--engine',
      name,
      '--size',
      '1',
      '--root',
      folder,
      '--do',
      'quality',
    ]);
    await rm(folder, { recursive: true, force: true });
    const own =
      name === 'offprint' ? await child<Own>('own.child.ts', ['--size', String(size), '--root', root, '--pages', values.pages]) : null;
    const failures = [measured, quality, own].flatMap((answer) => (answer && 'failed' in answer ? [answer.failed] : []));
    return {
      result: {
        ...empty,
        build: build.value,
        measured: 'value' in measured ? measured.value : null,
        quality: 'value' in quality ? quality.value.quality : null,
        failed: failures[0] ?? null,
      },
      own: own && 'value' in own ? own.value : null,
    };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

if (names.some((name) => name in PACKAGES && name !== 'lowdb')) installPeers();
const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}, SQLite ${process.versions['sqlite'] ?? ''}`;
out(`Offprint bench: ${machine}`);
const results: SizeResult[] = [];
for (const size of sizes) {
  const engines: Record<string, EngineResult> = {};
  let own: Own | null = null;
  for (const name of names) {
    process.stderr.write(`${size} articles: ${name} …\n`);
    const answer = await measure(name, size);
    engines[name] = answer.result;
    own = answer.own ?? own;
  }
  const result = { size, engines, own };
  results.push(result);
  out(`\n${tables(result)}`);
}
const quality = qualityTable(Object.values(results[0]?.engines ?? {}));
out(`\n${growth(results)}\n\n${quality}`);
if (values.check) {
  const problems = judge(results);
  out(problems.length === 0 ? '\nEvery ratio holds.' : `\n${problems.map((problem) => `✘ ${problem}`).join('\n')}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} else {
  const versions = Object.values(results[0]?.engines ?? {}).map(({ label, version }) => `${label} ${version}`);
  await writeFile(
    values.out,
    [
      '# Results of the bench',
      '',
      `Written by \`npm run bench\`, one run: ${machine}. ${versions.join('; ')}.`,
      '',
      'About 600 words and 3 images an article, made-up words in several scripts, the same for every engine. A search is 20 hits; Offprint and SQLite also cut snippets. Each engine runs in a process of its own. “—” = it has no such thing.',
      '',
      [...results.map(tables), growth(results), quality].join('\n\n'),
      '',
    ].join('\n'),
  );
  out(`\nWritten to ${values.out}`);
}
