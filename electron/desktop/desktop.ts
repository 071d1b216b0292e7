import { app, BrowserWindow, powerMonitor, session } from 'electron';
import { hostInfo } from '../adapters/threads/host-info.ts';
import { openLibraryHost, type LibraryHost } from '../adapters/threads/library-host.ts';
import { createWebHandler } from '../adapters/web/handler.ts';
import { rendererRoot } from '../adapters/web/renderer-files.ts';
import type { SaveInput } from '../contract/methods.ts';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../contract/settings.ts';
import { createArticleWindows } from './article-windows.ts';
import { handleDownloads } from './downloads.ts';
import { askAfterFailure } from './failure.ts';
import { announce, serveCalls } from './ipc.ts';
import { setLanguage } from './language.ts';
import { createMenu } from './menu.ts';
import { chooseFiles, chooseFolder } from './open-files.ts';
import { serveScheme } from './protocol.ts';
import { closeBeforeQuit } from './quit.ts';
import { openLibraryFile } from './open-library-file.ts';
import { renderPage } from './render-page.ts';
import { savePdf } from './save-pdf.ts';
import { lockDownSession, openExternal } from './security.ts';
import { openWindow, type MainWindow } from './window.ts';

export interface Desktop {
  /** Opens the library and the window, and saves what the start asked for. */
  open(inputs: SaveInput[]): Promise<void>;
  /** Offprint was started once more: brings the window to the front and saves what that start asked for. */
  reopen(inputs: SaveInput[]): void;
  save(inputs: SaveInput[]): void;
}

/** The library, its window, and those of single articles. Nothing is opened before `open`. */
export function startDesktop(root: string, mustExist: boolean): Desktop {
  let library: LibraryHost | null = null;
  let main: MainWindow | null = null;
  let waiting: SaveInput[] = [];
  const articles = createArticleWindows(() => main);
  const windows = (): BrowserWindow[] => [...(main ? [main.window] : []), ...articles.all];
  /** The one that is in use; the main window where none has the keyboard. */
  const window = (): BrowserWindow | null => {
    const focused = BrowserWindow.getFocusedWindow();
    return focused !== null && windows().includes(focused) ? focused : (main?.window ?? articles.all[0] ?? null);
  };

  const save = (inputs: SaveInput[]): void => {
    if (inputs.length === 0) return;
    if (library === null) waiting.push(...inputs);
    else void library.app.dispatch('capture.start', { inputs });
  };

  const show = (): void => {
    const shown = main?.window ?? null;
    if (library === null) return;
    if (shown === null) main = openMain();
    else {
      if (shown.isMinimized()) shown.restore();
      shown.focus();
    }
  };

  const openMain = (): MainWindow => {
    const opened = openWindow();
    opened.window.on('closed', () => (main = null));
    return opened;
  };

  const menu = createMenu({
    run: (id) => void runInWindow(window(), id),
    openFiles: () => void chooseFiles(window()).then(save),
  });

  /** What of the settings is the desktop's own. */
  const apply = (settings: Settings): void => {
    setLanguage(settings.language);
    main?.setTheme(settings.theme);
    menu.follow(settings);
  };

  const readSettings = async (host: LibraryHost): Promise<void> => {
    const settings = await host.app.dispatch('settings.get', {});
    if (settings.ok) apply(settingsSchema.parse(settings.value));
  };

  const follow = async (host: LibraryHost): Promise<void> => {
    host.app.subscribe((event) => {
      for (const each of windows()) announce(each, { kind: 'event', payload: event });
      if (event.type === 'settings') apply(event.settings);
      if (event.type === 'library' && event.replaced) void readSettings(host);
    });
    await readSettings(host);
  };

  return {
    save,
    reopen: (inputs) => {
      show();
      save(inputs);
    },
    open: async (inputs) => {
      library = await openOrAsk(root, mustExist, window, (id) => articles.open(id));
      if (library === null) {
        app.quit();
        return;
      }
      closeBeforeQuit(library);
      lockDownSession(session.defaultSession);
      handleDownloads(session.defaultSession, window);
      serveScheme(
        createWebHandler({ app: library.app, renderer: rendererRoot(), library: library.root, exportArchive: library.exportArchive }),
      );
      serveCalls(library.app, windows);
      menu.follow(DEFAULT_SETTINGS);
      app.on('window-all-closed', () => {
        if (process.platform !== 'darwin') app.quit();
      });
      app.on('activate', show);
      // Feeds that could not be reached while the computer slept are asked again.
      powerMonitor.on('resume', () => void library?.app.dispatch('feeds.wake', {}));
      main = openMain();
      await follow(library);
      save([...waiting, ...inputs]);
      waiting = [];
    },
  };
}

/** Tells a window which command was chosen in the menu. That is the person's doing, as a key in the window is: full screen asks for it. */
async function runInWindow(window: BrowserWindow | null, id: string): Promise<void> {
  await window?.webContents.executeJavaScript('0', true).catch(() => undefined);
  announce(window, { kind: 'command', payload: { id } });
}

/** Opens the library, as often as the person wants to try; null when they would rather quit. */
async function openOrAsk(
  root: string,
  mustExist: boolean,
  window: () => BrowserWindow | null,
  openArticle: (id: string) => void,
): Promise<LibraryHost | null> {
  for (;;) {
    try {
      const opened: LibraryHost = await openLibraryHost({
        root,
        mustExist,
        info: hostInfo('electron'),
        samples: true,
        host: {
          openExternal,
          openFile: (path) => openLibraryFile(opened.root(), path),
          openArticle: async (id) => openArticle(id),
          savePdf: async (name) => {
            const shown = window();
            return shown !== null && savePdf(shown, name);
          },
          chooseFolder: () => chooseFolder(window()),
          render: renderPage,
        },
      });
      return opened;
    } catch (error) {
      if (!(await askAfterFailure(error))) return null;
    }
  }
}
