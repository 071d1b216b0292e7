import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { createPdfReader } from '../../../electron/adapters/capture/formats/pdf/pdf-reader.ts';
import { ensureBuilt } from '../../helpers/built.ts';
import { withDisplay } from '../../helpers/display.ts';
import { runtime, startElectron } from '../../helpers/electron-app.ts';

const SENTENCE = 'The keeper wrote down every storm that came over the reef, and the harbour read her book when the winter was long. ';
const STORY = `<!doctype html><html lang="en"><head><title>A book of storms</title></head><body><article><h1>A book of storms</h1>
${Array.from({ length: 60 }, (_, at) => `<p>Paragraph ${at + 1}. ${SENTENCE.repeat(4)}</p>`).join('')}
<p>And these are <a href="https://example.org/tables">the tables</a> she left. Here it ends.</p></article></body></html>`;

test.skip(runtime === null, 'No Electron on this machine.');
test.describe.configure({ mode: 'serial' });

let folder: string;
let app: ElectronApplication;
let page: Page;
const cleanups: (() => Promise<void> | void)[] = [];

const choose = (id: string): Promise<void> =>
  app.evaluate(({ Menu }, item) => void Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'offprint-reader-desktop-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  const display = await withDisplay();
  cleanups.push(display.close);
  await writeFile(join(folder, 'storms.html'), STORY);
  const start = { library: join(folder, 'library'), env: display.env, args: [join(folder, 'storms.html')] };
  ({ app, page } = await startElectron(runtime?.program ?? '', start));
  cleanups.push(() => app.close());
  await page.getByRole('option').filter({ hasText: 'A book of storms' }).click();
  await expect(page.frameLocator('iframe').getByText('Here it ends.')).toBeAttached();
});
test.afterAll(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

test('saves an article as a PDF of several pages, with its text, its title and the addresses of its links', async () => {
  const path = join(folder, 'storms.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    const asked = ((globalThis as { asked?: unknown[] }).asked = [] as unknown[]);
    dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath: string }) => {
      asked.push(options.defaultPath);
      return { canceled: false, filePath };
    }) as unknown as typeof dialog.showSaveDialog;
  }, path);
  await choose('reader.savePdf');
  await expect(page.getByText('Saved as a PDF.')).toBeVisible({ timeout: 30_000 });
  expect(await app.evaluate(() => (globalThis as { asked?: string[] }).asked?.[0])).toMatch(/A book of storms\.pdf$/);
  // What was put up for the printer is gone.
  await expect(page.locator('#print')).toHaveCount(0);

  const bytes = await readFile(path);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const reader = createPdfReader({ workerPath: new URL('../../../dist/workers/pdf.worker.cjs', import.meta.url).pathname });
  const { pages } = await reader.read(new Uint8Array(bytes), 'storms.pdf', new AbortController().signal);
  await reader.close();
  expect(pages.length).toBeGreaterThan(2);
  const text = JSON.stringify(pages).replace(/\s+/g, ' ');
  for (const part of ['A book of storms', 'Paragraph 1.', 'Paragraph 31.', 'Here it ends.', 'https://example.org/tables']) {
    expect(text).toContain(part);
  }
  // The article, and nothing of the window around it.
  for (const part of ['Add a tag', 'Unread', 'Article list']) expect(text).not.toContain(part);
});

test('writes nothing where the person names no place', async () => {
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  const saved = await page.evaluate(() =>
    (window as unknown as { offprint: { call(method: string, input: unknown): Promise<unknown> } }).offprint.call('app.savePdf', {
      name: 'x',
    }),
  );
  expect(saved).toEqual({ ok: true, value: { saved: false } });
});

test('says so where the place cannot be written', async () => {
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    join(folder, 'no such folder', 'x.pdf'),
  );
  await choose('reader.savePdf');
  await expect(page.getByText('The PDF was not saved: nothing may be written there. Choose another place.')).toBeVisible();
});

test('opens an article in a window of its own from the menu, once, and returns when it is closed', async () => {
  const [own] = await Promise.all([app.waitForEvent('window'), choose('article.openWindow')]);
  await expect(own.frameLocator('iframe').locator('p').first()).toBeVisible();
  await expect(own).toHaveTitle('A book of storms — Offprint');
  expect(own.url()).toMatch(/^app:\/\/offprint\/\?article=[0-9a-z]{12}$/);
  // It calls the core, and hears what changed in the other window.
  await own.bringToFront();
  await own.keyboard.press('s');
  await expect(own.getByRole('button', { name: 'Star', pressed: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Star', pressed: true })).toBeVisible();
  await page.getByRole('button', { name: 'Star', pressed: true }).click();
  await expect(own.getByRole('button', { name: 'Star', pressed: false })).toBeVisible();

  // Asked for again, the same window comes.
  await page.evaluate(() =>
    (window as unknown as { offprint: { call(method: string, input: unknown): Promise<unknown> } }).offprint.call('app.openArticle', {
      id: /* the one that is open */ document.querySelector('[role=option][aria-selected=true]')?.id.replace('article-', ''),
    }),
  );
  expect(app.windows()).toHaveLength(2);

  const closed = own.waitForEvent('close');
  // The key may find its window gone before it is up again.
  await own.keyboard.press('Control+w').catch(() => undefined);
  await closed;
  expect(app.windows()).toHaveLength(1);
  await expect(page.getByRole('listbox')).toBeVisible();
});

test('reads in full screen from the menu, and Escape returns', async () => {
  await choose('reader.fullScreen');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);
  await expect(page.getByRole('listbox')).toBeVisible();
});
