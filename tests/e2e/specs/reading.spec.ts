import type { WebServer } from '../../helpers/web-server.ts';
import { expect, test } from '../app.ts';
import { startNewsSite } from '../news-site.ts';
import { Window } from '../pages/window.ts';

let site: WebServer;
test.beforeEach(async () => {
  site = await startNewsSite();
});
test.afterEach(() => site.close());

test('the text is as large as the person wants, now and after a restart of the window', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse`);
  await window.read('The lighthouse keeps its keeper');
  const size = () =>
    window.article
      .locator('p')
      .first()
      .evaluate((p) => getComputedStyle(p).fontSize);
  const control = page.getByRole('group', { name: 'Text size' });
  expect(await size()).toBe('18px');
  await control.getByRole('button', { name: 'Larger text' }).click();
  await page.keyboard.press('Control+=');
  await expect(control.getByText('20 px')).toBeVisible();
  await expect.poll(size).toBe('20px');

  await page.reload();
  await window.read('The lighthouse keeps its keeper');
  await expect.poll(size).toBe('20px');
  await page.keyboard.press('Control+0');
  await expect.poll(size).toBe('18px');
});

test('a theme reaches the article, and stays', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse`);
  await window.read('The lighthouse keeps its keeper');
  const background = () =>
    window.article.locator('body').evaluate((body) => getComputedStyle(body.ownerDocument.documentElement).getPropertyValue('--bg').trim());
  const seen = new Set<string>();
  for (const theme of ['Light', 'Sepia', 'Dark', 'Black']) {
    await page.keyboard.press('Control+,');
    await page.getByRole('radiogroup', { name: 'Theme' }).getByText(theme, { exact: true }).click();
    await page.keyboard.press('Escape');
    await expect(page.locator(`html[data-theme="${theme.toLowerCase()}"]`)).toBeAttached();
    await expect.poll(async () => seen.has(await background())).toBe(false);
    seen.add(await background());
  }
  await page.reload();
  await expect(page.locator('html[data-theme="black"]')).toBeAttached();
});

test('reading goes on where it stopped', async ({ page, app }) => {
  const window = new Window(page);
  await page.setViewportSize({ width: 1280, height: 500 });
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse\n${site.origin}/bosphorus`);
  await window.read('The lighthouse keeps its keeper');
  const tenth = window.article.getByText(/^Paragraph 10\./);
  await expect(tenth).not.toBeInViewport();
  const saved = page.waitForResponse(
    (response) => response.url().endsWith('/rpc') && (response.request().postData() ?? '').includes('articles.setPosition'),
  );
  await tenth.scrollIntoViewIfNeeded();
  await expect(tenth).toBeInViewport();
  await saved;
  await window.read('Boğaz’da sisli bir sabah');
  await page.reload();
  await window.read('The lighthouse keeps its keeper');
  await expect(tenth).toBeInViewport();
});

test('a title, a source and a date are corrected by hand, and found by the new words', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse`);
  await window.read('The lighthouse keeps its keeper');
  await page.keyboard.press('Shift+E');
  const dialog = page.getByRole('dialog', { name: 'Edit details' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Ten more years of light');
  await dialog.getByRole('textbox', { name: 'Source' }).fill('Harbour Gazette');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Ten more years of light' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('site:harbour ten more');
  await expect(window.row('Ten more years of light')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { level: 1, name: 'The lighthouse keeps its keeper' })).toBeVisible();
});

test('a file that is dropped on the window is saved', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const text = `A letter from the island\n\n${'The ferry came late and brought the papers of three days at once. '.repeat(12)}`;
    transfer.items.add(new File([text], 'letter.txt', { type: 'text/plain' }));
    return transfer;
  });
  for (const type of ['dragenter', 'dragover', 'drop']) await page.locator('main').dispatchEvent(type, { dataTransfer: data });
  const dialog = page.getByRole('dialog', { name: 'Add article' });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.row('A letter from the island')).toBeVisible();
});

test('the same address again is offered as the article that is there', async ({ page, app }) => {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse`);
  await expect(window.row('The lighthouse')).toBeVisible();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add article' });
  await dialog.getByRole('textbox').first().fill(`${site.origin}/lighthouse?utm_source=mail`);
  await expect(dialog.getByText(/in your library/)).toBeVisible();
  await dialog.getByRole('button', { name: /Open/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The lighthouse keeps its keeper' })).toBeVisible();
});
