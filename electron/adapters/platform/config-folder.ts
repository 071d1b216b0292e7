import { posix, win32 } from 'node:path';

/**
 * The folder for what Offprint remembers of a person outside any library. `OFFPRINT_CONFIG` overrides it; otherwise it is
 * `$XDG_CONFIG_HOME/offprint` (`~/.config/offprint`), `~/Library/Preferences/Offprint` or `%APPDATA%\Offprint`.
 *
 * @param home the person's home folder, absolute
 */
export function configFolder(env: Readonly<Record<string, string | undefined>>, platform: string, home: string): string {
  const path = platform === 'win32' ? win32 : posix;
  const chosen = env['OFFPRINT_CONFIG'];
  if (chosen) return path.resolve(chosen);
  if (platform === 'darwin') return path.join(home, 'Library', 'Preferences', 'Offprint');
  if (platform === 'win32') return path.join(env['APPDATA'] || path.join(home, 'AppData', 'Roaming'), 'Offprint');
  const config = env['XDG_CONFIG_HOME'];
  return path.join(config && path.isAbsolute(config) ? config : path.join(home, '.config'), 'offprint');
}
