import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { AppError } from '../core/errors.ts';

type Env = NodeJS.ProcessEnv;

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];
const ON_MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const ON_WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

function candidates(env: Env, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return ON_MAC;
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter((folder) => folder !== undefined);
    return folders.flatMap((folder) => ON_WINDOWS.map((name) => join(folder, name)));
  }
  return (env['PATH'] ?? '').split(delimiter).flatMap((folder) => ON_PATH.map((name) => join(folder, name)));
}

/** An installed Chromium, Chrome or Edge, which can show a page as a window of its own; null where there is none. */
export function findBrowser(env: Env = process.env, platform: NodeJS.Platform = process.platform): string | null {
  return candidates(env, platform).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a window can be shown: on Linux a display is needed, and browsers refuse to start as root with their sandbox on. */
export function canShowWindow(env: Env = process.env, platform: NodeJS.Platform = process.platform, uid = process.getuid?.()): boolean {
  if (platform !== 'linux') return true;
  return uid !== 0 && Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** Shows the address as an app window, if it can be done. A window that fails or is closed ends nothing: the address stays good. */
export function openAppWindow(url: string): void {
  const browser = canShowWindow() ? findBrowser() : null;
  if (browser !== null) start(browser, [`--app=${url}`]);
}

/** Opens an address with whatever the person uses for it. */
export async function openInBrowser(url: string): Promise<void> {
  if (!canShowWindow()) {
    throw new AppError('not-supported-here', `There is no screen here to open a browser on. The address is ${url}`, { details: { url } });
  }
  if (process.platform === 'darwin') start('open', [url]);
  else if (process.platform === 'win32') start('rundll32', ['url.dll,FileProtocolHandler', url]);
  else start('xdg-open', [url]);
}

function start(program: string, args: string[]): void {
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}
