import { png } from '../../helpers/images.ts';
import { startWebServer } from '../../helpers/web-server.ts';
import { HOSTILE } from '../../adapters/capture/hostile.table.ts';
import { expect, test } from '../app.ts';
import { Window } from '../pages/window.ts';

const WORDS =
  'The ferry came late and brought the papers of three days at once, and nobody on the quay could say which of the stories in them were still true by then. ';

/** Ordinary pieces: what articles are made of, with addresses of the listening server wherever an address may stand. */
const ORDINARY = (origin: string, at: number): string => `
<figure><img src="${origin}/images/${at}.png" srcset="${origin}/images/${at}-2x.png 2x" alt="The quay"><figcaption>The quay</figcaption></figure>
<p><a href="${origin}/story/${at}" ping="${origin}/ping/${at}">More about it</a> <sup><a href="#n${at}">1</a></sup></p>
<video poster="${origin}/poster/${at}.jpg" src="${origin}/film/${at}.mp4"></video>
<iframe src="${origin}/frame/${at}"></iframe>
<link rel="preconnect" href="${origin}"><link rel="stylesheet" href="${origin}/style/${at}.css">
<ol><li id="n${at}">A note.</li></ol>`;

test('reading asks nobody for anything: 50 articles, hostile and ordinary', async ({ page, app, foreignRequests }) => {
  test.setTimeout(240_000);
  const web = await startWebServer();
  for (let at = 0; at < 50; at++) web.on(`/images/${at}.png`, { type: 'image/png', body: png(40, 30, [90, 120, 140]) });
  const addresses: string[] = [];
  for (let at = 0; at < 50; at++) {
    const hostile = at % 2 === 0 ? (HOSTILE[(at / 2) % HOSTILE.length]?.html ?? '') : '';
    const body =
      hostile.replaceAll(/(?:https?:)?\/\/(?:[a-z-]+\.)*evil\.example/g, web.origin) + (at % 2 === 0 ? '' : ORDINARY(web.origin, at));
    web.on(
      `/page/${at}`,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story number ${at}</title></head><body><article><h1>Story number ${at}</h1><p>${WORDS.repeat(4)}</p>${body}<p>${WORDS.repeat(4)}</p></article></body></html>`,
    );
    addresses.push(web.url(`/page/${at}`));
  }
  const added = await app.command('add', ...addresses);
  expect(added.code, added.stderr).toBe(0);
  expect(web.requests.length, 'saving does fetch images').toBeGreaterThan(0);

  const window = new Window(page);
  await window.open(app.url);
  await expect(window.list.getByRole('option').first()).toBeVisible();
  web.forget();
  const opened = new Set<string>();
  await page.keyboard.press('j');
  for (let at = 0; at < 50; at++) {
    const heading = page.locator('#reader').getByRole('heading', { level: 1 });
    await expect
      .poll(async () => opened.has((await heading.textContent().catch(() => null)) ?? '') || !(await heading.count()))
      .toBe(false);
    opened.add((await heading.textContent()) ?? '');
    await expect(window.article.locator('p').first()).toContainText('The ferry came late');
    // Reading does all of this, too: looking at an image, choosing words, going to the end.
    await window.article.locator('#article').evaluate((article) => article.ownerDocument.getSelection()?.selectAllChildren(article));
    await page.keyboard.press('j');
  }
  expect(opened.size).toBe(50);
  expect(foreignRequests).toEqual([]);
  expect(web.requests.map(({ path }) => path)).toEqual([]);
  await web.close();
});
