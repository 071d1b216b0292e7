import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WebServer } from '../../helpers/web-server.ts';
import { expect, test } from '../app.ts';
import { startNewsSite } from '../news-site.ts';
import { Window } from '../pages/window.ts';

test.describe('Library health', () => {
  let site: WebServer;
  test.beforeEach(async () => {
    site = await startNewsSite();
  });
  test.afterEach(() => site.close());

  test('a backup brings back what was changed since, and the state before it too', async ({ page, app }) => {
    const window = new Window(page);
    await window.open(app.url);
    await window.add(`${site.origin}/lighthouse`);
    await window.read('The lighthouse keeps its keeper');
    await page.keyboard.press('s');
    await expect(window.node('Starred')).toContainText('1');

    const health = page.getByRole('dialog', { name: 'Library health' });
    const openHealth = async (): Promise<void> => {
      await page.keyboard.press('Control+,');
      const settings = page.getByRole('dialog', { name: 'Settings' });
      await settings.getByRole('tab', { name: 'Library' }).click();
      await settings.getByRole('button', { name: 'Open Library health' }).click();
      await expect(health).toBeVisible();
    };
    await openHealth();
    await health.getByRole('button', { name: 'Make a backup now' }).click();
    await expect(health.getByText('A backup was made and read back.')).toBeVisible();
    await page.keyboard.press('Escape');

    await window.row('The lighthouse keeps its keeper').click();
    await page.keyboard.press('s');
    await expect(window.node('Starred')).not.toContainText('1');

    await openHealth();
    const restore = health.getByRole('button', { name: /^Restore the backup of/ });
    await expect(restore).toHaveCount(1);
    await restore.click();
    await page.getByRole('button', { name: 'Back up and restore' }).click();
    await expect(health.getByText(/1 article was put back/)).toBeVisible();
    await expect(restore).toHaveCount(2);
    await expect(health.getByText(/Before a restore/)).toBeVisible();

    await restore.first().click();
    await page.getByRole('button', { name: 'Back up and restore' }).click();
    await expect(restore).toHaveCount(3);
    await page.keyboard.press('Escape');
    await expect(health).toBeHidden();
    await expect(window.node('Starred')).not.toContainText('1');
  });

  test('an image that went bad on the disk is found, and saving again heals it', async ({ page, app }) => {
    const window = new Window(page);
    await window.open(app.url);
    await window.add(`${site.origin}/lighthouse`);
    await window.read('The lighthouse keeps its keeper');
    const images = join(app.library, 'images');
    for (const folder of await readdir(images)) {
      for (const name of await readdir(join(images, folder))) await writeFile(join(images, folder, name), 'not an image any more');
    }
    await page.keyboard.press('Control+,');
    await page.getByRole('tab', { name: 'Library' }).click();
    await page.getByRole('button', { name: 'Open Library health' }).click();
    const health = page.getByRole('dialog', { name: 'Library health' });
    await health.getByRole('button', { name: 'Check now' }).click();
    await expect(health.getByText(/^\d+ files? (is|are) missing or damaged\./)).toBeVisible();
    const ofLighthouse = health
      .getByRole('list', { name: 'Damaged files' })
      .getByRole('listitem')
      .filter({ hasText: 'The lighthouse keeps' });
    await expect(ofLighthouse.first()).toContainText('images/');
    const others = await health.getByRole('list', { name: 'Damaged files' }).getByRole('listitem').count();
    await ofLighthouse.first().getByRole('button', { name: 'Save again' }).click();
    await expect(health.getByText(/^Saving again/)).toBeVisible();
    await expect(async () => {
      await health.getByRole('button', { name: 'Check now' }).click();
      await expect(health.getByRole('progressbar')).toHaveCount(0);
      await expect(ofLighthouse).toHaveCount(0, { timeout: 1000 });
    }).toPass();
    expect(others).toBeGreaterThan(0);
  });
});
