import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../../renderer/commands/registry.ts';
import { Reader } from '../../../../renderer/features/reader/index.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { afterPaint } from '../../../../renderer/ui/after-paint.ts';
import { preloadParts } from '../../../../renderer/ui/lazy-part.tsx';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { articleId } from '../../../helpers/fake-articles.ts';
import { createFakeBridge, refusal, type FakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge, type Rendered } from '../../../helpers/render-with-bridge.tsx';

beforeAll(async () => {
  stubBrowser();
  await preloadParts(() => Promise.resolve());
});
const ID = articleId(1);

async function open(id = ID, options: { bridge?: FakeBridge; html?: string } = {}): Promise<Rendered & { article: HTMLElement }> {
  const bridge = options.bridge ?? createFakeBridge();
  const { html } = options;
  if (html !== undefined) bridge.answer('articles.content', () => ({ html, lang: 'en', dir: 'ltr' }));
  const rendered = renderWithBridge(<Reader />, { bridge, ui: { activeId: id } });
  const frame = await waitFor(() => {
    const found = rendered.container.querySelector('iframe');
    if (!found) throw new Error('no frame yet');
    return found;
  });
  // This DOM loads no frames: the document is put in by hand.
  frame.contentDocument?.write('<!doctype html><html><body><article id="article"></article></body></html>');
  // No layout here: every range is where the frame begins.
  const inside = frame.contentWindow as (Window & typeof globalThis) | null;
  if (inside) inside.Range.prototype.getBoundingClientRect = () => new DOMRect();
  fireEvent.load(frame);
  const article = await waitFor(() => {
    const found = frame.contentDocument?.getElementById('article');
    if (!found?.hasChildNodes()) throw new Error('nothing written yet');
    return found;
  });
  // What stands around the text follows in the frame after it.
  await act(() => new Promise<void>((resolve) => void afterPaint(resolve)));
  return { ...rendered, article };
}

describe('the reader', () => {
  it('shows what stands above the text, and the text in a frame without scripts', async () => {
    const { article, container } = await open();
    expect(screen.getByRole('heading', { level: 1, name: 'The lighthouse keeper who counted storms' })).toBeTruthy();
    expect(screen.getByText('Coast & Tide')).toBeTruthy();
    expect(screen.getByText('A. Writer')).toBeTruthy();
    expect(screen.getByText('November 18, 2025')).toBeTruthy();
    expect(screen.getByText('4 minutes to read')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Tag: climate' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Collection: Science' })).toBeTruthy();
    expect(container.querySelector('iframe')?.getAttribute('sandbox')).toBe('allow-same-origin');
    expect(article.textContent).toContain('For forty-one winters');
    expect(article.lang).toBe('en');
  });

  it('gives a text its own language and direction', async () => {
    const { article } = await open(articleId(3));
    expect([article.lang, article.dir]).toEqual(['ar', 'rtl']);
    expect(article.ownerDocument.documentElement.dataset['script']).toBe('arabic');
  });

  it('says what is its own in the direction of the window, over a text of the other one', async () => {
    await open(ID, { bridge: createFakeBridge({ settings: { language: 'ar' } }) });
    const minutes = await screen.findByText(/دقائق/);
    expect(minutes.closest('[dir]')?.getAttribute('dir')).toBe('rtl');
    expect(screen.getByRole('heading', { level: 1 }).getAttribute('dir')).toBe('auto');
  });

  it('says what to do when nothing is open', () => {
    renderWithBridge(<Reader />);
    expect(screen.getByText('Nothing open')).toBeTruthy();
  });

  it('says why an article cannot be opened, and tries again', async () => {
    const bridge = createFakeBridge();
    bridge.answer('articles.content', () => {
      throw refusal('library-damaged', 'The text of this article is missing. Check the library from the File menu.');
    });
    const { user } = renderWithBridge(<Reader />, { bridge, ui: { activeId: ID } });
    await screen.findByText('The text of this article is missing. Check the library from the File menu.');
    bridge.answer('articles.content', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { level: 1 });
  });

  it('changes the text size with −, + and ↺, and shows it in the frame at once', async () => {
    const { user, article, bridge } = await open();
    const control = within(screen.getByRole('group', { name: 'Text size' }));
    const root = article.ownerDocument.documentElement;
    expect(control.getByText('18 px')).toBeTruthy();
    expect(control.getByRole('button', { name: 'Reset text size' })).toHaveProperty('disabled', true);
    await user.click(control.getByRole('button', { name: 'Larger text' }));
    expect(control.getByText('19 px')).toBeTruthy();
    await waitFor(() => expect(root.style.getPropertyValue('--reader-size')).toBe('19px'));
    await user.click(control.getByRole('button', { name: 'Smaller text' }));
    await user.click(control.getByRole('button', { name: 'Smaller text' }));
    expect(control.getByText('17 px')).toBeTruthy();
    await user.click(control.getByRole('button', { name: 'Reset text size' }));
    expect(control.getByText('18 px')).toBeTruthy();
    act(() => void runCommand('reader.larger'));
    await control.findByText('19 px');
    expect(bridge.calls.filter(({ method }) => method === 'settings.set').map(({ input }) => input)).toEqual([
      { fontSize: 19 },
      { fontSize: 18 },
      { fontSize: 17 },
      { fontSize: 18 },
      { fontSize: 19 },
    ]);
  });

  it('takes the theme and the font into the frame', async () => {
    const { user, article } = await open();
    await user.click(screen.getByRole('button', { name: 'Theme and text' }));
    const panel = within(await screen.findByRole('dialog', { name: 'Theme and text' }));
    await user.click(panel.getByRole('radio', { name: 'Sepia' }));
    await user.click(panel.getByRole('radio', { name: 'Mono' }));
    const { dataset } = article.ownerDocument.documentElement;
    await waitFor(() => expect([dataset['theme'], dataset['font']]).toEqual(['sepia', 'mono']));
    expect(document.documentElement.dataset['theme']).toBe('sepia');
  });

  it('stars, puts aside, marks and archives the open article', async () => {
    const { user, bridge } = await open();
    for (const name of ['Star', 'Read later', 'Read', 'Archive']) {
      await user.click(screen.getByRole('button', { name }));
      await waitFor(() => expect(screen.getByRole('button', { name }).getAttribute('aria-pressed')).toBe('true'));
    }
    expect(bridge.row(ID)).toMatchObject({ starred: true, read: true, archived: true });
    await user.click(screen.getByRole('button', { name: 'Tags…' }));
    expect(useUiStore.getState().dialog).toEqual({ kind: 'tag', ids: [ID] });
  });

  it('moves the open article to the trash and puts it back', async () => {
    const { user, bridge } = await open();
    await user.click(screen.getByRole('button', { name: 'Move to Trash' }));
    await waitFor(() => expect(bridge.row(ID).trashed).toBe(true));
    await user.click(await screen.findByRole('button', { name: 'Put back from Trash' }));
    await waitFor(() => expect(bridge.row(ID).trashed).toBe(false));
  });

  it('goes to a tag or a collection from its chip', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Tag: climate' }));
    expect(useUiStore.getState().view.kind).toBe('tag');
  });

  it('never follows a link by itself: it shows the address, and opens it outside when told to', async () => {
    const { user, article, bridge } = await open(ID, { html: '<p><a href="https://example.org/a?b=1">there</a></p>' });
    const link = article.querySelector('a');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    act(() => void link?.dispatchEvent(click));
    expect(click.defaultPrevented).toBe(true);
    await screen.findByText('https://example.org/a?b=1');
    expect(bridge.calls.some(({ method }) => method === 'app.openExternal')).toBe(false);
    await user.click(await screen.findByRole('button', { name: 'Open in browser' }));
    await waitFor(() => expect(bridge.calls.at(-1)).toEqual({ method: 'app.openExternal', input: { url: 'https://example.org/a?b=1' } }));
  });

  it('cancels the middle button and forms of navigation the frame could still do', async () => {
    const { article } = await open(ID, {
      html: '<p><a href="https://example.org/">there</a><a href="#note">1</a></p><p id="note">A note</p>',
    });
    for (const type of ['auxclick', 'click']) {
      const event = new MouseEvent(type, { bubbles: true, cancelable: true, button: 1 });
      act(() => void article.querySelector('a')?.dispatchEvent(event));
      expect(event.defaultPrevented).toBe(true);
    }
    const jump = new MouseEvent('click', { bubbles: true, cancelable: true });
    act(() => void article.querySelector('a[href^="#"]')?.dispatchEvent(jump));
    expect(jump.defaultPrevented).toBe(true);
    // A note is shown beside the text; only a link that says more than a number goes there.
    expect((await screen.findByRole('dialog', { name: 'Note' })).textContent).toContain('A note');
    expect(article.querySelector('.target')).toBeNull();
  });

  it('opens a link to a saved article here', async () => {
    const bridge = createFakeBridge();
    const url = bridge.row(articleId(2)).url ?? '';
    const { user, article } = await open(ID, { bridge, html: `<p><a href="${url}">there</a></p>` });
    act(() => void article.querySelector('a')?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })));
    await user.click(await screen.findByRole('button', { name: 'Read it here' }));
    expect(useUiStore.getState().activeId).toBe(articleId(2));
  });

  it('names the window after the article', async () => {
    const { unmount } = await open();
    expect(document.title).toBe('The lighthouse keeper who counted storms — Offprint');
    unmount();
    expect(document.title).toBe('Offprint');
  });

  it('cleans what it shows, even if the library were to hold something bad', async () => {
    const { article } = await open(ID, { html: '<p onclick="x()">a<script>x()</script><img src="https://t.example/p.gif" alt="map"></p>' });
    expect(article.querySelector('script,img,[onclick]')).toBeNull();
    expect(article.textContent).toBe('aAn image that is not stored: map');
  });

  it('opens the receipt to everything it knows', async () => {
    const bridge = createFakeBridge();
    bridge.answer('articles.get', () => ({
      ...bridge.row(ID),
      canonicalUrl: null,
      modifiedAt: null,
      edited: [],
      position: null,
      folder: 'content/0000/000000000001',
      fullReceipt: {
        status: 'complete',
        capturedAt: '2025-11-20T08:00:00.000Z',
        from: 'https://news.example/1',
        redirects: ['https://t.example/short'],
        httpStatus: 200,
        contentType: 'text/html',
        charset: 'windows-1254',
        charsetFrom: 'meta',
        extractor: 'readability',
        resources: [
          {
            kind: 'image',
            url: 'https://news.example/a.jpg',
            result: 'failed',
            reason: 'The server answered 404.',
            path: null,
            sha256: null,
            bytes: null,
          },
        ],
        truncation: ['The last paragraph ends in the middle of a sentence.'],
        steps: [{ name: 'fetch', ok: true, note: '12 kB', ms: 40 }],
        bytes: 180_000,
        hashes: { 'article.html': 'ab'.repeat(32) },
      },
    }));
    const { user } = await open(ID, { bridge });
    const trigger = screen.getByRole('button', { name: /^Complete: text and 2 of 2 images/ });
    expect(trigger.getAttribute('aria-expanded')).toBe('false');
    await user.click(trigger);
    expect(trigger.getAttribute('aria-expanded')).toBe('true');
    for (const words of [
      'https://t.example/short',
      'windows-1254 (as the page said)',
      'The server answered 404.',
      'The last paragraph ends in the middle of a sentence.',
      'ab'.repeat(32),
      'content/0000/000000000001',
    ]) {
      expect(screen.getByText(words)).toBeTruthy();
    }
  });

  it('finds in the article, with a count', async () => {
    const { user } = await open(ID, { html: '<p>Storm, <em>st</em>orm.</p><p>No more.</p>' });
    act(() => void runCommand('reader.find'));
    await user.type(await screen.findByRole('textbox', { name: 'Find in article' }), 'storm');
    expect(screen.getByText('1 of 2')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(screen.getByText('2 of 2')).toBeTruthy();
    await user.keyboard('x');
    expect(screen.getByText('Not found')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Find in article' })).toBeNull();
  });

  it('prints a copy of the article with its title and source, and takes it away again', async () => {
    await open(ID, { html: '<p>Text</p>' });
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    const copy = document.getElementById('print');
    expect(copy?.querySelector('h1')?.textContent).toBe('The lighthouse keeper who counted storms');
    expect(copy?.textContent).toContain('Coast & Tide');
    expect(copy?.querySelector('#article')?.textContent).toBe('Text');
    window.dispatchEvent(new Event('afterprint'));
    expect(document.getElementById('print')).toBeNull();
  });
});
