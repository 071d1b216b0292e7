import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { WebServer } from '../../helpers/web-server.ts';
import { expect, test } from '../app.ts';
import { startNewsSite } from '../news-site.ts';
import { Window } from '../pages/window.ts';

/**
 * Everything axe finds, as one line each: the rule, and where. The article's frame is left out: axe runs inside what it checks, and no
 * script runs there (the colours of its themes have a test of their own).
 */
async function findings(page: Page, { inPopover = false } = {}): Promise<string[]> {
  // The legacy mode runs in the window itself; the other opens a page of its own, which takes the focus away from an open dialog.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .exclude('iframe')
    .options({ resultTypes: ['violations'] });
  // React Aria puts a hidden Dismiss button beside an open popover's dialog, at the end of the body, outside of every landmark.
  if (inPopover) axe.disableRules(['region']);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(' ')}: ${node.html.slice(0, 160)})`),
  );
}

/** A page with a footnote and an image. */
const NOTED = `<!doctype html><html lang="en"><head><title>A letter with a note</title></head><body><article><h1>A letter with a note</h1>
<p>The ferry came late<sup><a href="#n1" id="r1">1</a></sup> and brought the papers of three days at once.</p>
<figure><img src="/images/lighthouse.png" alt="The lighthouse" width="640" height="400"></figure>
${'<p>She read them all, the oldest first, and answered each letter before the lamp was lit and the evening began.</p>'.repeat(6)}
<ol><li id="n1">The sea had been high since Monday, and the captain waited. <a href="#r1">↩</a></li></ol></article></body></html>`;

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in ${theme}`, () => {
    test.use({ colorScheme: theme });
    let site: WebServer;
    test.beforeEach(async () => {
      site = await startNewsSite();
    });
    test.afterEach(() => site.close());

    test('the first start and every dialog pass axe', async ({ page, app }) => {
      const window = new Window(page);
      await window.open(app.url);
      expect(await findings(page)).toEqual([]);
      const dialogs: [string, string][] = [
        ['Control+n', 'Add article'],
        ['Control+,', 'Settings'],
        ['?', 'Keyboard shortcuts'],
        ['Control+Shift+N', 'New collection'],
        ['Control+k', 'Go to anything'],
        ['Control+Shift+H', 'History'],
      ];
      for (const [keys, name] of dialogs) {
        await page.keyboard.press(keys);
        const dialog = page.getByRole('dialog', { name });
        await expect(dialog).toBeVisible();
        expect(await findings(page), name).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
    });

    test('each page of the settings passes axe', async ({ page, app }) => {
      await new Window(page).open(app.url);
      await page.keyboard.press('Control+,');
      const tabs = page.getByRole('tab');
      await expect(tabs.first()).toBeVisible();
      for (let at = 0; at < (await tabs.count()); at++) {
        await tabs.nth(at).click();
        expect(await findings(page), (await tabs.nth(at).textContent()) ?? '').toEqual([]);
      }
    });

    test('Library health passes axe', async ({ page, app }) => {
      await new Window(page).open(app.url);
      await page.keyboard.press('Control+,');
      await page.getByRole('tab', { name: 'Library' }).click();
      await page.getByRole('button', { name: 'Open Library health' }).click();
      const health = page.getByRole('dialog', { name: 'Library health' });
      await health.getByRole('button', { name: 'Make a backup now' }).click();
      await expect(health.getByText('A backup was made and read back.')).toBeVisible();
      expect(await findings(page)).toEqual([]);
      await health.getByRole('button', { name: /^Restore the backup of/ }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      expect(await findings(page), 'the question before a restore').toEqual([]);
    });

    test('list, reader, receipt, search and the dialogs of an article pass axe', async ({ page, app }) => {
      const window = new Window(page);
      await window.open(app.url);
      await window.add(`${site.origin}/lighthouse\n${site.origin}/bosphorus\n${site.origin}/not-there`);
      await expect(page.getByText(/could not be saved/).first()).toBeVisible();
      await window.read('The lighthouse keeps its keeper');
      expect(await findings(page), 'reader').toEqual([]);
      await page.getByRole('button', { name: /^(Complete|Partial)/ }).click();
      expect(await findings(page), 'receipt').toEqual([]);
      for (const [keys, name] of [
        ['t', 'Tags'],
        ['c', 'Collections'],
        ['Shift+E', 'Edit details'],
      ] as const) {
        await page.keyboard.press(keys);
        await expect(page.getByRole('dialog', { name })).toBeVisible();
        expect(await findings(page), name).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog', { name })).toBeHidden();
      }
      await page.getByRole('button', { name: /could not be saved/ }).click();
      expect(await findings(page, { inPopover: true }), 'jobs').toEqual([]);
      await page.keyboard.press('Escape');
      await window.search.fill('lighthouse OR OR');
      expect(await findings(page), 'search').toEqual([]);
    });

    test('the receipt’s actions and the comparison with an earlier version pass axe', async ({ page, app }) => {
      const story = (words: string) =>
        `<!doctype html><html lang="en"><title>The ferry</title><article><h1>The ferry</h1>${`<p>The ferry leaves the old harbour ${words}, whatever the wind does out there.</p>`.repeat(8)}</article></html>`;
      site.on('/ferry', story('every morning'));
      const window = new Window(page);
      await window.open(app.url);
      await window.add(`${site.origin}/ferry`);
      await window.read('The ferry');
      await page.getByRole('button', { name: /^Complete/ }).click();
      site.on('/ferry', story('on Sundays only'));
      await page.getByRole('button', { name: 'Save again' }).click();
      const versions = page.getByRole('button', { name: '1 earlier version…' });
      await expect(versions).toBeVisible();
      expect(await findings(page), 'receipt').toEqual([]);
      await versions.click();
      const dialog = page.getByRole('dialog', { name: 'Earlier versions' });
      await expect(dialog.locator('ins').first()).toBeVisible();
      expect(await findings(page), 'versions').toEqual([]);
    });

    test('highlights, the lightbox and the popovers of the reader pass axe', async ({ page, app }) => {
      const window = new Window(page);
      const address = `${site.origin}/noted`;
      site.on('/noted', NOTED);
      await window.open(app.url);
      await page.getByRole('button', { name: 'Highlights', exact: true }).click();
      await expect(page.getByText('No highlights yet')).toBeVisible();
      expect(await findings(page), 'no highlights').toEqual([]);
      await window.node('All').click();
      await window.add(address);
      await window.read('A letter with a note');

      await page.keyboard.press('F6');
      await page.keyboard.press('h');
      await page.keyboard.press('h');
      const pin = window.article.getByRole('button', { name: /^Yellow highlight/ });
      await pin.press('Enter');
      await expect(page.getByRole('dialog', { name: 'Highlight', exact: true })).toBeVisible();
      expect(await findings(page, { inPopover: true }), 'editor of a highlight').toEqual([]);
      await page.keyboard.press('Escape');

      for (const [open, name] of [
        [() => page.keyboard.press('Shift+H'), 'Highlights of this article'],
        [() => page.getByRole('button', { name: 'Theme and text' }).click(), 'Theme and text'],
        [() => window.article.getByRole('link', { name: '1' }).first().press('Enter'), 'Note'],
        [() => window.article.getByRole('button', { name: /^Enlarge image/ }).press('Enter'), /^Image/],
      ] as const) {
        await open();
        const dialog = page.getByRole('dialog', { name, exact: true });
        await expect(dialog).toBeVisible();
        expect(await findings(page, { inPopover: true }), String(name)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
      }
      await page.getByRole('button', { name: 'Highlights', exact: true }).click();
      await expect(page.getByRole('button', { name: /Yellow highlight in A letter/ })).toBeVisible();
      expect(await findings(page), 'highlights').toEqual([]);
    });

    for (const [width, height] of [
      [800, 700],
      [400, 800],
      [320, 640],
    ] as const) {
      test(`a window ${width} wide passes axe and needs no sideways scrolling`, async ({ page, app }) => {
        await page.setViewportSize({ width, height });
        await page.goto(app.url);
        await expect(page.getByRole('heading', { name: 'All articles' })).toBeVisible();
        expect(await findings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      });
    }
  });
}
