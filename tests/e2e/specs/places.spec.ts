import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, startApp, test } from '../app.ts';
import { Window } from '../pages/window.ts';

test('the library moves from Settings, and what is edited there lasts', async ({ page, library }) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'offprint-moved-')));
  const place = join(folder, 'News');
  process.env['OFFPRINT_CONFIG'] = join(folder, 'config');
  const app = await startApp(library);
  try {
    const window = new Window(page);
    await window.open(app.url);
    await window.add('The bridge opens\n\nThe first people to cross it were the masons who had built it.');
    await expect(window.row('The bridge opens')).toBeVisible();
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('tab', { name: 'Library' }).click();
    await settings.getByRole('button', { name: 'Move…' }).click();
    await settings.getByRole('textbox', { name: /Move the library to this folder/ }).fill(place);
    await settings.getByRole('button', { name: 'Move the library' }).click();
    await expect(settings.getByText(`The library is in ${place} now.`)).toBeVisible();
    await expect(settings.locator('code').filter({ hasText: place })).toBeVisible();
    await settings.getByRole('button', { name: 'Delete the old folder…' }).click();
    await settings.getByRole('button', { name: 'Delete for good' }).click();
    await expect(settings.getByText(/The old folder .* is deleted/)).toBeVisible();
    await page.keyboard.press('Escape');
    await window.read('The bridge opens');
    await page.keyboard.press('s');
    await expect(page.getByRole('button', { name: 'Star', pressed: true })).toBeVisible();
    // The button shows it at once; the count comes from the library, which has it then.
    await expect(window.node('Starred')).toContainText('1 article');
    await app.stop();

    const again = await startApp(place);
    try {
      const { json } = await again.command('list', 'is:starred');
      expect(JSON.stringify(json)).toContain('The bridge opens');
    } finally {
      await again.stop();
    }
  } finally {
    delete process.env['OFFPRINT_CONFIG'];
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
