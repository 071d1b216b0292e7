import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { COMMANDS, type Command } from '../../../electron/contract/commands.table.ts';
import { withDisplay } from '../../helpers/display.ts';
import { runtime, startAgain, startElectron, startProcess, type StartOptions } from '../../helpers/electron-app.ts';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';
import { ensureBuilt } from '../../helpers/built.ts';

/** What the window itself can do; used inside page.evaluate only. */
interface WindowApi {
  offprint: {
    call(method: string, input: unknown): Promise<{ ok: boolean; value: never; error: { code: string } }>;
    on(kind: string, listener: (payload: never) => void): () => void;
    platform: string;
  };
}

const ARTICLE = `<!doctype html><html lang="en"><head><title>The bridge opens</title></head><body><article><h1>The bridge opens</h1>
${'<p>The new bridge over the river opened on Thursday after three years of work, and the first people to cross it were the masons.</p>'.repeat(8)}
</article></body></html>`;

if (runtime === null) {
  test('no Electron is here: the desktop shell was not started', () => {
    process.stdout.write(
      'Desktop shell: no Electron on this machine (ELECTRON_OVERRIDE_DIST_PATH, node_modules/electron/dist); nothing ran.\n',
    );
  });
} else {
  const { program, version, folder: at } = runtime;
  process.stdout.write(`Desktop shell: Electron ${version} from ${at}\n`);

  test.describe.configure({ mode: 'serial' });
  test.describe(`the desktop shell on Electron ${version}`, () => {
    let folder: string;
    let start: StartOptions;
    let app: ElectronApplication;
    let page: Page;
    const requests: string[] = [];
    const cleanups: (() => Promise<void> | void)[] = [];

    const total = (): Promise<number> =>
      page.evaluate(async () => {
        const result = await (window as unknown as WindowApi).offprint.call('articles.list', { view: { kind: 'all' }, limit: 0 });
        return (result.value as { total: number }).total;
      });

    test.beforeAll(async () => {
      test.setTimeout(180_000);
      await ensureBuilt();
      folder = await mkdtemp(join(tmpdir(), 'offprint-desktop-'));
      cleanups.push(() => rm(folder, { recursive: true, force: true }));
      const display = await withDisplay();
      cleanups.push(display.close);
      start = { library: join(folder, 'library'), env: display.env };
      await writeFile(join(folder, 'story.html'), ARTICLE);
      ({ app, page } = await startElectron(program, start));
      cleanups.push(() => app.close());
      page.on('request', (request) => requests.push(request.url()));
    });
    test.afterAll(async () => {
      // In reverse, and only what was begun.
      for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
    });

    test('opens one window with the app in it, on a library with articles to read', async () => {
      const versions = await app.evaluate(() => process.versions);
      expect(versions['electron']).toBe(version);
      await expect(page).toHaveTitle(/Offprint/);
      expect(page.url()).toBe('app://offprint/');
      expect(app.windows()).toHaveLength(1);
      await expect(page.getByRole('tree').first()).toBeVisible();
      await expect.poll(total).toBeGreaterThan(0);
    });

    test('keeps Node, Electron and everything but three names out of the page', async () => {
      const seen = await page.evaluate(() => ({
        globals: ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron'].filter((name) => name in window),
        surface: Object.keys((window as unknown as WindowApi).offprint).sort(),
      }));
      expect(seen).toEqual({ globals: [], surface: ['call', 'on', 'platform'] });
      const preferences = await app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        return contents.getLastWebPreferences();
      });
      expect(preferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        webSecurity: true,
      });
    });

    test('answers calls, also failed ones, as values, and takes no path of this computer from a window', async () => {
      const call = (method: string, input: unknown): Promise<unknown> =>
        page.evaluate(([name, given]) => (window as unknown as WindowApi).offprint.call(name as string, given), [method, input]);
      expect(await call('app.info', {})).toMatchObject({ ok: true, value: { host: 'electron', libraryPath: start.library } });
      expect(await call('nothing.here', {})).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
      expect(await call('library.export', { path: join(folder, 'x.zip') })).toMatchObject({
        ok: false,
        error: { code: 'not-supported-here' },
      });
    });

    test('has the commands of the table in its menu, and sends the one that is chosen to the window', async () => {
      const ids = await app.evaluate(({ Menu }) => {
        const all: string[] = [];
        const walk = (items: Electron.MenuItem[]): void => {
          for (const item of items) {
            if (item.id) all.push(item.id);
            if (item.submenu) walk(item.submenu.items);
          }
        };
        walk(Menu.getApplicationMenu()?.items ?? []);
        return all;
      });
      const expected = COMMANDS.filter((command: Command) => command.menu !== undefined).map((command) => command.id);
      expect(ids.filter((id) => !id.startsWith('desktop.')).sort()).toEqual([...expected].sort());

      await page.evaluate(() => {
        const heard = window as unknown as WindowApi & { heard: Promise<unknown> };
        heard.heard = new Promise((resolve) => heard.offprint.on('command', resolve));
      });
      await app.evaluate(({ Menu }) => {
        Menu.getApplicationMenu()?.getMenuItemById('help.shortcuts')?.click();
      });
      expect(await page.evaluate(() => (window as unknown as { heard: Promise<unknown> }).heard)).toEqual({ id: 'help.shortcuts' });
      const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await expect(sheet).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(sheet).toBeHidden();
    });

    test('shows a key in the menu as soon as the person chose it', async () => {
      const keyOf = (id: string): Promise<string | null> =>
        app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.accelerator ?? null, id);
      expect(await keyOf('library.add')).toBe('CmdOrCtrl+N');
      const call = (input: object): Promise<unknown> =>
        page.evaluate((settings) => (window as unknown as WindowApi).offprint.call('settings.set', settings), input);
      await call({ keys: { 'library.add': ['Mod+Shift+d'], 'feeds.manage': ['F9'] } });
      await expect.poll(() => keyOf('library.add')).toBe('CmdOrCtrl+Shift+D');
      expect(await keyOf('feeds.manage')).toBe('F9');
      await call({ keys: {} });
      await expect.poll(() => keyOf('library.add')).toBe('CmdOrCtrl+N');
    });

    test('speaks the language of the settings in its menu, at once', async () => {
      const labels = (): Promise<Record<string, string>> =>
        app.evaluate(({ Menu }) => {
          const all: Record<string, string> = {};
          const walk = (items: Electron.MenuItem[]): void => {
            for (const item of items) {
              all[item.id || item.role || ''] = item.label.replaceAll('&', '');
              if (item.submenu) walk(item.submenu.items);
            }
          };
          walk(Menu.getApplicationMenu()?.items ?? []);
          return all;
        });
      const german = JSON.parse(await readFile('assets/locales/de.json', 'utf8')) as Record<string, string>;
      const call = (language: string): Promise<unknown> =>
        page.evaluate((wanted) => (window as unknown as WindowApi).offprint.call('settings.set', { language: wanted }), language);
      const english = await labels();
      expect(english).toMatchObject({ 'app.settings': 'Settings…', cut: 'Cut' });
      await call('de');
      await expect.poll(async () => (await labels())['app.settings']).toBe(german['command.app.settings']);
      expect(german['command.app.settings']).toBe('Einstellungen…');
      await call('system');
      await expect.poll(labels).toEqual(english);
    });

    test('reads an article without any request that leaves the app', async () => {
      requests.length = 0;
      await page.getByRole('option').first().click();
      await expect(page.locator('iframe')).toBeVisible();
      await expect(page.frameLocator('iframe').locator('p').first()).toBeVisible();
      expect(requests.filter((url) => !/^(app:\/\/offprint\/|blob:|data:|about:)/.test(url))).toEqual([]);
    });

    test('goes nowhere, opens nothing and loads nothing from outside', async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        response.end('outside');
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => server.once('listening', resolve));
      const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      await app.evaluate(({ shell }) => {
        const opened = ((globalThis as { opened?: string[] }).opened = [] as string[]);
        shell.openExternal = async (url) => void opened.push(url);
      });

      const tried = await page.evaluate(async (address) => {
        const results: Record<string, unknown> = {};
        results['window'] = window.open(`${address}/window`) === null;
        results['file'] = window.open('file:///etc/passwd') === null;
        results['fetch'] = await fetch(`${address}/fetch`).then(
          () => 'answered',
          () => 'refused',
        );
        results['image'] = await new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve('loaded');
          image.onerror = () => resolve('refused');
          image.src = `${address}/image.png`;
        });
        results['notify'] = await Notification.requestPermission();
        location.href = `${address}/navigate`;
        return results;
      }, outside);
      expect(tried).toEqual({ window: true, file: true, fetch: 'refused', image: 'refused', notify: 'denied' });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      expect(page.url()).toBe('app://offprint/');
      expect(app.windows()).toHaveLength(1);
      // A link that wants a window of its own is shown by the person's browser; other schemes are not.
      await expect.poll(() => app.evaluate(() => (globalThis as { opened?: string[] }).opened)).toEqual([`${outside}/window`]);
      expect(asked).toEqual([]);
      server.close();
    });

    test('takes over what a second start was asked to save', async () => {
      const before = await total();
      await startAgain(program, { ...start, args: [join(folder, 'story.html')] });
      await expect.poll(total, { timeout: 30_000 }).toBe(before + 1);
      expect(app.windows()).toHaveLength(1);
    });

    test('lets the library out as an archive and in again', async () => {
      const before = await total();
      const result = await page.evaluate(async () => {
        const archive = await (await fetch('/export/library.zip')).blob();
        const start = new TextDecoder().decode(await archive.slice(0, 2).arrayBuffer());
        // As the window hands it over: in pieces, which every Electron delivers.
        const upload = crypto.randomUUID();
        const half = Math.floor(archive.size / 2);
        const send = async (query: string, body: Blob): Promise<unknown> =>
          (await fetch(`/import?upload=${upload}&${query}`, { method: 'POST', body: await body.arrayBuffer() })).json();
        await send('at=0', archive.slice(0, half));
        const answer = await send(`at=${half}&last`, archive.slice(half));
        return { start, answer };
      });
      expect(result, JSON.stringify(result)).toMatchObject({ start: 'PK', answer: { ok: true, value: { articles: before } } });
      await expect.poll(total).toBe(before);
    });

    test('saves the archive of the library where the person says', async () => {
      const path = join(folder, 'out.zip');
      await app.evaluate(({ session }, target) => {
        session.defaultSession.prependOnceListener('will-download', (_event, item: Electron.DownloadItem) => item.setSavePath(target));
      }, path);
      await page.evaluate(() => {
        const link = document.createElement('a');
        link.href = '/export/library.zip';
        link.download = '';
        link.click();
      });
      await expect
        .poll(() =>
          access(path).then(
            () => true,
            () => false,
          ),
        )
        .toBe(true);
      expect(page.url()).toBe('app://offprint/');
    });

    test('saves what the window itself made, where the person says', async () => {
      const path = join(folder, 'highlights.md');
      await app.evaluate(({ session }, target) => {
        session.defaultSession.prependOnceListener('will-download', (_event, item: Electron.DownloadItem) => item.setSavePath(target));
      }, path);
      await page.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['# Highlights'], { type: 'text/markdown' }));
        link.download = 'highlights.md';
        link.click();
      });
      await expect.poll(() => readFile(path, 'utf8').catch(() => null)).toBe('# Highlights');
    });

    test('comes back by itself when the process of its window is gone', async () => {
      const before = await total();
      // The driver's page is lost with the process, so the main process is asked.
      const seen = await app.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        await new Promise<void>((resolve) => {
          contents?.once('did-finish-load', resolve);
          contents?.forcefullyCrashRenderer();
        });
        const script = "window.offprint.call('articles.list', { view: { kind: 'all' }, limit: 0 }).then((result) => result.value.total)";
        return (await contents?.executeJavaScript(script)) as unknown;
      });
      expect(seen).toBe(before);
    });

    test('closes its library when it quits, and finds its window as it was', async () => {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 700 }));
      await app.close();
      await expect(access(join(start.library, 'lock'))).rejects.toThrow(/ENOENT/);
      ({ app, page } = await startElectron(program, start));
      await expect.poll(total).toBeGreaterThan(5);
      const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
      expect(bounds).toMatchObject({ width: 1100, height: 700 });
    });

    test('says in a sentence that its library is in use, and ends when the person gives up', async () => {
      const holder = await openLibrary(join(folder, 'held'), { requestedBy: 'a test' });
      const { app: second } = await startProcess(program, { ...start, library: join(folder, 'held') });
      const ended = new Promise((resolve) => second.process().on('exit', resolve));
      const asked = await second.evaluate(
        ({ dialog }) =>
          new Promise<string[]>((resolve) => {
            const seen: string[] = [];
            dialog.showMessageBox = (options: unknown) => {
              const { message, detail } = options as { message: string; detail: string };
              seen.push(`${message}: ${detail}`);
              // Try again, and then quit; that only when this answer has arrived.
              if (seen.length === 1) return Promise.resolve({ response: 1, checkboxChecked: false });
              resolve(seen);
              return new Promise((answer) => {
                (globalThis as { giveUp?: () => void }).giveUp = () => answer({ response: 0, checkboxChecked: false });
              });
            };
          }),
      );
      await second.evaluate(() => void setTimeout(() => (globalThis as { giveUp?: () => void }).giveUp?.(), 0)).catch(() => undefined);
      expect(asked[0]).toContain('Your library is in use');
      expect(asked[0]).toContain('in use by a test');
      expect(await ended).toBe(0);
      await holder.close();
    });
  });
}
