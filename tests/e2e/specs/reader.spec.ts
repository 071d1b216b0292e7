import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { png } from '../../helpers/images.ts';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';
import { expect, test } from '../app.ts';
import { Window } from '../pages/window.ts';

const FILLER = 'The keeper wrote down each storm that came over the reef, and the harbour read her book when the winter was long and dark.';
const story = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Mina Aksoy"><meta property="article:published_time" content="2026-03-09T08:30:00Z"></head>
<body><article><h1>${title}</h1>${body}${Array.from({ length: 10 }, (_, at) => `<p>Part ${at + 1}. ${FILLER}</p>`).join('')}</article></body></html>`;
const figure = (name: string): string =>
  `<figure><img src="/${name}.png" alt="${name}" width="640" height="400"><figcaption>Seen: ${name}.</figcaption></figure>`;

const ISLAND = (extra: string): string =>
  story(
    'Three pictures of the island',
    `<p>The first sentence stands alone. A second one follows it. The third ends the paragraph.</p>${extra}
${figure('north')}<p>${FILLER}</p>${figure('east')}<p>${FILLER}</p>${figure('south')}`,
  );
const GONE = 'The old ferry timetable was painted on a green door.';

let site: WebServer;
test.beforeEach(async () => {
  site = await startWebServer({
    '/island': ISLAND(`<p>${GONE} ${FILLER}</p>`),
    '/harbour': story('A book in the harbour', `<p>It names the fishing boats of the island. ${FILLER}</p>`),
    '/valley': story('Snow in the valley', `<p>No boat has ever been seen here. ${FILLER}</p>`),
    ...Object.fromEntries(
      ['north', 'east', 'south'].map((name, at) => [`/${name}.png`, { type: 'image/png', body: png(640, 400, [60 + at * 60, 120, 90]) }]),
    ),
  });
});
test.afterEach(() => site.close());

/** A window on a library of the stories at these paths, the first of them open. */
async function open(page: Page, url: string, paths: readonly string[], title: string): Promise<Window> {
  const window = new Window(page);
  await window.open(url);
  await window.add(paths.map((path) => `${site.origin}${path}`).join('\n'));
  await expect(window.list.getByRole('option')).toHaveCount(paths.length);
  await window.read(title);
  return window;
}

/** Selects words of the article, as the mouse does. */
async function select(window: Window, words: string): Promise<void> {
  await window.article.locator('#article').evaluate((article, wanted) => {
    const walker = article.ownerDocument.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted);
      if (at >= 0) return article.ownerDocument.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`The article does not say “${wanted}”.`);
  }, words);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('back and forward go through the articles that were open, and focus mode shows nothing but the text', async ({ page, app }) => {
  const window = await open(page, app.url, ['/island', '/harbour', '/valley'], 'Three pictures of the island');
  await window.read('A book in the harbour');
  await window.read('Snow in the valley');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading(page, 'A book in the harbour')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(heading(page, 'Three pictures of the island')).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(heading(page, 'A book in the harbour')).toBeVisible();

  await page.keyboard.press('f');
  await expect(window.list).toBeHidden();
  await expect(window.tree).toBeHidden();
  await expect(window.article.getByText('It names the fishing boats')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.list).toBeVisible();
  await expect(window.tree).toBeVisible();
});

test('selected words are copied with their source, and looked up in the library', async ({ page, app }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(app.url).origin });
  const window = await open(page, app.url, ['/harbour', '/island', '/valley'], 'A book in the harbour');
  await select(window, 'fishing boats of the island');
  const bar = page.getByRole('toolbar', { name: 'Selected text' });
  await bar.getByRole('button', { name: 'Copy with source' }).click();
  await expect(page.getByText('Copied with its source')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `fishing boats of the island\n\n— Mina Aksoy, A book in the harbour, The Harbour Post, 2026-03-09\n${site.origin}/harbour`,
  );
  await select(window, 'fishing boats');
  await bar.getByRole('button', { name: 'Search the library for this' }).click();
  await expect(window.search).toHaveValue('"fishing boats"');
  await expect(window.list.getByRole('option')).toHaveCount(1);
  await expect(window.row('A book in the harbour')).toBeVisible();
});

test('one article is set in its own way, and its lines are made equally long', async ({ page, app }) => {
  const window = await open(page, app.url, ['/harbour', '/valley'], 'A book in the harbour');
  const style = (name: 'fontSize' | 'textAlign') =>
    window.article
      .locator('p')
      .first()
      .evaluate((p, property) => getComputedStyle(p)[property], name);
  await page.getByRole('button', { name: 'Theme and text' }).click();
  const panel = page.getByRole('dialog', { name: 'Theme and text' });
  await panel.getByText('Text settings for this article only').click();
  await panel.getByText('Lines of equal length').click();
  await expect.poll(() => style('textAlign')).toBe('justify');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await page.keyboard.press('Control+=');
  await expect.poll(() => style('fontSize')).toBe('19px');

  await window.read('Snow in the valley');
  await expect.poll(() => style('fontSize')).toBe('18px');
  expect(await style('textAlign')).not.toBe('justify');
  await page.reload();
  await window.read('A book in the harbour');
  await expect.poll(() => style('fontSize')).toBe('19px');
  expect(await style('textAlign')).toBe('justify');
});

test('an image opens large, the next ones follow, it is enlarged, and Escape closes it', async ({ page, app }) => {
  const window = await open(page, app.url, ['/island'], 'Three pictures of the island');
  await window.article.getByRole('button', { name: 'Enlarge image: north' }).press('Enter');
  const box = page.getByRole('dialog', { name: /^Image/ });
  await expect(page.getByRole('dialog', { name: 'Image 1 of 3: north' })).toBeVisible();
  await expect(box.getByText('Seen: north.')).toBeVisible();
  await expect(box.getByRole('button', { name: 'Previous image' })).toBeDisabled();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Image 2 of 3: east' })).toBeVisible();
  await box.getByRole('button', { name: 'Next image' }).click();
  await expect(page.getByRole('dialog', { name: 'Image 3 of 3: south' })).toBeVisible();
  await box.getByRole('button', { name: 'Previous image' }).click();
  const width = async () => Math.round((await box.getByRole('img', { name: 'east' }).boundingBox())?.width ?? 0);
  const fits = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(fits * 1.2);
  await box.getByRole('button', { name: 'Smaller' }).click();
  await expect.poll(width).toBe(fits);
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
  await expect(heading(page, 'Three pictures of the island')).toBeVisible();
});

test('highlights are listed in their article, those whose words are gone too, and written out', async ({ page, app }) => {
  const window = await open(page, app.url, ['/island'], 'Three pictures of the island');
  const bar = page.getByRole('toolbar', { name: 'Selected text' });
  await select(window, GONE);
  await bar.getByRole('button', { name: 'Highlight in pink' }).click();
  await expect(window.article.locator('mark.highlight')).toHaveCount(1);
  await select(window, 'A second one follows it.');
  await bar.getByRole('button', { name: 'Highlight and write a note' }).click();
  const editor = page.getByRole('dialog', { name: 'Highlight', exact: true });
  await editor.getByRole('textbox', { name: 'Note' }).fill('Ask the council.');
  await editor.getByRole('button', { name: 'Done' }).click();
  await expect(editor).toBeHidden();

  site.on('/island', ISLAND(''));
  await page.getByRole('button', { name: /^(Complete|Partial)/ }).click();
  await page.getByRole('button', { name: 'Save again' }).click();
  await expect(page.getByText('The page had changed. The earlier version is kept.')).toBeVisible();
  await expect(window.article.getByText(GONE)).toHaveCount(0);

  await page.keyboard.press('Shift+H');
  const panel = page.getByRole('dialog', { name: 'Highlights of this article' });
  await expect(panel.getByRole('button', { name: 'Go to: A second one follows it.. Ask the council.' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Words that are no longer in this article' })).toBeVisible();
  await expect(panel.getByRole('button', { name: `Edit: ${GONE}` })).toBeVisible();
  const saved = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save as Markdown…' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('Three pictures of the island.md');
  const written = await readFile(await download.path(), 'utf8');
  expect(written).toMatch(/^# Three pictures of the island\n/);
  expect(written).toContain('> A second one follows it.\n\nAsk the council.');
  expect(written).toContain(`> ${GONE}`);
  expect(written).toContain('no longer in the article');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Highlights', exact: true }).click();
  await page.getByRole('button', { name: 'Words that are gone' }).click();
  await expect(page.getByRole('button', { name: /highlight in Three pictures/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Export' }).click();
  const all = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as Markdown…' }).click();
  expect(await readFile(await (await all).path(), 'utf8')).not.toContain('A second one');

  const printed = await app.command('highlights', '--format', 'markdown', '--notes');
  expect(printed.json).toMatchObject({ count: 1 });
  expect((printed.json as { markdown: string }).markdown).toContain('Ask the council.');
});

test('what was read last is listed first', async ({ page, app }) => {
  const window = await open(page, app.url, ['/island', '/harbour', '/valley'], 'A book in the harbour');
  await window.read('Three pictures of the island');
  await page.keyboard.press('Shift+R');
  await expect(page.getByRole('heading', { name: 'Recently read' })).toBeVisible();
  await expect(window.list.getByRole('option')).toHaveCount(2);
  await expect(window.list.getByRole('option').first()).toContainText('Three pictures of the island');
});

/** Stands in for the system's voices: it notes what it is asked to say, and is done with a sentence when the test says so. */
function fakeVoices(local: boolean): void {
  const said: { text: string; rate: number; voice: string }[] = [];
  let current: EventTarget | null = null;
  class Utterance extends EventTarget {
    text: string;
    voice: { name: string } | null = null;
    lang = '';
    rate = 1;
    constructor(text: string) {
      super();
      this.text = text;
    }
  }
  const voice = (name: string, localService: boolean) => ({ name, lang: 'en-GB', localService, default: false, voiceURI: name });
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [voice('Cloud', false), ...(local ? [voice('Anna', true)] : [])],
    speak: (utterance: Utterance) => {
      current = utterance;
      said.push({ text: utterance.text.trim(), rate: utterance.rate, voice: utterance.voice?.name ?? '' });
    },
    cancel: () => {
      current = null;
    },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true });
  Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance, said, endSentence: () => current?.dispatchEvent(new Event('end')) });
}

const said = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { said: { text: string; rate: number; voice: string }[] }).said.at(-1));
const marked = (window: Window) =>
  window.article.locator('body').evaluate((body) => {
    const [range] = [...(body.ownerDocument.defaultView?.CSS.highlights.get('aloud') ?? [])];
    return (range as Range | undefined)?.toString().trim() ?? null;
  });

test('an article is read aloud by a voice of this computer, sentence by sentence', async ({ page, app }) => {
  await page.addInitScript(fakeVoices, true);
  const window = await open(page, app.url, ['/island'], 'Three pictures of the island');
  await page.keyboard.press('Control+Shift+u');
  const bar = page.getByRole('group', { name: 'Reading aloud' });
  await expect(bar.getByText('Voice: Anna')).toBeVisible();
  expect(await said(page)).toEqual({ text: 'The first sentence stands alone.', rate: 1, voice: 'Anna' });
  expect(await marked(window)).toBe('The first sentence stands alone.');
  await page.evaluate(() => (globalThis as unknown as { endSentence: () => void }).endSentence());
  await expect.poll(async () => (await said(page))?.text).toBe('A second one follows it.');
  await bar.getByRole('button', { name: 'Next sentence' }).click();
  await expect.poll(() => marked(window)).toBe('The third ends the paragraph.');
  await bar.getByRole('button', { name: 'Previous sentence' }).click();
  await expect.poll(() => marked(window)).toBe('A second one follows it.');
  await bar.getByRole('slider', { name: 'Speed' }).press('ArrowRight');
  await expect.poll(() => said(page)).toEqual({ text: 'A second one follows it.', rate: 1.1, voice: 'Anna' });
  await bar.getByRole('button', { name: 'Pause' }).click();
  await bar.getByRole('button', { name: 'Read on' }).click();
  await expect(bar.getByRole('button', { name: 'Pause' })).toBeVisible();
  await bar.getByRole('button', { name: 'Stop reading' }).click();
  await expect(bar).toBeHidden();
  expect(await marked(window)).toBe(null);
});

test('where this computer has no voice of its own, it is said, and none over a network is used', async ({ page, app }) => {
  await page.addInitScript(fakeVoices, false);
  await open(page, app.url, ['/island'], 'Three pictures of the island');
  await page.keyboard.press('Control+Shift+u');
  await expect(page.getByText(/This computer has no voice of its own/)).toBeVisible();
  expect(await said(page)).toBeUndefined();
  await expect(page.getByRole('group', { name: 'Reading aloud' })).toHaveCount(0);
});
