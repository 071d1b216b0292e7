import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './project.mjs';

/** Where the program lies inside an unpacked Electron. */
const PROGRAM = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** An unpacked Electron in `folder`: {folder, program, version}, or null where there is none that can be started. */
export function electronIn(folder, platform = process.platform) {
  const program = join(folder, PROGRAM[platform] ?? 'electron');
  try {
    accessSync(program, constants.X_OK);
    return { folder, program, version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') };
  } catch {
    return null;
  }
}

/**
 * The Electron on this disk: what ELECTRON_OVERRIDE_DIST_PATH names, else the installed package's. Never through `require('electron')`,
 * which starts a download. `note` is a sentence where the variable names no Electron.
 */
export function findElectron(env = process.env, installed = inRoot('node_modules/electron/dist')) {
  const named = env.ELECTRON_OVERRIDE_DIST_PATH;
  const override = named ? electronIn(named) : null;
  return {
    electron: override ?? electronIn(installed),
    note: named && override === null ? `ELECTRON_OVERRIDE_DIST_PATH is ${named}, and no Electron that can be started lies there.` : null,
  };
}

/** Why Electron cannot show a window here, as half a sentence; null where it can. */
export function whyNoElectronWindow(env = process.env, platform = process.platform, uid = process.getuid?.()) {
  if (platform !== 'linux') return null;
  if (uid === 0) return 'Electron does not run as root';
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'there is no display for a window here';
  return null;
}
