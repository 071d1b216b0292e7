import type { WebServer } from '../../helpers/web-server.ts';
import { expect, test } from '../app.ts';
import { startNewsSite } from '../news-site.ts';
import { Window } from '../pages/window.ts';

let site: WebServer;
test.beforeEach(async () => {
  site = await startNewsSite();
});
test.afterEach(() => site.close());

const story = (words: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry timetable</title></head>
<body><article><h1>The ferry timetable</h1>${`<p>The ferry leaves the old harbour ${words}, and comes back before the lamps of the mole are lit, whatever the wind does.</p>`.repeat(6)}</article></body></html>`;

test('a page that changed is saved again from the reader, compared, and put back as it was', async ({ page, app }) => {
  site.on('/ferry', story('every morning'));
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/ferry`);
  await window.read('The ferry timetable');
  const first = window.article.locator('p').first();
  await expect(first).toContainText('every morning');
  await page.getByRole('button', { name: /^Complete/ }).click();
  const actions = page.getByRole('group', { name: 'This article' });
  await expect(actions.getByRole('button', { name: /earlier version/ })).toHaveCount(0);

  site.on('/ferry', story('on Sundays only'));
  await actions.getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByText('The page had changed. The earlier version is kept.').first()).toBeVisible();
  await expect(first).toContainText('on Sundays only');

  await actions.getByRole('button', { name: '1 earlier version…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Earlier versions' });
  await expect(dialog.locator('del').first()).toHaveText('Removed: every End of what was removed.');
  await expect(dialog.locator('ins').first()).toHaveText('Added: on End of what was added.');
  await dialog.getByRole('button', { name: 'Make this the article' }).click();
  await expect(dialog).toBeHidden();
  await expect(first).toContainText('every morning');

  await page.reload();
  await window.read('The ferry timetable');
  await expect(first).toContainText('every morning');
});
