import { describe, expect, it } from 'vitest';
import { libraryPath } from '../../../electron/adapters/platform/library-path.ts';

describe('the folder of the library', () => {
  it.each([
    ['linux', {}, '/home/ayse', '/home/ayse/.local/share/offprint'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/ayse', '/data/offprint'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ayse', '/home/ayse/.local/share/offprint'],
    ['darwin', {}, '/Users/ayse', '/Users/ayse/Library/Application Support/Offprint'],
    ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\ayse', 'D:\\Local\\Offprint'],
    ['win32', {}, 'C:\\Users\\ayse', 'C:\\Users\\ayse\\AppData\\Local\\Offprint'],
  ])('on %s with %j is the one of the platform', (platform, env, home, expected) => {
    expect(libraryPath(env, platform, home)).toBe(expected);
  });

  it('is the one that OFFPRINT_LIBRARY names, everywhere', () => {
    expect(libraryPath({ OFFPRINT_LIBRARY: '/mine', XDG_DATA_HOME: '/data' }, 'linux', '/home/ayse')).toBe('/mine');
    expect(libraryPath({ OFFPRINT_LIBRARY: '/mine' }, 'darwin', '/Users/ayse')).toBe('/mine');
    expect(libraryPath({ OFFPRINT_LIBRARY: 'E:\\mine' }, 'win32', 'C:\\Users\\ayse')).toBe('E:\\mine');
  });
});
