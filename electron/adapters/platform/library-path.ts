import { posix, win32 } from 'node:path';

/**
 * The folder of the default library, shared by both hosts. `OFFPRINT_LIBRARY` overrides it everywhere; otherwise it is
 * `$XDG_DATA_HOME/offprint` (`~/.local/share/offprint`), `~/Library/Application Support/Offprint` or `%LOCALAPPDATA%\Offprint`.
 *
 * @param home the person's home folder, absolute
 */
export function libraryPath(env: Readonly<Record<string, string | undefined>>, platform: string, home: string): string {
  const path = platform === 'win32' ? win32 : posix;
  const chosen = env['OFFPRINT_LIBRARY'];
  if (chosen) return path.resolve(chosen);
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Offprint');
  if (platform === 'win32') return path.join(env['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local'), 'Offprint');
  // The XDG base directory specification says that a relative path is invalid and must be ignored.
  const data = env['XDG_DATA_HOME'];
  return path.join(data && path.isAbsolute(data) ? data : path.join(home, '.local', 'share'), 'offprint');
}
