import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../electron/contract/commands.table.ts';
import { conflictsOf, keyMapOf, ownerOf, presetKeys, withKeyGiven, withKeys, type KeySettings } from '../../electron/contract/key-map.ts';
import { KEY_PRESETS, PRESET_KEYS } from '../../electron/contract/key-presets.table.ts';
import { settingsPatchSchema, settingsSchema } from '../../electron/contract/settings.ts';

const OURS: KeySettings = { keyPreset: 'offprint', keys: {} };

describe('the keys of the commands', () => {
  it.each(KEY_PRESETS)('have one meaning each in the preset %s, and every command that has a key in the table keeps one', (preset) => {
    const map = presetKeys(preset);
    expect(conflictsOf(map)).toEqual([]);
    const keyless = COMMANDS.filter(({ id, keys }) => keys.length > 0 && map.get(id)?.length === 0).map(({ id }) => id);
    expect(keyless).toEqual([]);
  });

  it.each(KEY_PRESETS)('of the preset %s are given to commands that exist, and some of them move articles, undo and go out', (preset) => {
    const ids = new Set<string>(COMMANDS.map(({ id }) => id));
    expect(Object.keys(PRESET_KEYS[preset]).filter((id) => !ids.has(id))).toEqual([]);
    const map = presetKeys(preset);
    expect([map.get('list.next')?.[0], map.get('list.previous')?.[0]]).toEqual(['j', 'k']);
    expect(map.get('edit.undo')).toContain('Mod+z');
    expect(map.get('window.back')).toContain('Escape');
  });

  it('of Gmail and Vim are those their readers have in their fingers', () => {
    const gmail = presetKeys('gmail');
    expect(['article.toggleArchive', 'article.trash', 'list.open', 'article.tag'].map((id) => gmail.get(id as never)?.[0])).toEqual([
      'e',
      '#',
      'o',
      'l',
    ]);
    expect(ownerOf(gmail, 'm')).toBeNull();
    const vim = presetKeys('vim');
    expect([ownerOf(vim, 'h'), ownerOf(vim, 'l'), ownerOf(vim, 'u'), ownerOf(vim, ':')]).toEqual([
      'window.back',
      'list.open',
      'edit.undo',
      'palette.open',
    ]);
  });

  it('of the person stand before those of the preset, and spellings do not matter', () => {
    const map = keyMapOf({ keyPreset: 'offprint', keys: { 'article.toggleStar': ['Shift+Mod+s'], 'article.tag': [], 'no.such': ['y'] } });
    expect(map.get('article.toggleStar')).toEqual(['Mod+Shift+s']);
    expect(map.get('article.tag')).toEqual([]);
    expect(ownerOf(map, 'Mod+Shift+S')).toBe('article.toggleStar');
    expect([ownerOf(map, 's'), ownerOf(map, 't'), ownerOf(map, 'y')]).toEqual([null, null, null]);
  });

  it('that two commands have are named with both', () => {
    const map = keyMapOf({ keyPreset: 'offprint', keys: { 'article.tag': ['s'] } });
    expect(conflictsOf(map)).toEqual([{ key: 's', commands: ['article.toggleStar', 'article.tag'] }]);
  });

  it('are taken from one command when they are given to another, and both are written down', () => {
    const keys = withKeyGiven(OURS, 'article.tag', 's');
    expect(keys).toEqual({ 'article.toggleStar': [], 'article.tag': ['t', 's'] });
    expect(conflictsOf(keyMapOf({ ...OURS, keys }))).toEqual([]);
    // Given back, nothing is left to write down but that tags lost it.
    expect(withKeyGiven({ ...OURS, keys }, 'article.toggleStar', 's')).toEqual({});
  });

  it('settle a conflict for the one that is chosen', () => {
    const settings: KeySettings = { keyPreset: 'offprint', keys: { 'article.tag': ['s'] } };
    const kept = keyMapOf({ ...settings, keys: withKeyGiven(settings, 'article.toggleStar', 's') });
    expect([kept.get('article.toggleStar'), kept.get('article.tag')]).toEqual([['s'], []]);
  });

  it('that are as in the preset are not written down', () => {
    expect(withKeys(OURS, 'article.tag', ['t'])).toEqual({});
    expect(withKeys({ ...OURS, keys: { 'article.tag': ['y'] } }, 'article.tag', ['t'])).toEqual({});
    expect(withKeys(OURS, 'article.tag', ['y', 'y'])).toEqual({ 'article.tag': ['y'] });
  });

  it('fit the settings, and nothing else does', () => {
    expect(settingsSchema.parse({ keyPreset: 'vim', keys: { 'article.tag': ['y'] } })).toMatchObject({ keyPreset: 'vim' });
    expect(settingsPatchSchema.safeParse({ keys: { 'article.tag': 'y' } }).success).toBe(false);
    expect(settingsPatchSchema.safeParse({ keyPreset: 'emacs' }).success).toBe(false);
  });
});
