import { describe, expect, it } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, type CommandId } from '../../electron/contract/commands.table.ts';
import { keyMapOf, type KeySettings } from '../../electron/contract/key-map.ts';
import { menuTemplate } from '../../electron/desktop/menu-template.ts';
import { NO_WORDS, wordsOf } from '../../electron/desktop/words.ts';

type Item = MenuItemConstructorOptions;
const items = (menu: Item[]): Item[] => menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
const ENGLISH = wordsOf('en', NO_WORDS);
const OURS: KeySettings = { keyPreset: 'offprint', keys: {} };
const template = (platform: NodeJS.Platform, packaged = true, ran: string[] = [], keys = OURS, words = ENGLISH): Item[] => {
  const actions = { run: (id: CommandId) => void ran.push(id), openFiles: () => void ran.push('open') };
  return menuTemplate(platform, packaged, actions, keyMapOf(keys), words);
};
const plain = (label = ''): string => label.replaceAll('&&', '\0').replaceAll('&', '').replaceAll('\0', '&');

describe.each(['linux', 'win32', 'darwin'] as const)('the application menu on %s', (platform) => {
  it('has every command that the table gives a place, in the place it gives, and runs it', () => {
    const ran: string[] = [];
    const all = items(template(platform, true, ran));
    for (const command of COMMANDS.filter((each: Command) => each.menu !== undefined)) {
      const found = all.filter((item) => item.id === command.id);
      expect(found, command.id).toHaveLength(1);
      (found[0]?.click as () => void)();
      expect(ran.at(-1)).toBe(command.id);
    }
    expect(all.filter((item) => COMMANDS.some((command: Command) => command.id === item.id && command.menu === undefined))).toEqual([]);
  });

  it('shows keys with a modifier without taking them from the window, and no single key', () => {
    for (const item of items(template(platform))) {
      if (item.accelerator === undefined || item.id === 'desktop.open') continue;
      expect(item.registerAccelerator).toBe(false);
      expect(item.accelerator).toMatch(/^CmdOrCtrl\+|^(Shift\+)?F\d+$/);
    }
    const byId = new Map(items(template(platform)).map((item) => [item.id, item.accelerator]));
    expect(byId.get('library.add')).toBe('CmdOrCtrl+N');
    expect(byId.get('edit.redo')).toBe('CmdOrCtrl+Shift+Z');
    expect(byId.get('reader.larger')).toBe('CmdOrCtrl+=');
    expect(byId.get('article.trash')).toBeUndefined();
    expect(byId.get('list.next')).toBeUndefined();
  });

  it('shows the keys that the person chose, and none where they were taken away', () => {
    const keys: KeySettings = {
      keyPreset: 'vim',
      keys: { 'library.add': ['Mod+Shift+d'], 'reader.find': [], 'article.tag': ['t', 'Mod+t'] },
    };
    const byId = new Map(items(template(platform, true, [], keys)).map((item) => [item.id, item.accelerator]));
    expect(byId.get('library.add')).toBe('CmdOrCtrl+Shift+D');
    expect(byId.get('reader.find')).toBeUndefined();
    expect(byId.get('article.tag')).toBe('CmdOrCtrl+T');
    expect(byId.get('edit.redo')).toBe('CmdOrCtrl+R');
  });

  it('has what an edit menu must have for text fields', () => {
    const roles = items(template(platform)).map((item) => item.role);
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'quit']));
    expect(roles.includes('togglefullscreen')).toBe(platform === 'darwin');
    expect(items(template(platform)).find(({ id }) => id === 'reader.fullScreen')?.accelerator).toBe('F11');
  });

  it('has developer tools only when it runs from the checkout', () => {
    const has = (packaged: boolean): boolean => items(template(platform, packaged)).some((item) => item.role === 'toggleDevTools');
    expect(has(true)).toBe(false);
    expect(has(false)).toBe(true);
  });
});

describe('the words of the menu', () => {
  it('are in title case on macOS, with the menu of the app first', () => {
    const menu = template('darwin');
    expect(menu[0]?.label).toBe('Offprint');
    const labels = items(menu).map((item) => item.label);
    expect(labels).toContain('Mark Read or Unread');
    expect(labels).toContain('Move to Trash');
    expect(labels.filter((label) => label?.includes('&'))).toEqual([]);
  });

  it.each(['linux', 'win32'] as const)('are in sentence case on %s, each with an access key of its own in its menu', (platform) => {
    const menu = template(platform);
    expect(menu.map((item) => plain(item.label))).toEqual(['File', 'Edit', 'View', 'Article', 'Go', 'Help']);
    for (const level of [menu, ...menu.map((item) => item.submenu as Item[])]) {
      const keys = level.flatMap((item) => (item.label === undefined ? [] : [/&(\p{L})/u.exec(item.label)?.[1]?.toLowerCase()]));
      expect(keys).not.toContain(undefined);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(items(menu).map((item) => plain(item.label))).toContain('Mark read or unread');
  });
});

const inLanguage = (platform: NodeJS.Platform, language: 'de' | 'ja', catalogue: Record<string, string>): Item[] =>
  template(platform, true, [], OURS, wordsOf(language, catalogue));

describe('the menu in another language', () => {
  it('says commands, menus and the items with a role of the system in it, and in English what is not translated', () => {
    const german = {
      'menu.edit': 'Bearbeiten',
      'menu.cut': 'Ausschneiden',
      'menu.quit': 'Offprint beenden',
      'command.app.settings': 'Einstellungen…',
    };
    const all = items(inLanguage('darwin', 'de', german));
    expect(all.find(({ role }) => role === 'cut')?.label).toBe('Ausschneiden');
    expect(all.find(({ role }) => role === 'quit')?.label).toBe('Offprint beenden');
    expect(all.find(({ id }) => id === 'app.settings')?.label).toBe('Einstellungen…');
    const labels = all.map(({ label }) => label);
    expect(labels).toContain('Bearbeiten');
    // No title case but in English, which is said where a word is missing.
    expect(labels).toContain('Mark read or unread');
    // Whatever has a place in the menu has words of ours: Electron's own are English.
    expect(all.filter(({ label, type }) => label === undefined && type !== 'separator')).toEqual([]);
  });

  it('puts a letter of the alphabet behind Japanese words, each its own', () => {
    const menu = inLanguage('linux', 'ja', { 'menu.file': 'ファイル', 'menu.edit': '編集', 'command.app.settings': '設定…' });
    expect(menu.slice(0, 2).map(({ label }) => label)).toEqual([
      expect.stringMatching(/^ファイル\(&[A-Z]\)$/),
      expect.stringMatching(/^編集\(&[A-Z]\)$/),
    ]);
    const keys = menu.map(({ label }) => /&(\p{L})/u.exec(label ?? '')?.[1]?.toLowerCase());
    expect(new Set(keys).size).toBe(menu.length);
    expect(items(menu).find(({ id }) => id === 'app.settings')?.label).toMatch(/^設定\(&[A-Z]\)…$/);
  });

  it('says in English what cannot be formatted', () => {
    const words = wordsOf('de', { 'desktop.notSaved': '{name' });
    expect(words.say({ id: 'desktop.notSaved', defaultMessage: '{name} was not saved.' }, { name: 'a.md' })).toBe('a.md was not saved.');
  });
});
