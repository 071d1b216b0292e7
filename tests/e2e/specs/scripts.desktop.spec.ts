import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { ensureBuilt } from '../../helpers/built.ts';
import { withDisplay } from '../../helpers/display.ts';
import { runtime, startElectron } from '../../helpers/electron-app.ts';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';

interface WindowApi {
  offprint: { call(method: string, input: unknown): Promise<{ ok: boolean; value: never; error: { code: string; message: string } }> };
}

/** A page whose text is made by a script, and which tries what it must not do. `other` is a server nobody typed. */
const page = (
  other: string,
): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry</title></head><body><div id="app"></div>
<script>
  const visits = Number(localStorage.getItem('visits') ?? 0) + 1;
  localStorage.setItem('visits', String(visits));
  document.cookie = 'seen=1';
  const tries = [];
  tries.push(typeof require, typeof process, String(window.open('/popup')));
  fetch('${other}/secret', { mode: 'no-cors' }).then(() => tries.push('reached'), () => tries.push('refused'));
  navigator.geolocation?.getCurrentPosition(() => tries.push('located'), () => tries.push('not located'));
  const link = document.createElement('a'); link.href = '/file.bin'; link.download = 'file.bin'; document.body.append(link); link.click();
  alert('stop');
  setTimeout(async () => {
    const words = await (await fetch('/words')).text();
    document.getElementById('app').innerHTML = '<article><h1>The ferry</h1>' + words.repeat(8) + '<p>This was visit number ' + visits + ' of this page, it says: ' + tries.join(', ') + '.</p></article>';
  }, 200);
</script></body></html>`;
const WORDS =
  '<p>The ferry leaves the old harbour every morning, and comes back before the lamps of the mole are lit, whatever the wind does.</p>';

if (runtime === null) {
  test('no Electron is here: pages with scripts were not loaded', () => {
    process.stdout.write('Pages with scripts: no Electron on this machine; nothing ran.\n');
  });
} else {
  const { program } = runtime;
  test.describe('a page that needs its scripts', () => {
    let app: ElectronApplication;
    let window: Page;
    let web: WebServer;
    let other: WebServer;
    const cleanups: (() => Promise<void> | void)[] = [];
    test.beforeAll(async () => {
      test.setTimeout(180_000);
      await ensureBuilt();
      const folder = await mkdtemp(join(tmpdir(), 'offprint-scripts-'));
      cleanups.push(() => rm(folder, { recursive: true, force: true }));
      const display = await withDisplay();
      cleanups.push(display.close);
      other = await startWebServer({ '/secret': 'secret', '/story': page('') });
      cleanups.push(() => other.close());
      web = await startWebServer({
        '/ferry': page(other.origin),
        '/words': WORDS,
        '/file.bin': { type: 'application/octet-stream', body: 'x' },
      });
      web.on('/away', { status: 302, headers: { location: `${other.origin}/story` } });
      web.on('/moved', { status: 302, headers: { location: '/ferry' } });
      cleanups.push(() => web.close());
      ({ app, page: window } = await startElectron(program, { library: join(folder, 'library'), env: display.env }));
      cleanups.push(() => app.close());
    });
    test.afterAll(async () => {
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    });

    const call = (method: string, input: unknown) =>
      window.evaluate(([name, given]) => (globalThis as unknown as WindowApi).offprint.call(name, given), [method, input] as const);
    /** Saves it with its scripts, and answers with the text. */
    async function textOf(path: string): Promise<string> {
      const started = await call('capture.render', { url: web.url(path) });
      expect(started).toMatchObject({ ok: true });
      const [job] = (started.value as { jobs: { id: string }[] }).jobs;
      let articleId: string | null = null;
      await expect
        .poll(async () => {
          const { value } = await call('jobs.list', {});
          const now = (value as { jobs: { id: string; state: string; articleId: string | null }[] }).jobs.find(({ id }) => id === job?.id);
          articleId = now?.articleId ?? null;
          return now?.state;
        })
        .toBe('done');
      const { value } = await call('articles.text', { id: articleId });
      return (value as { text: string }).text;
    }

    test('is offered where a save found no article, and gives the article that its scripts make', async () => {
      await call('capture.start', { inputs: [{ kind: 'url', url: web.url('/ferry') }] });
      await window.getByRole('button', { name: /could not be saved/ }).click();
      await window.getByRole('button', { name: /^Load with scripts/ }).click();
      await expect(window.getByRole('button', { name: 'Open: ' + web.url('/ferry') })).toBeVisible({ timeout: 40_000 });
      const { value } = await call('articles.list', { view: { kind: 'all' }, query: 'ferry' });
      const [row] = (value as { rows: { id: string; url: string; title: string }[] }).rows;
      expect(row).toMatchObject({ title: 'The ferry', url: web.url('/ferry') });
      const { value: text } = await call('articles.text', { id: row?.id });
      expect((text as { text: string }).text).toContain('The ferry leaves the old harbour every morning');
      expect((text as { text: string }).text).toContain('it says: undefined, undefined, null');
    });

    test('reaches nothing that nobody typed, opens nothing, and leaves nothing behind', async () => {
      web.forget();
      const text = await textOf('/moved');
      // Nothing of the visit before is there any more, and what it tried was refused.
      expect(text).toContain('This was visit number 1');
      expect(text).toContain('refused');
      expect(text).not.toContain('reached');
      expect(other.requests).toEqual([]);
      const asked = web.requests.map(({ path }) => path);
      expect(asked).toContain('/words');
      expect(asked).not.toContain('/popup');
      for (const { headers } of web.requests) {
        expect(headers.cookie).toBeUndefined();
        expect(headers.referer).toBeUndefined();
      }
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    });

    test('is not followed to another host of this computer, and says so', async () => {
      const sent = await call('capture.render', { url: web.url('/away') });
      expect(sent).toMatchObject({ ok: false });
      expect(other.requests).toEqual([]);
      expect(await call('capture.render', { url: 'file:///etc/passwd' })).toMatchObject({
        ok: false,
        error: { code: 'unsupported-address' },
      });
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    });
  });
}
