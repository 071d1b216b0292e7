import AxeBuilder from '@axe-core/playwright';
import { feedSite } from '../../helpers/feed-site.ts';
import { expect, test } from '../app.ts';
import { Window } from '../pages/window.ts';

test('a feed is found, subscribed, read without a network, moved, mended and left', async ({ page, app }) => {
  const site = await feedSite();
  const window = new Window(page);
  await window.open(app.url);
  site.feed('/news.xml', [
    { name: 'ice', title: 'The ice leaves the harbour', date: '2024-05-02T10:00:00Z' },
    { name: 'pilot', title: 'A pilot retires', date: '2024-05-01T10:00:00Z' },
  ]);
  site.feed('/notes.xml', [{ name: 'note', title: 'A short note' }], { title: 'Harbour Notes' });
  site.on('/', {
    body: '<title>Harbour</title><link rel="alternate" type="application/rss+xml" href="/news.xml"><link rel="alternate" type="application/rss+xml" href="/notes.xml">',
  });

  await test.step('find the feeds of a site and choose one', async () => {
    await page.keyboard.press('Shift+A');
    const dialog = page.getByRole('dialog', { name: 'Add feed' });
    await dialog.getByRole('textbox', { name: 'Address of a site or a feed' }).fill(site.origin);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('radio', { name: /Harbour Notes/ })).toBeVisible();
    await expect(dialog.getByRole('radio', { name: /Harbour News/ })).toBeChecked();
    await dialog.getByRole('textbox', { name: 'Folder' }).fill('Ports / North');
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations).toEqual([]);
    await dialog.getByRole('button', { name: 'Subscribe' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('its articles are there, and can be read with the site gone', async () => {
    await expect(window.row('The ice leaves the harbour')).toBeVisible();
    await expect(window.row('A pilot retires')).toBeVisible();
    await expect(window.node('Harbour News')).toContainText('2');
    await expect(window.node('North')).toBeVisible();
    site.on('/stories/ice', { status: 500 });
    await window.read('The ice leaves the harbour');
    await expect(window.article.getByText('Paragraph 6 of The ice leaves the harbour')).toBeVisible();
  });

  await test.step('a refresh brings what is new', async () => {
    site.feed('/news.xml', [
      { name: 'lamp', title: 'A new lamp is lit' },
      { name: 'ice', title: 'The ice leaves the harbour', date: '2024-05-02T10:00:00Z', page: false },
    ]);
    await window.node('Harbour News').click();
    await page.keyboard.press('r');
    await expect(window.row('A new lamp is lit')).toBeVisible();
    await expect(window.list.getByRole('option')).toHaveCount(3);
  });

  await test.step('move it out of its folder with the keyboard', async () => {
    await window.node('Harbour News').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Move out of folders' }).click();
    await expect(window.node('North')).toBeHidden();
    await page.keyboard.press('Control+z');
    await expect(window.node('North')).toBeVisible();
  });

  await test.step('a keep policy shows first what it would remove, and spares a star', async () => {
    await window.row('A pilot retires').click();
    await page.keyboard.press('s');
    await window.node('Harbour News').focus();
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog', { name: 'Feed: Harbour News' });
    await dialog.getByText('The newest', { exact: true }).click();
    await dialog.getByRole('textbox', { name: 'How many articles' }).fill('1');
    await expect(dialog.getByText('1 article would move to the Trash now:')).toBeVisible();
    await expect(dialog.getByText('1 more stays because')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations).toEqual([]);
    await dialog.getByRole('button', { name: 'Save, and move 1 article to Trash' }).click();
    await expect(dialog).toBeHidden();
    await expect(window.list.getByRole('option')).toHaveCount(2);
    await expect(window.row('A pilot retires')).toBeVisible();
  });

  await test.step('a feed that is lost says so, and the site’s new one is taken', async () => {
    site.on('/news.xml', { status: 404 });
    site.feed('/moved.xml', [{ name: 'buoy', title: 'A buoy goes adrift' }]);
    site.on('/', { body: '<link rel="alternate" type="application/rss+xml" href="/moved.xml">' });
    await page.keyboard.press('r');
    await expect(window.node('Harbour News')).toContainText('Cannot be read');
    await window.node('Harbour News').focus();
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog', { name: 'Feed: Harbour News' });
    await expect(dialog.getByText(/404 since .*The site now offers .*moved\.xml/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Use that address' }).click();
    await expect(dialog.getByText(/^Works/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(window.row('A buoy goes adrift')).toBeVisible();
  });

  await test.step('unsubscribe, and think better of it', async () => {
    await window.node('Harbour News').focus();
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(window.node('Harbour News')).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(window.node('Harbour News')).toBeVisible();
  });
  await site.close();
});

test('a list of feeds is dropped, shown with its health, and exported', async ({ page, app }) => {
  const site = await feedSite();
  const window = new Window(page);
  await window.open(app.url);
  site.feed('/a.xml', [{ name: 'a', title: 'From A' }], { title: 'Feed A' });
  const opml = `<opml version="2.0"><body><outline text="Sea"><outline text="Feed A" xmlUrl="${site.origin}/a.xml"/><outline text="Feed B" xmlUrl="${site.origin}/b.xml"/></outline></body></opml>`;
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'mine.opml', { type: 'text/x-opml' }));
    return transfer;
  }, opml);
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  const dialog = page.getByRole('dialog', { name: 'Feeds', exact: true });
  await expect(dialog.getByText('Imported 2 feeds.')).toBeVisible();
  await expect(dialog.getByText(/^404 since/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations).toEqual([]);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export OPML' }).click();
  expect((await download).suggestedFilename()).toBe('feeds.opml');
  await page.keyboard.press('Escape');
  await expect(window.node('Sea')).toBeVisible();
  await window.node('Sea').click();
  await expect(window.row('From A')).toBeVisible();
  await site.close();
});
