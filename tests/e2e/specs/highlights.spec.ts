import type { Page } from '@playwright/test';
import type { WebServer } from '../../helpers/web-server.ts';
import { expect, test } from '../app.ts';
import { startNewsSite } from '../news-site.ts';
import { Window } from '../pages/window.ts';

let site: WebServer;
test.beforeEach(async () => {
  site = await startNewsSite();
});
test.afterEach(() => site.close());

const TITLE = 'The lighthouse keeps its keeper';

/** Selects words of the article with the mouse's own result: a selection, and the button let go. */
async function select(window: Window, words: string): Promise<void> {
  await window.article.locator('#article').evaluate((article, wanted) => {
    const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at < 0) continue;
      article.ownerDocument.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`The article does not say “${wanted}”.`);
  }, words);
}

async function open(page: Page, url: string): Promise<Window> {
  const window = new Window(page);
  await window.open(url);
  await window.add(`${site.origin}/lighthouse`);
  await window.read(TITLE);
  return window;
}

test('words are highlighted, noted, found again after a restart, listed, and taken back', async ({ page, app }) => {
  const window = await open(page, app.url);
  await select(window, 'another ten years');
  await page.getByRole('toolbar', { name: 'Selected text' }).getByRole('button', { name: 'Highlight in green' }).click();
  const mark = window.article.locator('mark.highlight');
  await expect(mark).toHaveText('another ten years');
  await expect(mark).toHaveAttribute('data-color', 'green');

  await window.article.getByRole('button', { name: /^Green highlight: another ten years/ }).press('Enter');
  const editor = page.getByRole('dialog', { name: 'Highlight', exact: true });
  await editor.getByRole('textbox', { name: 'Note' }).fill('Who decided?');
  await page.keyboard.press('Escape');
  await expect(editor).toBeHidden();
  await expect(window.article.getByRole('button', { name: /Note: Who decided\?/ })).toBeVisible();

  await page.reload();
  await window.read(TITLE);
  await expect(mark).toHaveText('another ten years');

  await page.getByRole('button', { name: 'Highlights', exact: true }).click();
  const entry = page.getByRole('button', { name: /Green highlight in The lighthouse/ });
  await expect(entry).toContainText('Who decided?');
  await page.getByRole('searchbox', { name: 'Search highlights and notes' }).fill('nothing like it');
  await expect(page.getByText('Nothing fits')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search highlights and notes' }).fill('decided');
  await entry.click();
  await expect(mark).toBeInViewport();

  const printed = await app.command('highlights');
  expect(printed.json).toMatchObject({ total: 1, highlights: [{ exact: 'another ten years', note: 'Who decided?', color: 'green' }] });

  await window.article.getByRole('button', { name: /^Green highlight/ }).press('Enter');
  await editor.getByRole('button', { name: 'Remove' }).click();
  await expect(mark).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(mark).toHaveText('another ten years');
});

test('sentences are chosen and highlighted by keyboard alone, and said', async ({ page, app }) => {
  const window = await open(page, app.url);
  await window.article.locator('#article').waitFor();
  await page.keyboard.press('F6');
  await page.keyboard.press('h');
  await expect(page.getByText(/H highlights it/)).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('h');
  await expect(page.getByText(/^Highlighted in yellow/)).toBeAttached();
  await expect(window.article.locator('mark.highlight').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(window.article.locator('mark.highlight')).toHaveCount(0);
});
