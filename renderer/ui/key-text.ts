import type { CommandId } from '../../electron/contract/commands.table.ts';
import type { KeySettings } from '../../electron/contract/key-map.ts';
import { isSingleKey, parseChord } from '../../electron/contract/keys.ts';
import type { Platform } from '../bridge/types.ts';
import { currentKeys } from '../commands/current-keys.ts';

const MAC: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩', Escape: '⎋', Backspace: '⌫', Delete: '⌦' };
const OTHER: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc' };
const ANY: Record<string, string> = { ' ': 'Space', ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' };

/** The parts of a key of the command table (`Mod+Shift+n`), as that platform writes them. */
export function keyParts(key: string, platform: Platform): string[] {
  const names = platform === 'darwin' ? MAC : OTHER;
  return key.split(/\+(?=.)/).map((part) => names[part] ?? ANY[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

type KeySettingsHere = KeySettings & { readonly singleKeys: boolean };

/** The keys of a command that work: single keys can be switched off. */
export function workingKeys(command: CommandId, settings: KeySettingsHere): readonly string[] {
  return (currentKeys(settings).get(command) ?? []).filter((key) => settings.singleKeys || !isSingleKey(parseChord(key)));
}

/** The key to show for a command: its first that works; null for none. */
export function keyOf(command: CommandId, settings: KeySettingsHere): string | null {
  return workingKeys(command, settings)[0] ?? null;
}

/** A key in words, as this platform writes it: `Ctrl+Shift+N`, `⇧⌘N`. */
export function keyName(key: string, platform: Platform): string {
  return keyParts(key, platform).join(platform === 'darwin' ? '' : '+');
}

const ARIA: Record<string, string> = { ' ': 'Space', '+': 'Plus' };

/** Keys as `aria-keyshortcuts` wants them; undefined for none. */
export function ariaKeys(keys: readonly string[], platform: Platform): string | undefined {
  const said = keys.map((key) =>
    key
      .split(/\+(?=.)/)
      .map((part) => (part === 'Mod' ? (platform === 'darwin' ? 'Meta' : 'Control') : (ARIA[part] ?? part)))
      .join('+'),
  );
  return said.length === 0 ? undefined : said.join(' ');
}
