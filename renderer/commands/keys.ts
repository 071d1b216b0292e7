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

/** One key of the command table, taken apart. */
export interface Chord {
  readonly mod: boolean;
  readonly shift: boolean;
  /** Left out: no Alt. */
  readonly alt?: true;
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly key: string;
}

const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);
const isPrintable = (key: string): boolean => [...key].length === 1;

/** Reads `Mod+Shift+n`, `Shift+J`, `?`, `Mod++`. */
export function parseChord(text: string): Chord {
  const parts = text.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  return {
    mod: parts.slice(0, -1).includes('Mod'),
    shift: parts.slice(0, -1).includes('Shift'),
    ...(parts.slice(0, -1).includes('Alt') && { alt: true as const }),
    key: isLetter(key) ? key.toLowerCase() : key,
  };
}

/** Single keys carry no modifier but Shift; they can be switched off and never act while someone types. */
export function isSingleKey(chord: Chord): boolean {
  return !chord.mod && !chord.alt && isPrintable(chord.key);
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
  const shiftTypesIt = isPrintable(chord.key) && !isLetter(chord.key) && chord.key !== ' ';
  return shiftTypesIt || event.shiftKey === chord.shift;
}
