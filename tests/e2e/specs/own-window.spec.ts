import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';
import { expect, test, type RunningApp } from '../app.ts';
import { Window } from '../pages/window.ts';

const story = (lang: string, title: string, sentence: string): string =>
  `<!doctype html><html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${title}</title></head>
<body><article><h1>${title}</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(8)}</article></body></html>`;
const KEEPER = 'The keeper of the lighthouse';
const ARABIC = 'كتاب العواصف في الميناء';

let site: WebServer;
test.beforeEach(async () => {
  site = await startWebServer({
    '/keeper': story(
      'en',
      KEEPER,
      'She wrote down every storm that came over the reef, and the harbour read her book when the winter was long. ',
    ),
    '/arabic': story('ar', ARABIC, 'كتبت الحارسة كل عاصفة مرت فوق الشعاب المرجانية وقرأ أهل الميناء كتابها في الشتاء الطويل. '),
  });
});
test.afterEach(() => site.close());

async function open(page: Page, app: RunningApp, title: string): Promise<Window> {
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/keeper\n${site.origin}/arabic`);
  await expect(window.list.getByRole('option')).toHaveCount(2);
  await window.read(title);
  return window;
}

/** Opens an article in a window of its own, by its key. */
async function ownWindow(page: Page, app: RunningApp, title: string): Promise<{ window: Window; own: Page }> {
  const window = await open(page, app, title);
  const [own] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Shift+O')]);
  await expect(own.frameLocator('iframe').locator('p').first()).toBeVisible();
  return { window, own };
}

const filling = (page: Page): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);

test('an article in a window of its own has its title, its keys, find and highlights, and closing it returns', async ({ page, app }) => {
  const { window, own } = await ownWindow(page, app, KEEPER);
  await expect(own).toHaveTitle(`${KEEPER} — Offprint`);
  await expect(own.getByRole('main')).toBeVisible();
  await expect(own.getByRole('listbox')).toHaveCount(0);
  await expect(own.getByRole('tree')).toHaveCount(0);

  // Its keys act here, and the window of the library hears of it.
  await own.keyboard.press('s');
  await expect(own.getByRole('button', { name: 'Star', pressed: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Star', pressed: true })).toBeVisible();
  await own.keyboard.press('Control+f');
  await own.getByRole('textbox', { name: 'Find in article' }).fill('the');
  await expect(own.getByText(/^1 of \d+/)).toBeVisible();
  await own.keyboard.press('Escape');

  await own.keyboard.press('h');
  await own.keyboard.press('h');
  await expect(own.frameLocator('iframe').locator('mark.highlight').first()).toBeVisible();
  await expect(window.article.locator('mark.highlight').first()).toBeVisible();

  const closed = own.waitForEvent('close');
  await own.keyboard.press('Control+w').catch(() => undefined);
  await closed;
  await expect(window.list).toBeVisible();
});

test('the window of an article opens from the palette, too', async ({ page, app }) => {
  await open(page, app, KEEPER);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Command, collection/ }).fill('window of its own');
  const [own] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
  await expect(own.frameLocator('iframe').locator('p').first()).toBeVisible();
  await own.close();
});

test('full screen shows the article alone, and Escape brings the window back as it was', async ({ page, app }) => {
  const window = await open(page, app, KEEPER);
  await page.keyboard.press('F11');
  await expect.poll(() => filling(page)).toBe(true);
  await expect(window.list).toBeHidden();
  await expect(window.tree).toBeHidden();
  await expect(window.article.locator('p').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(() => filling(page)).toBe(false);
  await expect(window.list).toBeVisible();
  await expect(window.tree).toBeVisible();

  // Who read in focus mode before, does so afterwards.
  await page.keyboard.press('f');
  await expect(window.list).toBeHidden();
  await page.keyboard.press('F11');
  await expect.poll(() => filling(page)).toBe(true);
  await page.keyboard.press('F11');
  await expect.poll(() => filling(page)).toBe(false);
  await expect(window.list).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(window.list).toBeVisible();
});

test('the window of an article can be read by everyone, in light, in dark and from right to left', async ({ page, app }) => {
  const { own } = await ownWindow(page, app, ARABIC);
  for (const colorScheme of ['light', 'dark'] as const) {
    await own.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(own.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const { violations } = await new AxeBuilder({ page: own }).setLegacyMode(true).exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
  await expect(own.frameLocator('iframe').locator('#article')).toHaveAttribute('dir', 'rtl');
  await own.close();
});
