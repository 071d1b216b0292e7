import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, settingsPatchSchema } from '../../../electron/contract/settings.ts';
import { settingsOf } from '../../../electron/core/library/settings.ts';
import type { LibraryTables } from '../../../electron/core/domain/records.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
beforeEach(async () => {
  library = await testLibrary();
});
afterEach(() => library.close());

describe('settings', () => {
  it('are the defaults at first', async () => {
    expect(await library.call('settings.get', {})).toEqual(DEFAULT_SETTINGS);
  });

  it('are changed one by one, kept, and announced', async () => {
    await library.call('settings.set', { fontSize: 22 });
    expect(await library.call('settings.set', { theme: 'sepia' })).toEqual({ ...DEFAULT_SETTINGS, fontSize: 22, theme: 'sepia' });
    expect(library.seen('settings').map(({ settings }) => settings.theme)).toEqual(['system', 'sepia']);
    await library.service.close();
    await library.opened.close();
    const again = await testLibrary({ root: library.root, index: library.index });
    expect(await again.call('settings.get', {})).toMatchObject({ fontSize: 22, theme: 'sepia' });
    await again.close();
  });

  it('do not take what is out of bounds or unknown', () => {
    expect(settingsPatchSchema.safeParse({ fontSize: 11 }).success).toBe(false);
    expect(settingsPatchSchema.safeParse({ colour: 'red' }).success).toBe(false);
    expect(settingsPatchSchema.parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
  });

  it('of another version keep what still fits', () => {
    const stored = { theme: 'neon', fontSize: 20, gone: true } as unknown as LibraryTables['settings'][string]['value'];
    const tables = { settings: { settings: { id: 'settings', value: stored } } } as unknown as LibraryTables;
    expect(settingsOf(tables)).toEqual({ ...DEFAULT_SETTINGS, fontSize: 20 });
  });
});
