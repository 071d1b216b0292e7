import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canShowWindow, findBrowser } from '../../../electron/headless/browser.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-browser-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the browser for an app window', () => {
  it.runIf(process.platform !== 'win32')('is a Chromium, Chrome or Edge on the path that can be started', async () => {
    const [first, second] = [join(folder, 'a'), join(folder, 'b')];
    await mkdir(first);
    await mkdir(second);
    await writeFile(join(first, 'chromium'), '', { mode: 0o644 });
    await writeFile(join(second, 'microsoft-edge'), '', { mode: 0o755 });
    expect(findBrowser({ PATH: [first, second].join(delimiter) }, 'linux')).toBe(join(second, 'microsoft-edge'));
    expect(findBrowser({ PATH: first }, 'linux')).toBeNull();
    expect(findBrowser({}, 'linux')).toBeNull();
  });

  it('is opened only where there is a screen, and never as root', () => {
    expect(canShowWindow({ DISPLAY: ':0' }, 'linux', 1000)).toBe(true);
    expect(canShowWindow({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 1000)).toBe(true);
    expect(canShowWindow({ DISPLAY: ':0' }, 'linux', 0)).toBe(false);
    expect(canShowWindow({}, 'linux', 1000)).toBe(false);
    expect(canShowWindow({}, 'darwin', 501)).toBe(true);
    expect(canShowWindow({}, 'win32', undefined)).toBe(true);
  });
});
