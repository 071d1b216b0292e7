import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';

/**
 * How long it takes from the press of a key until an article's text is painted, a very long one included, and how even scrolling that one
 * is. `node tests/bench/reader-bench.ts` after a build; prints one JSON document, times in milliseconds.
 */
const ARTICLES = 24;
const LONG_WORDS = 200_000;
const ROUNDS = 2;
const cli = fileURLToPath(new URL('../../dist/headless/cli.cjs', import.meta.url));
const SENTENCE = 'The keeper wrote down every storm that came over the reef, and the harbour read her book when the winter was long. ';

function html(title: string, words: number): string {
  const perSentence = SENTENCE.split(' ').length - 1;
  const paragraphs = Math.ceil(words / (perSentence * 5));
  const body = Array.from({ length: paragraphs }, (_, at) => `<p>${at + 1}. ${SENTENCE.repeat(5)}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
}

async function offprint(...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`offprint ${args[0]} ended with ${code}`);
}

/** Milliseconds from a key press to the frame after the next article's text stands in the document. */
async function openNext(page: Page, key: string): Promise<{ title: string; ms: number }> {
  const measured = page.evaluate(
    () =>
      new Promise<{ title: string; ms: number }>((resolve) => {
        const before = document.title;
        document.addEventListener(
          'keydown',
          () => {
            const start = performance.now();
            const look = (): void => {
              const article = document.querySelector('iframe')?.contentDocument?.getElementById('article');
              if (document.title === before || !article?.firstElementChild) requestAnimationFrame(look);
              // The frame that has the text, painted.
              else requestAnimationFrame(() => setTimeout(() => resolve({ title: document.title, ms: performance.now() - start }), 0));
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      }),
  );
  await page.evaluate(() => undefined);
  await page.keyboard.press(key);
  return measured;
}

const quantile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;
};

async function scroll(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const scroller = document.querySelector('iframe')?.parentElement;
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          if (!scroller || frames.length > 240) return resolve(frames.slice(1));
          scroller.scrollTop += 60;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'offprint-reader-bench-'));
const library = join(folder, 'library');
try {
  const files: string[] = [];
  for (let at = 0; at < ARTICLES; at++) {
    const file = join(folder, `${at}.html`);
    await writeFile(file, at === ARTICLES / 2 ? html('The long one', LONG_WORDS) : html(`Article ${at}`, 1200));
    files.push(file);
  }
  await offprint('add', ...files, '--library', library);
  const server = spawn(process.execPath, [cli, 'serve', '--no-open', '--library', library], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve((JSON.parse(line) as { url: string }).url);
    });
  });
  const browser = await chromium.launch({
    executablePath: process.env['OFFPRINT_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(url);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('j');
  await page.locator('iframe').waitFor();
  const opened: { title: string; ms: number }[] = [];
  let frames: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 1; at < ARTICLES; at++) {
      const one = await openNext(page, round % 2 === 0 ? 'j' : 'k');
      opened.push(one);
      if (frames.length === 0 && one.title.startsWith('The long one')) frames = await scroll(page);
    }
  }
  const times = opened.map(({ ms }) => ms);
  const long = opened.filter(({ title }) => title.startsWith('The long one')).map(({ ms }) => ms);
  console.log(
    JSON.stringify({
      open: { count: times.length, median: quantile(times, 0.5), p95: quantile(times, 0.95) },
      openLong: { words: LONG_WORDS, ms: long.map((ms) => Math.round(ms * 10) / 10) },
      scrollLong: { frames: frames.length, median: quantile(frames, 0.5), p95: quantile(frames, 0.95) },
    }),
  );
  await browser.close();
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
} finally {
  await rm(folder, { recursive: true, force: true });
}
