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
 * is: `open` by someone who looks at each article for a moment, `openAtOnce` by someone who presses the next key as soon as text is there.
 * `node tests/bench/reader-bench.ts [CLI…]` after a build; prints one JSON document for each command line (`dist/headless/cli.cjs`), in
 * turns over the same library, so that two builds can be compared on one machine. Times in milliseconds.
 */
const ARTICLES = 24;
const LONG_WORDS = 200_000;
const ROUNDS = 2;
/** How long someone looks at an article before the next key. */
const LOOK_MS = 400;
const clis = process.argv.length > 2 ? process.argv.slice(2) : [fileURLToPath(new URL('../../dist/headless/cli.cjs', import.meta.url))];
const SENTENCE = 'The keeper wrote down every storm that came over the reef, and the harbour read her book when the winter was long. ';

function html(title: string, words: number): string {
  const perSentence = SENTENCE.split(' ').length - 1;
  const paragraphs = Math.ceil(words / (perSentence * 5));
  const body = Array.from({ length: paragraphs }, (_, at) => `<p>${at + 1}. ${SENTENCE.repeat(5)}</p>`).join('\n');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
}

async function offprint(cli: string, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`offprint ${args[0]} ended with ${code}`);
}

/** Milliseconds from a key press until the frame that has the next article's text is painted. */
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
              else {
                // A message sent from a frame comes after that frame is painted.
                const painted = new MessageChannel();
                painted.port1.onmessage = () => resolve({ title: document.title, ms: performance.now() - start });
                painted.port2.postMessage(null);
              }
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

interface Figures {
  open: { title: string; ms: number }[];
  openAtOnce: { title: string; ms: number }[];
  frames: number[];
}

async function measure(cli: string, library: string, into: Figures): Promise<void> {
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
  for (const [key, look] of [
    ['j', LOOK_MS],
    ['k', 0],
  ] as const) {
    for (let at = 1; at < ARTICLES; at++) {
      await page.waitForTimeout(look);
      const one = await openNext(page, key);
      (look > 0 ? into.open : into.openAtOnce).push(one);
      if (look > 0 && one.title.startsWith('The long one')) into.frames.push(...(await scroll(page)));
    }
  }
  await browser.close();
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
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
  await offprint(clis[0] ?? '', 'add', ...files, '--library', library);
  const figures = new Map<string, Figures>(clis.map((cli) => [cli, { open: [], openAtOnce: [], frames: [] }]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [cli, into] of figures) await measure(cli, library, into);
  }
  for (const [cli, { open, openAtOnce, frames }] of figures) {
    const times = (list: readonly { ms: number }[]): { count: number; median: number; p95: number } => {
      const ms = list.map((one) => one.ms);
      return { count: ms.length, median: quantile(ms, 0.5), p95: quantile(ms, 0.95) };
    };
    const long = [...open, ...openAtOnce].filter(({ title }) => title.startsWith('The long one'));
    console.log(
      JSON.stringify({
        ...(clis.length > 1 && { cli }),
        open: times(open),
        openAtOnce: times(openAtOnce),
        openLong: { words: LONG_WORDS, ms: long.map(({ ms }) => Math.round(ms * 10) / 10) },
        scrollLong: { frames: frames.length, median: quantile(frames, 0.5), p95: quantile(frames, 0.95) },
      }),
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
