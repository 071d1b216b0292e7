import { COMMANDS, type CommandId } from '../../electron/contract/commands.table.ts';
import type { Platform } from '../bridge/types.ts';
import { isSingleKey, parseChord } from '../commands/keys.ts';

const MAC: Record<string, string> = { Mod: '⌘', Shift: '⇧', Enter: '↩', Escape: '⎋', Backspace: '⌫', Delete: '⌦' };
const OTHER: Record<string, string> = { Mod: 'Ctrl', Escape: 'Esc' };
const ANY: Record<string, string> = { ' ': 'Space', ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' };

/** The parts of a key of the command table (`Mod+Shift+n`), as that platform writes them. */
export function keyParts(key: string, platform: Platform): string[] {
  const names = platform === 'darwin' ? MAC : OTHER;
  return key.split(/\+(?=.)/).map((part) => names[part] ?? ANY[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** The key to show for a command: its first that works (single keys can be switched off); null for none. */
export function keyOf(command: CommandId, singleKeys: boolean): string | null {
  const keys: readonly string[] = COMMANDS.find(({ id }) => id === command)?.keys ?? [];
  return keys.find((key) => singleKeys || !isSingleKey(parseChord(key))) ?? null;
}
