import { closeSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../../electron/core/capture/charset.ts';
import { detectCharset } from '../../electron/adapters/capture/charset-detector.ts';
import { createExtractor, type Extractor } from '../../electron/adapters/capture/extractor.ts';
import { FILE_BASE } from '../../electron/adapters/capture/extract-protocol.ts';
import { readMetadata } from '../../electron/adapters/capture/read-page.ts';
import { truncationSigns } from '../../electron/core/capture/truncation.ts';
import { languageOf } from '../../electron/core/capture/language.ts';
import { ensureBuilt, PROJECT } from '../helpers/built.ts';

/**
 * `npm run eval:extract -- --corpora DIR --out FILE`: the product's own extraction (the built worker, its limits) over DIR/extract/<corpus>/truth.json,
 * one JSON line a page: `{ corpus, id, text, title, byline, published, ms, error }`. `ms` is processor time of one page, decoding and hand-over
 * included, so that a busy machine does not change it.
 */
const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    out: { type: 'string' },
    /** Comma-separated names; all of them where it is not given. */
    only: { type: 'string' },
    /** Every Nth page; 1 = all. */
    every: { type: 'string', default: '1' },
    /** First page of those, 0-based. */
    from: { type: 'string', default: '0' },
  },
});

interface Page {
  readonly file: string;
  readonly url?: string;
}
interface Line {
  readonly corpus: string;
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  /** Processor time, milliseconds. */
  readonly ms: number;
  readonly extractor: string | null;
  readonly truncation: readonly string[];
  readonly error?: string;
}

async function evaluate(extractor: Extractor, folder: string, corpus: string, id: string, page: Page): Promise<Line> {
  const bytes = gunzipSync(readFileSync(join(folder, page.file)));
  const before = process.cpuUsage();
  const spent = (): number => {
    const { user, system } = process.cpuUsage(before);
    return Math.round((user + system) / 100) / 10;
  };
  try {
    const { text: html } = decodeBytes(bytes, { contentType: null, detect: detectCharset });
    const found = await extractor.extract({ html, address: page.url ?? FILE_BASE }, new AbortController().signal);
    const { title, byline, publishedAt, languages } = readMetadata(found, page.url ?? found.facts.savedFrom);
    const ms = spent();
    const truncation = truncationSigns(found.facts, found.prose, languageOf(languages, found.text));
    return { corpus, id, text: found.prose, title, byline, published: publishedAt, ms, extractor: found.extractor, truncation };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      corpus,
      id,
      text: '',
      title: null,
      byline: null,
      published: null,
      ms: spent(),
      extractor: null,
      truncation: [],
      error: message,
    };
  }
}

async function run(corpora: string, out: string): Promise<void> {
  await ensureBuilt();
  const extractor = createExtractor({ workerPath: join(PROJECT, 'dist/workers/extract.worker.cjs') });
  const file = openSync(out, 'w');
  const only = values.only?.split(',');
  const root = join(corpora, 'extract');
  try {
    for (const corpus of readdirSync(root).sort()) {
      if (only !== undefined && !only.includes(corpus)) continue;
      const folder = join(root, corpus);
      const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<string, Page>;
      let done = 0;
      for (const [index, [id, page]] of Object.entries(truth).entries()) {
        if (index % Number(values.every) !== Number(values.from) % Number(values.every)) continue;
        writeSync(file, `${JSON.stringify(await evaluate(extractor, folder, corpus, id, page))}\n`);
        done++;
      }
      process.stderr.write(`${corpus}: ${String(done)} pages\n`);
    }
  } finally {
    closeSync(file);
    await extractor.close();
  }
}

if (values.corpora === undefined || values.out === undefined) {
  process.stderr.write('usage: npm run eval:extract -- --corpora DIR --out FILE [--only NAME,NAME] [--every N] [--from K]\n');
  process.exitCode = 2;
} else await run(values.corpora, values.out);
