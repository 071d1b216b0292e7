import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { COMMANDS, type Command, type CommandId } from '../../../electron/contract/commands.table.ts';
import { commandFor, dispatchKey, setKeyContext, type KeyContext } from '../../../renderer/commands/dispatch.ts';
import { keyMapOf } from '../../../electron/contract/key-map.ts';
import { KEY_PRESETS } from '../../../electron/contract/key-presets.table.ts';
import { parseChord } from '../../../electron/contract/keys.ts';
import type { KeyLike } from '../../../renderer/commands/keys.ts';
import { registerCommands, runCommand } from '../../../renderer/commands/registry.ts';
import { placeOf } from '../../../renderer/commands/where.ts';

const CONTEXT: KeyContext = { platform: 'linux', singleKeys: true, dialogOpen: false };

/** The event of a key of the table. */
function eventOf(text: string, target: EventTarget | null = null): KeyLike {
  const { mod, shift, alt, key } = parseChord(text);
  return {
    key: shift && /^[a-z]$/.test(key) ? key.toUpperCase() : key,
    metaKey: false,
    ctrlKey: mod,
    altKey: alt ?? false,
    shiftKey: shift,
    target,
    preventDefault: () => undefined,
  };
}

const every = Object.fromEntries(COMMANDS.map(({ id }) => [id, () => undefined]));
const allKeys: { id: CommandId; key: string }[] = COMMANDS.flatMap(({ id, keys }) => keys.map((key) => ({ id, key })));

function element(html: string, selector: string): Element {
  document.body.innerHTML = html;
  const found = document.querySelector(selector);
  if (!found) throw new Error(selector);
  return found;
}

describe('keys of the command table', () => {
  let stop: () => void;
  beforeEach(() => {
    stop = registerCommands(every);
  });
  afterEach(() => {
    stop();
    document.body.innerHTML = '';
  });

  it.each(allKeys)('$key means $id and nothing else', ({ id, key }) => {
    expect(commandFor(eventOf(key), CONTEXT, 'elsewhere')).toBe(id);
  });

  it('has no two commands on one key in scopes that meet', () => {
    const seen = new Map<string, string>();
    for (const { id, key } of allKeys) {
      const chord = JSON.stringify(parseChord(key));
      expect(seen.get(chord), `${key}: ${id}`).toBeUndefined();
      seen.set(chord, id);
    }
  });

  it('lets single keys rest in text fields, and leaves a field its own editing keys', () => {
    for (const { id, key } of allKeys) {
      const chord = parseChord(key);
      const expected = (chord.mod && !['z', 'a', 'c', 'Backspace'].includes(chord.key)) || /^F\d/.test(chord.key) ? id : null;
      expect(commandFor(eventOf(key), CONTEXT, 'text-field'), key).toBe(expected);
    }
  });

  it('hears nothing while a dialog is open, and nothing from menus', () => {
    for (const { key } of allKeys) {
      expect(commandFor(eventOf(key), { ...CONTEXT, dialogOpen: true }, 'elsewhere')).toBeNull();
      expect(commandFor(eventOf(key), CONTEXT, 'overlay')).toBeNull();
    }
  });

  it('switches all single keys off but paging, when the person says so', () => {
    const off = { ...CONTEXT, singleKeys: false };
    expect(['j', 'k', 's', '?', '/', 'Shift+J'].map((key) => commandFor(eventOf(key), off, 'elsewhere'))).toEqual(Array(6).fill(null));
    expect(commandFor(eventOf(' '), off, 'elsewhere')).toBe('reader.pageDown');
    expect(commandFor(eventOf('Mod+n'), off, 'elsewhere')).toBe('library.add');
    expect(commandFor(eventOf('Escape'), off, 'elsewhere')).toBe('window.back');
  });

  it.each(KEY_PRESETS)('follows the preset %s: each of its keys means its command', (preset) => {
    const keys = keyMapOf({ keyPreset: preset, keys: {} });
    for (const [id, own] of keys) for (const key of own) expect(commandFor(eventOf(key), { ...CONTEXT, keys }, 'elsewhere'), key).toBe(id);
  });

  it('follows the person’s own keys, and forgets those they took away', () => {
    const keys = keyMapOf({ keyPreset: 'offprint', keys: { 'article.toggleStar': ['Shift+S', 'F8'] } });
    const meaning = (key: string, place: 'elsewhere' | 'text-field' = 'elsewhere') => commandFor(eventOf(key), { ...CONTEXT, keys }, place);
    expect([meaning('Shift+S'), meaning('F8'), meaning('s')]).toEqual(['article.toggleStar', 'article.toggleStar', null]);
    expect([meaning('Shift+S', 'text-field'), meaning('F8', 'text-field')]).toEqual([null, 'article.toggleStar']);
  });

  it('leaves Enter and Space to a button, and Delete to the tree', () => {
    expect(commandFor(eventOf('Enter'), CONTEXT, 'control')).toBeNull();
    expect(commandFor(eventOf(' '), CONTEXT, 'control')).toBeNull();
    expect(commandFor(eventOf('j'), CONTEXT, 'control')).toBe('list.next');
    expect(commandFor(eventOf('Delete'), CONTEXT, 'sidebar')).toBeNull();
    expect(commandFor(eventOf('Mod+Backspace'), CONTEXT, 'sidebar')).toBeNull();
    expect(commandFor(eventOf('j'), CONTEXT, 'sidebar')).toBe('list.next');
    expect(commandFor(eventOf('Mod+n'), CONTEXT, 'sidebar')).toBe('library.add');
  });

  it('does not act on keys of an input method, or that someone has handled', () => {
    expect(commandFor({ ...eventOf('j'), isComposing: true }, CONTEXT)).toBeNull();
    expect(commandFor({ ...eventOf('j'), defaultPrevented: true }, CONTEXT)).toBeNull();
  });

  it('knows where a key was pressed', () => {
    expect(placeOf(element('<input type="search">', 'input'))).toBe('text-field');
    expect(placeOf(element('<input type="checkbox">', 'input'))).toBe('control');
    expect(placeOf(element('<div contenteditable="true"><b>x</b></div>', 'b'))).toBe('text-field');
    expect(placeOf(element('<div role="dialog"><p>x</p></div>', 'p'))).toBe('overlay');
    expect(placeOf(element('<ul role="menu"><li>x</li></ul>', 'li'))).toBe('overlay');
    expect(placeOf(element('<button><i>x</i></button>', 'i'))).toBe('control');
    expect(placeOf(element('<nav data-pane="sidebar"><i>x</i></nav>', 'i'))).toBe('sidebar');
    expect(placeOf(element('<p>x</p>', 'p'))).toBe('elsewhere');
    expect(placeOf(null)).toBe('elsewhere');
  });
});

describe('running commands', () => {
  it('asks the newest handler first, and goes on where it passes', () => {
    const older = vi.fn();
    const newer = vi.fn(() => false);
    const stops = [registerCommands({ 'list.next': older }), registerCommands({ 'list.next': newer })];
    expect(runCommand('list.next')).toBe(true);
    expect([newer.mock.calls.length, older.mock.calls.length]).toEqual([1, 1]);
    stops[0]?.();
    expect(runCommand('list.next')).toBe(false);
    stops[1]?.();
  });

  it('prevents the browser’s own action only where a command ran', () => {
    setKeyContext(() => CONTEXT);
    const preventDefault = vi.fn();
    expect(dispatchKey({ ...eventOf('j'), preventDefault })).toBe(false);
    expect(preventDefault).not.toHaveBeenCalled();
    const stop = registerCommands({ 'list.next': () => undefined });
    expect(dispatchKey({ ...eventOf('j'), preventDefault })).toBe(true);
    expect(preventDefault).toHaveBeenCalledOnce();
    stop();
  });

  it('has a unique id and at least a label for every command', () => {
    const commands: readonly Command[] = COMMANDS;
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(commands.every(({ label }) => label.trim() !== '')).toBe(true);
  });
});
