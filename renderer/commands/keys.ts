import { isLetter, isPrintable, shiftTypes, type Chord } from '../../electron/contract/keys.ts';
import type { Platform } from '../bridge/types.ts';

/** What the dispatcher needs of a keyboard event; the reader's frame hands its own events over in this shape. */
export interface KeyLike {
  readonly key: string;
  readonly code?: string;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
  readonly defaultPrevented?: boolean;
  readonly target?: EventTarget | null;
  preventDefault(): void;
}

/** The Latin letter of a key whose layout writes another script, by its place on the keyboard. */
function latinKey(event: KeyLike): string {
  if (isLetter(event.key) && !/^[a-z]$/i.test(event.key)) {
    const letter = /^Key([A-Z])$/.exec(event.code ?? '')?.[1];
    if (letter) return letter.toLowerCase();
  }
  return isLetter(event.key) ? event.key.toLowerCase() : event.key;
}

/** Whether an event is a chord. Shift is compared only where it is not what types the character (`?` needs Shift on most layouts). */
export function matches(chord: Chord, event: KeyLike, platform: Platform): boolean {
  const mod = platform === 'darwin' ? event.metaKey : event.ctrlKey;
  const other = platform === 'darwin' ? event.ctrlKey : event.metaKey;
  if (other || event.altKey !== (chord.alt ?? false) || mod !== chord.mod) return false;
  if (latinKey(event) !== chord.key) return false;
  return shiftTypes(chord.key) || event.shiftKey === chord.shift;
}

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'Hyper', 'Super', 'OS']);
/** Keys that say nothing yet: the rest of an accent, an input method at work, a key this system has no name for. */
const UNFINISHED = new Set(['Dead', 'Process', 'Compose', 'Unidentified']);

/** The chord someone presses to choose a key; null for a modifier alone, and for what cannot be a chord here. */
export function chordOf(event: KeyLike, platform: Platform): Chord | null {
  const other = platform === 'darwin' ? event.ctrlKey : event.metaKey;
  if (event.isComposing || other || MODIFIERS.has(event.key) || UNFINISHED.has(event.key)) return null;
  const key = event.altKey && !isPrintable(latinKey(event)) ? event.key : latinKey(event);
  return {
    mod: platform === 'darwin' ? event.metaKey : event.ctrlKey,
    shift: event.shiftKey && !shiftTypes(key),
    ...(event.altKey && { alt: true as const }),
    key,
  };
}
