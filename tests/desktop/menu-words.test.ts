import { describe, expect, it } from 'vitest';
import { accelerator, titleCase, withAccessKeys } from '../../electron/desktop/menu-words.ts';

describe('accelerators', () => {
  it.each([
    ['Mod+n', 'CmdOrCtrl+N'],
    ['Mod+Shift+n', 'CmdOrCtrl+Shift+N'],
    ['Mod++', 'CmdOrCtrl+Plus'],
    ['Mod+,', 'CmdOrCtrl+,'],
    ['Mod+\\', 'CmdOrCtrl+\\'],
    ['Mod+Backspace', 'CmdOrCtrl+Backspace'],
    ['F6', 'F6'],
    ['Shift+F6', 'Shift+F6'],
  ])('write %s as %s', (key, expected) => {
    expect(accelerator(key)).toBe(expected);
  });

  it.each(['j', '?', ' ', 'Shift+J', 'Enter', 'Delete', 'Escape', '/'])('leave %s to the window', (key) => {
    expect(accelerator(key)).toBeNull();
  });
});

describe('labels', () => {
  it('get title case with small words left small', () => {
    expect(titleCase('Mark read or unread')).toBe('Mark Read or Unread');
    expect(titleCase('Show or hide the sidebar')).toBe('Show or Hide the Sidebar');
    expect(titleCase('Add article…')).toBe('Add Article…');
  });

  it('get different access keys, the first letters of words first', () => {
    expect(withAccessKeys(['Next article', 'Next unread article', 'New'])).toEqual(['&Next article', 'Next &unread article', 'N&ew']);
    expect(withAccessKeys(['a', 'a'])).toEqual(['&a', 'a']);
    expect(withAccessKeys(['Save & close'])).toEqual(['&Save && close']);
  });
});
