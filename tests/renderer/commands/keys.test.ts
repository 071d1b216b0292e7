import { describe, expect, it } from 'vitest';
import { chordText, isSingleKey, parseChord } from '../../../electron/contract/keys.ts';
import { chordOf, matches, type KeyLike } from '../../../renderer/commands/keys.ts';

const press = (key: string, over: Partial<KeyLike> = {}): KeyLike => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  preventDefault: () => undefined,
  ...over,
});

describe('chords', () => {
  it('reads modifiers and keys, the plus sign included', () => {
    expect(parseChord('Mod+Shift+n')).toEqual({ mod: true, shift: true, key: 'n' });
    expect(parseChord('Shift+J')).toEqual({ mod: false, shift: true, key: 'j' });
    expect(parseChord('Mod++')).toEqual({ mod: true, shift: false, key: '+' });
    expect(parseChord('Mod+=')).toEqual({ mod: true, shift: false, key: '=' });
    expect(parseChord('Mod+\\')).toEqual({ mod: true, shift: false, key: '\\' });
    expect(parseChord('Shift+ ')).toEqual({ mod: false, shift: true, key: ' ' });
    expect(parseChord('?')).toEqual({ mod: false, shift: false, key: '?' });
  });

  it('calls a key without a modifier single, however Shift stands, and F6 and Escape not', () => {
    expect(['j', 'Shift+J', '?', '/'].map((key) => isSingleKey(parseChord(key)))).toEqual([true, true, true, true]);
    expect(['Mod+n', 'F6', 'Escape', 'Enter', 'Delete'].map((key) => isSingleKey(parseChord(key)))).toEqual(Array(5).fill(false));
  });

  it('means Cmd by Mod on macOS and Ctrl elsewhere', () => {
    const chord = parseChord('Mod+n');
    expect(matches(chord, press('n', { metaKey: true }), 'darwin')).toBe(true);
    expect(matches(chord, press('n', { ctrlKey: true }), 'darwin')).toBe(false);
    expect(matches(chord, press('n', { ctrlKey: true }), 'win32')).toBe(true);
    expect(matches(chord, press('n', { metaKey: true }), 'linux')).toBe(false);
  });

  it('tells j from Shift+J, and is not misled by Caps Lock', () => {
    expect(matches(parseChord('j'), press('j'), 'linux')).toBe(true);
    expect(matches(parseChord('j'), press('J'), 'linux')).toBe(true);
    expect(matches(parseChord('j'), press('J', { shiftKey: true }), 'linux')).toBe(false);
    expect(matches(parseChord('Shift+J'), press('J', { shiftKey: true }), 'linux')).toBe(true);
  });

  it('takes ? and / with or without Shift, as layouts differ', () => {
    expect(matches(parseChord('?'), press('?', { shiftKey: true }), 'linux')).toBe(true);
    expect(matches(parseChord('/'), press('/', { shiftKey: true }), 'linux')).toBe(true);
    expect(matches(parseChord(' '), press(' ', { shiftKey: true }), 'linux')).toBe(false);
  });

  it('leaves AltGr characters alone', () => {
    expect(matches(parseChord('Mod+n'), press('n', { ctrlKey: true, altKey: true }), 'win32')).toBe(false);
  });

  it('finds letters by their place where the layout writes another script', () => {
    expect(matches(parseChord('j'), press('о', { code: 'KeyJ' }), 'linux')).toBe(true);
    expect(matches(parseChord('Mod+z'), press('я', { code: 'KeyZ', ctrlKey: true }), 'linux')).toBe(true);
    // A Latin layout with its letters elsewhere keeps its own letters.
    expect(matches(parseChord('z'), press('y', { code: 'KeyZ' }), 'linux')).toBe(false);
  });
});

describe('a key that someone presses to choose it', () => {
  const chosen = (event: KeyLike, platform: 'linux' | 'darwin' = 'linux'): string | null => {
    const chord = chordOf(event, platform);
    return chord && chordText(chord);
  };

  it('is written as the table writes keys, and then matches itself', () => {
    const events: [KeyLike, string][] = [
      [press('j'), 'j'],
      [press('J', { shiftKey: true }), 'Shift+J'],
      [press('?', { shiftKey: true }), '?'],
      [press(' ', { shiftKey: true }), 'Shift+ '],
      [press('N', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+n'],
      [press('+', { ctrlKey: true, shiftKey: true }), 'Mod++'],
      [press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft'],
      [press('F7', { shiftKey: true }), 'Shift+F7'],
    ];
    for (const [event, text] of events) {
      expect(chosen(event)).toBe(text);
      expect(matches(parseChord(text), event, 'linux'), text).toBe(true);
    }
  });

  it('is nothing while only modifiers are down, in an input method, and with the key of the other platform', () => {
    expect(chosen(press('Shift', { shiftKey: true }))).toBeNull();
    expect(chosen(press('Control', { ctrlKey: true }))).toBeNull();
    expect(chosen(press('Dead'))).toBeNull();
    expect(chosen(press('a', { isComposing: true }))).toBeNull();
    expect(chosen(press('a', { metaKey: true }))).toBeNull();
    expect(chosen(press('a', { metaKey: true }), 'darwin')).toBe('Mod+a');
    expect(chosen(press('å', { altKey: true, code: 'KeyA' }), 'darwin')).toBe('Alt+a');
  });
});
