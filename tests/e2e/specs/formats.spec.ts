import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paragraph, pdf } from '../../helpers/pdf.ts';
import { expect, test } from '../app.ts';
import { Window } from '../pages/window.ts';

const REPORT = pdf({
  info: { Title: 'The state of the dykes', Author: 'Ada Dijk', CreationDate: "D:20230309101500+01'00'" },
  lang: 'en',
  pages: [
    [
      { text: 'The state of the dykes', y: 780, size: 24 },
      ...paragraph(
        [
          'Every winter the water board walks the whole length of the dykes and writes',
          'down what it sees: the molehills, the cracks, and the bare places.',
        ],
        { top: 740 },
      ),
    ],
    paragraph(['The work begins in April and ends before the storms of autumn.']),
  ],
});

test('a PDF is read by pages, found by its words, and its file opens', async ({ page, app, foreignRequests }) => {
  const window = new Window(page);
  await window.open(app.url);
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add article' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles({ name: 'dykes.pdf', mimeType: 'application/pdf', buffer: REPORT });
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await window.read('The state of the dykes');
  await expect(window.article.getByRole('heading', { name: 'Page 2' })).toBeVisible();
  await expect(window.article.getByText('writes down what it sees')).toBeVisible();

  await page.keyboard.press('/');
  await window.search.fill('molehills');
  await expect(window.list.getByRole('option')).toHaveCount(1);

  // A browser without a viewer downloads a PDF: either way these are its bytes.
  const asked = page.context().waitForEvent('request', (request) => request.url().includes('/original/'));
  await page.getByRole('button', { name: 'Open the original PDF' }).click();
  const original = await page.request.get((await asked).url());
  expect(original.headers()['content-type']).toBe('application/pdf');
  expect(Buffer.compare(await original.body(), REPORT)).toBe(0);
  expect(foreignRequests).toEqual([]);
  expect(await app.command('verify')).toMatchObject({ code: 0, json: { ok: true } });
});

test('a selection is pasted as an article, and a watched folder is saved', async ({ page, app }) => {
  const inbox = await mkdtemp(join(tmpdir(), 'offprint-inbox-'));
  const window = new Window(page);
  await window.open(app.url);

  await test.step('paste a selection', async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'Low water. The gauge fell again on Monday, to forty centimetres.');
      data.setData(
        'text/html',
        '<h1>Low water</h1><p>The <a href="https://river.example/">gauge</a> fell again on Monday, to forty centimetres.</p>',
      );
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    const dialog = page.getByRole('dialog', { name: 'Add article' });
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await window.read('Low water');
    await expect(window.article.getByRole('link', { name: 'gauge' })).toBeVisible();
  });

  await test.step('watch a folder', async () => {
    await writeFile(join(inbox, 'dykes.pdf'), REPORT);
    await writeFile(join(inbox, 'broken.pdf'), '%PDF-1.7 and no more');
    await page.keyboard.press('Control+,');
    const settings = page.getByRole('dialog', { name: 'Settings' });
    await settings.getByRole('tab', { name: 'Library' }).click();
    await settings.getByRole('textbox', { name: 'Folder on this computer' }).fill(inbox);
    await settings.getByRole('button', { name: 'Watch this folder' }).click();
    await expect(settings.getByText('1 file saved since Offprint was started')).toBeVisible({ timeout: 20_000 });
    await expect(settings.getByText('“broken.pdf” is a PDF that is damaged')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(window.row('The state of the dykes')).toBeVisible();
  });
  await rm(inbox, { recursive: true, force: true });
});
