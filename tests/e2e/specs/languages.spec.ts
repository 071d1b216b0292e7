import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { Window } from '../pages/window.ts';

/** Chooses a language as a person does, and closes the settings. */
async function speak(page: Page, language: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('option', { name: language, exact: true }).click();
  await expect(page.locator('html')).not.toHaveAttribute('lang', /^en/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('Azerbaijani has its own dates, numbers and relative words, which the browser does not know', async ({ page, app }) => {
  await new Window(page).open(app.url);
  await speak(page, 'Azərbaycanca');
  const said = await page.evaluate(() => {
    const date = new Date(2026, 10, 24, 15, 5);
    const relative = new Intl.RelativeTimeFormat('az', { numeric: 'auto' });
    return {
      long: new Intl.DateTimeFormat('az', { dateStyle: 'long', timeStyle: 'short' }).format(date),
      full: new Intl.DateTimeFormat(['az-Latn-AZ'], { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(date),
      short: new Intl.DateTimeFormat('az', { day: 'numeric', month: 'short' }).format(date),
      weekday: new Intl.DateTimeFormat('az', { weekday: 'short' }).format(date),
      numbers: [new Intl.NumberFormat('az').format(12_345.6), new Intl.NumberFormat('az', { style: 'percent' }).format(0.12)],
      relative: [relative.format(-1, 'day'), relative.format(-0, 'minute'), relative.format(-5, 'minutes'), relative.format(2, 'day')],
      sorted: ['dal', 'çay', 'cam'].sort(new Intl.Collator('az').compare),
      // Every other language stays the browser's.
      english: [new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(date), Intl.NumberFormat('de').format(1234.5)],
    };
  });
  expect(said).toEqual({
    long: '24 noyabr 2026 15:05',
    full: '24 noyabr 2026, çərşənbə axşamı',
    short: '24 noy',
    weekday: 'Ç.A.',
    numbers: ['12.345,6', '12%'],
    relative: ['dünən', 'bu dəqiqə', '5 dəqiqə öncə', '2 gün ərzində'],
    sorted: ['cam', 'çay', 'dal'],
    english: ['November 24, 2026', '1.234,5'],
  });
});
