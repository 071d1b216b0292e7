import { describe, expect, it } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, type CommandId } from '../../electron/contract/commands.table.ts';
import { keyMapOf, type KeySettings } from '../../electron/contract/key-map.ts';
import { menuTemplate } from '../../electron/desktop/menu-template.ts';

type Item = MenuItemConstructorOptions;
const items = (menu: Item[]): Item[] => menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
const OURS: KeySettings = { keyPreset: 'offprint', keys: {} };
const template = (platform: NodeJS.Platform, packaged = true, ran: string[] = [], keys = OURS): Item[] =>
  menuTemplate(platform, packaged, { run: (id: CommandId) => void ran.push(id), openFiles: () => void ran.push('open') }, keyMapOf(keys));
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
