import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron';
import type { Settings } from '../contract/settings.ts';
import { articleUrl, WINDOW_URL } from './addresses.ts';
import { readWindowState, visibleBounds, writeWindowState } from './window-state.ts';

type Theme = Settings['theme'];

/** The colour of each theme's page (renderer/styles/tokens.css), shown until the window has painted. */
const BACKGROUND: Record<Exclude<Theme, 'system'>, string> = { light: '#ffffff', sepia: '#faf4e6', dark: '#1c1d20', black: '#000000' };

const CRASH_AGAIN_MS = 10_000;

const statePath = (): string => join(app.getPath('userData'), 'window.json');

export interface MainWindow {
  readonly window: BrowserWindow;
  /** The theme the person has chosen. */
  theme(): Theme;
  /** The theme the person has chosen: native parts follow it, and the next start paints in it at once. */
  setTheme(theme: Theme): void;
}

/** Opens the one window, where and as it was last. */
export function openWindow(): MainWindow {
  const state = readWindowState(statePath());
  let theme = state.theme;
  applyTheme(theme);
  const bounds = visibleBounds(
    state.bounds,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...(bounds ?? { width: 1280, height: 820 }),
    ...common(theme),
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(statePath(), { bounds: window.getNormalBounds(), maximized: window.isMaximized(), theme });
  });
  reloadAfterCrash(window);
  void window.loadURL(WINDOW_URL);
  return {
    window,
    theme: () => theme,
    setTheme: (chosen) => {
      theme = chosen;
      applyTheme(theme);
      if (!window.isDestroyed()) window.setBackgroundColor(backgroundOf(theme));
    },
  };
}

/** Opens a window that shows one article, a little apart from the window it was asked for in. */
export function openArticleWindow(id: string, theme: Theme, beside: BrowserWindow | null): BrowserWindow {
  const at = beside?.getNormalBounds();
  const window = new BrowserWindow({ width: 780, height: 860, ...(at && { x: at.x + 48, y: at.y + 32 }), ...common(theme) });
  window.once('ready-to-show', () => window.show());
  reloadAfterCrash(window);
  void window.loadURL(articleUrl(id));
  return window;
}

/** What every window of ours is. */
function common(theme: Theme): BrowserWindowConstructorOptions {
  return {
    minWidth: 360,
    minHeight: 400,
    show: false,
    title: 'Offprint',
    backgroundColor: backgroundOf(theme),
    ...(process.platform === 'linux' ? { icon: join(import.meta.dirname, '../assets/icons/256.png') } : {}),
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      // Its dictionaries come over the network.
      spellcheck: false,
    },
  };
}

/** A window whose process is gone shows nothing. It holds nothing either, so it is loaded again; not for ever, if that is what kills it. */
function reloadAfterCrash(window: BrowserWindow): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = Date.now();
    if (reason === 'clean-exit' || now - last < CRASH_AGAIN_MS) return;
    last = now;
    window.webContents.reload();
  });
}

function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'system' ? 'system' : theme === 'dark' || theme === 'black' ? 'dark' : 'light';
}

function backgroundOf(theme: Theme): string {
  if (theme !== 'system') return BACKGROUND[theme];
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}
