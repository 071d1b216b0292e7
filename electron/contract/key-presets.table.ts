import type { CommandId } from './commands.table.ts';

/** Sets of keys to start from. What a preset does not name keeps the key of the command table, unless the preset gives that key to another command. */
export type KeyPreset = 'offprint' | 'vim' | 'gmail';
export const KEY_PRESETS = ['offprint', 'vim', 'gmail'] as const satisfies readonly KeyPreset[];

export const PRESET_KEYS: Readonly<Record<KeyPreset, Partial<Record<CommandId, readonly string[]>>>> = {
  offprint: {},
  /** h j k l as left, down, up, right; u and Ctrl+R; v to select, d to delete, y to take a copy, : for commands. */
  vim: {
    'window.back': ['Escape', 'h'],
    'list.open': ['Enter', 'l'],
    'edit.undo': ['u', 'Mod+z'],
    'edit.redo': ['Mod+r', 'Mod+Shift+z'],
    'list.toggleSelected': ['v', 'x'],
    'article.trash': ['d', 'Delete', 'Mod+Backspace'],
    'palette.open': [':', 'Mod+k'],
    'list.previousUnread': ['Shift+N', 'p'],
    'reader.pageDown': [' ', 'Mod+d'],
    'reader.pageUp': ['Shift+ ', 'Mod+u'],
    'reader.copyWithSource': ['y', 'Mod+Shift+c'],
    'reader.highlight': ['i'],
    'article.toggleLater': ['w'],
  },
  /** e archive, # delete, l label, v move, b snooze, z undo, u back, o open, Shift+U unread, c for something new. */
  gmail: {
    'list.open': ['o', 'Enter'],
    'window.back': ['Escape', 'u'],
    'article.openOriginal': ['Shift+O'],
    'article.openWindow': ['Shift+W'],
    'article.trash': ['#', 'Delete', 'Mod+Backspace'],
    'article.toggleRead': ['Shift+U'],
    'article.tag': ['l'],
    'article.collect': ['v'],
    'article.toggleLater': ['b'],
    'edit.undo': ['z', 'Mod+z'],
    'library.add': ['c', 'Mod+n'],
  },
};
