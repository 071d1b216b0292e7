import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWindowState, visibleBounds, writeWindowState } from '../../electron/desktop/window-state.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-window-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the place of the window', () => {
  const state = { bounds: { x: 10, y: 20, width: 900, height: 700 }, maximized: true, theme: 'sepia' as const };

  it('is as it was left', () => {
    const path = join(folder, 'new', 'window.json');
    writeWindowState(path, state);
    expect(readWindowState(path)).toEqual(state);
  });

  it.each(['', '{', '[]', '{"bounds":{"x":"1"},"maximized":true,"theme":"sepia"}', '{"bounds":null,"maximized":false,"theme":"pink"}'])(
    'is the first one where the file holds %j',
    async (text) => {
      await writeFile(join(folder, 'window.json'), text);
      expect(readWindowState(join(folder, 'window.json'))).toEqual({ bounds: null, maximized: false, theme: 'system' });
    },
  );

  it('costs nothing when it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    writeWindowState(join(folder, 'file', 'window.json'), state);
  });

  it('is given up where no screen shows it any more', () => {
    const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
    expect(visibleBounds(state.bounds, screens)).toEqual(state.bounds);
    expect(visibleBounds({ x: 2500, y: 20, width: 900, height: 700 }, screens)).toBeNull();
    expect(visibleBounds({ x: 1880, y: 20, width: 900, height: 700 }, screens)).toBeNull();
    expect(visibleBounds({ x: 10, y: -690, width: 900, height: 700 }, screens)).toBeNull();
    expect(
      visibleBounds({ x: 2500, y: 20, width: 900, height: 700 }, [...screens, { x: 1920, y: 0, width: 1920, height: 1080 }]),
    ).not.toBeNull();
    expect(visibleBounds(null, screens)).toBeNull();
  });
});
