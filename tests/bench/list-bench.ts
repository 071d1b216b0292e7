import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { seedLibrary } from './seed-library.ts';

/**
 * How the window feels with a long list: from the start of the page until rows are painted, from the press of `j` until the next row is
 * painted as the current one, frames while the list scrolls, and how long after a star the sidebar's count follows.
 * `node tests/bench/list-bench.ts [--rows 100000] [--words 60] [--keys 120]` after a build; prints one JSON document, times in milliseconds.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    words: { type: 'string', default: '60' },
    keys: { type: 'string', default: '120' },
  },
});
const CLI = fileURLToPath(new URL('../../dist/headless/cli.cjs', import.meta.url));
const STARS = 12;
const FRAMES = 300;

const quantile = (list: readonly number[], part: number): number => {
  const sorted = list.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 10) / 10;
};
const told = (list: readonly number[]) => ({ count: list.length, median: quantile(list, 0.5), p95: quantile(list, 0.95) });

/** What is watched: the row the keyboard is on, or the line of the starred articles in the sidebar. */
type Watched = 'cursor' | 'starred';

/** Milliseconds from a key press until a frame is painted that shows something else there. */
async function untilPainted(page: Page, key: string, watched: Watched): Promise<number> {
  const measured = page.evaluate(
    (what) =>
      new Promise<number>((resolve) => {
        const read = (): string | undefined =>
          what === 'cursor'
            ? document.querySelector('[data-cursor]')?.id
            : [...document.querySelectorAll('[role=treeitem]')].find((row) => row.textContent.startsWith('Starred'))?.textContent;
        const before = read();
        document.addEventListener(
          'keydown',
          () => {
            const start = performance.now();
            const look = (): void => {
              if (read() === before) return void requestAnimationFrame(look);
              // A message sent from a frame comes after that frame is painted.
              const painted = new MessageChannel();
              painted.port1.onmessage = () => resolve(performance.now() - start);
              painted.port2.postMessage(null);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      }),
    watched,
  );
  await page.evaluate(() => undefined);
  await page.keyboard.press(key);
  return measured;
}

/** Lengths of the frames while the list moves by most of a screen each. */
async function scroll(page: Page): Promise<number[]> {
  return page.evaluate(
    (most) =>
      new Promise<number[]>((resolve) => {
        const list = document.querySelector('[data-article-list]');
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          frames.push(now - last);
          last = now;
          if (!list || frames.length > most) return resolve(frames.slice(1));
          list.scrollTop += 160;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    FRAMES,
  );
}

/** Milliseconds from the beginning of the page until the first row is painted. */
async function firstPaint(page: Page, url: string): Promise<number> {
  await page.addInitScript(() => {
    const look = (): void => {
      if (!document.querySelector('[role=option]')) return void requestAnimationFrame(look);
      const painted = new MessageChannel();
      painted.port1.onmessage = () => performance.mark('rows');
      painted.port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  await page.waitForFunction(() => performance.getEntriesByName('rows').length > 0);
  return page.evaluate(() => performance.getEntriesByName('rows')[0]?.startTime ?? 0);
}

const folder = await mkdtemp(join(tmpdir(), 'offprint-list-bench-'));
const library = join(folder, 'library');
try {
  await seedLibrary(library, Number(values.rows), Number(values.words));
  const server = spawn(process.execPath, [CLI, 'serve', '--no-open', '--library', library], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve((JSON.parse(line) as { url: string }).url);
    });
  });
  const browser = await chromium.launch({
    executablePath: process.env['OFFPRINT_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(url);
  // The index of a seeded library is built first.
  const total = Number(values.rows);
  await page.waitForFunction((all) => document.querySelector('[role=option]')?.getAttribute('aria-setsize') === String(all), total, {
    timeout: 3_600_000,
    polling: 1000,
  });
  const paints: number[] = [];
  for (let round = 0; round < 5; round++) {
    const fresh = await context.newPage();
    paints.push(await firstPaint(fresh, page.url()));
    await fresh.close();
  }
  await page.keyboard.press('j');
  const keys: number[] = [];
  for (let at = 0; at < Number(values.keys); at++) keys.push(await untilPainted(page, 'j', 'cursor'));
  const stars: number[] = [];
  for (let at = 0; at < STARS; at++) {
    stars.push(await untilPainted(page, 's', 'starred'));
    await untilPainted(page, 'j', 'cursor');
  }
  const frames = await scroll(page);
  console.log(
    JSON.stringify({ rows: total, firstPaint: told(paints), keyToPaint: told(keys), countAfterStar: told(stars), scroll: told(frames) }),
  );
  await browser.close();
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
} finally {
  await rm(folder, { recursive: true, force: true });
}
