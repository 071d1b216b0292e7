import { isPrintable, type Chord } from '../../../../electron/contract/keys.ts';
import type { Platform } from '../../../bridge/types.ts';

/** Why a key cannot be a shortcut. */
export type Reserved = 'moves' | 'text' | 'system';

/** Keys that lists, menus, fields and the screen reader use everywhere. */
const MOVING = new Set(['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Escape']);
const CLIPBOARD = new Set(['c', 'x', 'v']);
/** Quit, close, minimise, hide and “Open file…” of the menu. */
const SYSTEM = new Set(['q', 'w', 'm', 'o']);

/** Whether a key is spoken for by more than a command, and by what. */
export function reservedAs({ mod, alt, shift, key }: Chord, platform: Platform): Reserved | null {
  if (MOVING.has(key) && !mod && !alt) return 'moves';
  if (key === 'Tab' || key === 'ContextMenu' || (key === 'F10' && !mod)) return 'moves';
  if (mod && !shift && !alt && CLIPBOARD.has(key)) return 'text';
  if (mod && !shift && !alt && (SYSTEM.has(key) || (platform === 'darwin' && key === 'h'))) return 'system';
  // Alt and a letter open a menu on Windows and Linux; Alt+F4 closes the window.
  if (alt && !mod && platform !== 'darwin' && (isPrintable(key) || key === 'F4')) return 'system';
  return null;
}
