import { expect, startApp, test } from '../app.ts';
import { startNewsSite } from '../news-site.ts';
import { Window } from '../pages/window.ts';

test('a story is saved, read without a network, tagged, collected and found again', async ({ page, app, foreignRequests }) => {
  const site = await startNewsSite();
  const window = new Window(page);
  await window.open(app.url);

  await test.step('save two addresses at once', async () => {
    await window.add(`${site.origin}/lighthouse\n${site.origin}/bosphorus`);
    await expect(window.row('The lighthouse keeps its keeper')).toBeVisible();
    await expect(window.row('Boğaz’da sisli bir sabah')).toBeVisible();
    const asked = site.requests.map((request) => request.path);
    expect(asked).toContain('/images/lighthouse.png');
    expect(asked).not.toContain('/tracker');
    expect(asked).not.toContain('/pixel.gif');
  });

  await site.close();
  const askedWhileOnline = site.requests.length;

  await test.step('read it with the site gone', async () => {
    await window.read('The lighthouse keeps its keeper');
    await expect(window.article.getByText('Visitors climbed the hundred and twelve steps').first()).toBeVisible();
    await expect(window.article.getByText('Subscribe to our newsletter')).toHaveCount(0);
    const image = window.article.getByAltText('The lighthouse at dusk');
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(0);
    await expect(page.getByText(/^Complete: text and 1 of 1 image/)).toBeVisible();
  });

  await test.step('tag it', async () => {
    await page.keyboard.press('t');
    const dialog = page.getByRole('dialog', { name: 'Tags' });
    await dialog.getByRole('textbox', { name: 'Find or make a tag' }).fill('harbour');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(window.node('harbour')).toBeVisible();
  });

  await test.step('collect it', async () => {
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'Collections' });
    await dialog.getByRole('textbox', { name: 'Find or make a collection' }).fill('To keep');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(window.node('To keep')).toBeVisible();
    await window.node('To keep').click();
    await expect(window.list.getByRole('option')).toHaveCount(1);
  });

  await test.step('find it, in any spelling', async () => {
    await window.node('All').click();
    await page.keyboard.press('/');
    await window.search.fill('istanbul');
    await expect(window.row('Boğaz’da sisli bir sabah')).toBeVisible();
    await expect(window.list.getByRole('option')).toHaveCount(1);
    await window.search.fill('tag:harbour keeper');
    await expect(window.row('The lighthouse keeps its keeper')).toBeVisible();
    await expect(window.list.getByRole('option')).toHaveCount(1);
    await window.search.fill('nothinglikethis');
    await expect(window.list.getByRole('option')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(window.list.getByRole('option')).toHaveCount(2);
  });

  expect(foreignRequests).toEqual([]);
  expect(site.requests.length).toBe(askedWhileOnline);
});

test('what was done is there after a restart, and the command line sees the same library', async ({ page, library }) => {
  const site = await startNewsSite();
  const first = await startApp(library);
  const window = new Window(page);
  await window.open(first.url);
  await window.add(`${site.origin}/lighthouse`);
  await window.read('The lighthouse keeps its keeper');
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: /Star/, pressed: true })).toBeVisible();
  // The button shows it at once; the count comes from the library, which has it then.
  await expect(window.node('Starred')).toContainText('1 article');

  // The window holds the library: the command hands its work over.
  const tagged = await first.command('list', 'is:starred');
  expect(tagged.code).toBe(0);
  const { articles } = tagged.json as { articles: { id: string; title: string }[] };
  expect(articles.map((article) => article.title)).toEqual(['The lighthouse keeps its keeper']);
  expect((await first.command('tag', articles[0]?.id ?? '', '+from-the-command-line')).code).toBe(0);
  await expect(window.node('from-the-command-line')).toBeVisible();
  await first.stop();
  await site.close();

  const second = await startApp(library);
  await window.open(second.url);
  await window.node('Starred').click();
  await expect(window.row('The lighthouse keeps its keeper')).toBeVisible();
  expect((await second.command('verify')).json).toMatchObject({ ok: true, problems: [] });
  await second.stop();
});

test('deleting goes to the trash, and undo brings it back', async ({ page, app }) => {
  const site = await startNewsSite();
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/lighthouse`);
  await window.row('The lighthouse').click();
  await page.keyboard.press('Delete');
  await expect(window.row('The lighthouse')).toHaveCount(0);
  await window.node('Trash').click();
  await expect(window.row('The lighthouse')).toBeVisible();
  await window.node('All').click();
  await page.keyboard.press('Control+z');
  await expect(window.row('The lighthouse')).toBeVisible();
  await site.close();
});

test('a page that cannot be saved says why, and can be tried again', async ({ page, app }) => {
  const site = await startNewsSite();
  const window = new Window(page);
  await window.open(app.url);
  await window.add(`${site.origin}/not-there`);
  await expect(page.getByText(/could not be saved/).first()).toBeVisible();
  await page.getByRole('button', { name: /could not be saved/ }).click();
  await expect(page.getByText(/404/).first()).toBeVisible();
  const before = site.requests.length;
  await page
    .getByRole('button', { name: /Try again|Retry/ })
    .first()
    .click();
  await expect.poll(() => site.requests.length).toBeGreaterThan(before);
  await site.close();
});
