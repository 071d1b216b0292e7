import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createExtractor, type Extractor } from '../../../electron/adapters/capture/extractor.ts';
import { toCallError } from '../../../electron/core/errors.ts';
import { startWebServer } from '../../helpers/web-server.ts';
import { createCaptureBench, WORKER } from './capture-bench.ts';

const PARAGRAPH = '<p>The mill by the river turns again, and the people who brought it back to life are glad of it.</p>';
const page = (body: string): { html: string; address: string } => ({
  html: `<!doctype html><html><body><article>${body}</article></body></html>`,
  address: 'https://example.com/mill',
});
const never = new AbortController().signal;

let extractor: Extractor;
const folders: string[] = [];
afterEach(async () => {
  await extractor.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the extraction worker', () => {
  it('takes pages in turn and gives each its own answer', async () => {
    extractor = createExtractor({ workerPath: WORKER });
    extractor.warm();
    const answers = await Promise.all(
      [1, 2, 3].map((n) => extractor.extract(page(`${PARAGRAPH.repeat(5)}<p>This is number ${String(n)} of the pages.</p>`), never)),
    );
    expect(answers.map(({ text }) => /number (\d)/.exec(text)?.[1])).toEqual(['1', '2', '3']);
  });

  it('stops at once when the person cancels, and takes the next page', async () => {
    extractor = createExtractor({ workerPath: WORKER });
    await extractor.extract(page(PARAGRAPH.repeat(5)), never);
    const abort = new AbortController();
    const long = extractor.extract(page(PARAGRAPH.repeat(10_000)), abort.signal);
    // The page is on its way to the worker when the queue has had its turn.
    await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    expect(toCallError(await long.catch((error: unknown) => error)).code).toBe('cancelled');
    expect((await extractor.extract(page(PARAGRAPH.repeat(5)), never)).text).toContain('The mill');
  });

  it('is replaced when it dies', async () => {
    extractor = createExtractor({ workerPath: WORKER, timeLimit: 1 });
    const error = await extractor.extract(page(PARAGRAPH.repeat(2000)), never).catch((thrown: unknown) => toCallError(thrown));
    expect(error).toMatchObject({ code: 'page-too-complex' });
  });

  it('is not needed any more after closing', async () => {
    extractor = createExtractor({ workerPath: WORKER });
    await extractor.close();
    await expect(extractor.extract(page(PARAGRAPH), never)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('keeps the text of a page with more elements than it can take apart', async () => {
    extractor = createExtractor({ workerPath: WORKER });
    const {
      extractor: how,
      text,
      degraded,
    } = await extractor.extract(page(`${'<nav><a href="/x">x</a></nav>'.repeat(20_000)}${PARAGRAPH.repeat(8)}`), never);
    expect(how).toBe('plain');
    expect(degraded).toContain('too complex');
    expect(text.split('\n')).toHaveLength(8);
  });

  it('reads text-size controls and the date beside them off a page', async () => {
    extractor = createExtractor({ workerPath: WORKER });
    const tools =
      '<div class="bar">date 2023-03-09 <button>+</button><button>↺</button><button>−</button><span>16 px</span></div><p>A+ A-</p><ul><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li><li><a href="#">WhatsApp</a></li></ul>';
    const { text, removed } = await extractor.extract(
      page(`${tools}${PARAGRAPH.repeat(8)}<p>On Facebook and Twitter, nobody spoke of 16 px.</p>`),
      never,
    );
    expect(text).not.toMatch(/A\+|↺|WhatsApp|2023/);
    expect(text).toContain('On Facebook and Twitter, nobody spoke of 16 px.');
    expect(removed.join(' ')).toContain('date 2023-03-09 +↺−16 px');
  });
});

/** The product's worker, but the first try of every page goes wrong in the way of `fault` (a statement; `m` is the request). */
function faultyWorker(fault: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-worker-'));
  folders.push(folder);
  const file = join(folder, 'faulty.cjs');
  writeFileSync(
    file,
    `const { parentPort } = require('node:worker_threads');
const on = parentPort.on.bind(parentPort);
parentPort.on = (name, listener) => on(name, (m) => { if (!m.plain) { ${fault} } else listener(m); });
require(${JSON.stringify(WORKER)});`,
  );
  return file;
}

describe('an extraction that goes wrong', () => {
  const FAULTS: readonly (readonly [string, string, RegExp])[] = [
    [
      'fails',
      "parentPort.postMessage({ id: m.id, ok: false, message: 'TypeError: no such node' });",
      /failed because of a fault in Offprint/,
    ],
    ['never ends', 'for (;;);', /stopped because it took too long/],
    ['ends its worker', 'process.exit(1);', /more memory than it may have/],
  ];
  it.each(FAULTS)('keeps the plain text and tells why, where it %s', async (_, fault, reason) => {
    extractor = createExtractor({ workerPath: faultyWorker(fault), timeLimit: 5000 });
    const found = await extractor.extract(page(PARAGRAPH.repeat(8)), never);
    expect(found.extractor).toBe('plain');
    expect(found.text.split('\n')).toHaveLength(8);
    expect(found.degraded).toMatch(/^Taking the page apart .*, so only its plain text was kept\.$/);
    expect(found.degraded).toMatch(reason);
    expect(found.explain.map(({ text }) => text)).toEqual(fault.includes('TypeError') ? ['TypeError: no such node'] : []);
  });

  it('is told in the receipt, with how the text was found', async () => {
    const server = await startWebServer({ '/mill': page(PARAGRAPH.repeat(8)).html });
    const bench = createCaptureBench(undefined, faultyWorker("parentPort.postMessage({ id: m.id, ok: false, message: 'boom' });"));
    const { receipt } = await bench.save({ kind: 'url', url: server.url('/mill') });
    await bench.close();
    await server.close();
    expect(receipt.extractor).toBe('plain');
    expect(receipt.status).toBe('partial');
    const step = receipt.steps.find(({ name }) => name === 'extract');
    expect(step?.note).toMatch(/^Found with plain\. Taking the page apart failed/);
    expect(step?.explain).toEqual([{ kept: false, text: 'boom', why: 'the fault that stopped the extraction' }]);
  });
});
