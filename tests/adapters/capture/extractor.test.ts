import { afterEach, describe, expect, it } from 'vitest';
import { createExtractor, type Extractor } from '../../../electron/adapters/capture/extractor.ts';
import { toCallError } from '../../../electron/core/errors.ts';
import { WORKER } from './capture-bench.ts';

const PARAGRAPH = '<p>The mill by the river turns again, and the people who brought it back to life are glad of it.</p>';
const page = (body: string): { html: string; address: string } => ({
  html: `<!doctype html><html><body><article>${body}</article></body></html>`,
  address: 'https://example.com/mill',
});
const never = new AbortController().signal;

let extractor: Extractor;
afterEach(() => extractor.close());

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
