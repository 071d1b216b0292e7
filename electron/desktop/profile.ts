import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Chromium's own folder. Not Electron's default, which on macOS is the library's folder. A library that was chosen with OFFPRINT_LIBRARY has a
 * profile of its own, since the single instance is counted by it: two libraries may be open at once.
 */
export function setProfile(root: string, chosen: boolean): void {
  const given = app.commandLine.getSwitchValue('user-data-dir');
  const base = given || join(app.getPath('appData'), 'offprint-desktop');
  const own = chosen ? join(base, 'libraries', createHash('sha256').update(root).digest('hex').slice(0, 12)) : base;
  app.setPath('userData', own);
  app.setPath('sessionData', own);
}
