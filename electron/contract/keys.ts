/** One key of the command table, taken apart. */
export interface Chord {
  readonly mod: boolean;
  readonly shift: boolean;
  /** Left out: no Alt. */
  readonly alt?: true;
  /** `KeyboardEvent.key`, letters in lower case. */
  readonly key: string;
}

export const isLetter = (key: string): boolean => /^\p{L}$/u.test(key);
export const isPrintable = (key: string): boolean => [...key].length === 1;

/** Whether Shift is part of what types the character, as in `?` on most layouts: then it tells no two keys apart. */
export const shiftTypes = (key: string): boolean => isPrintable(key) && !isLetter(key) && key !== ' ';

/** Reads `Mod+Shift+n`, `Shift+J`, `?`, `Mod++`. */
export function parseChord(text: string): Chord {
  const parts = text.split(/\+(?=.)/);
  const key = parts.at(-1) ?? '';
  const before = parts.slice(0, -1);
  return {
    mod: before.includes('Mod'),
    shift: before.includes('Shift'),
    ...(before.includes('Alt') && { alt: true as const }),
    key: isLetter(key) ? key.toLowerCase() : key,
  };
}

/** The one spelling of a chord: two texts that mean the same key become the same text. */
export function chordText({ mod, alt, shift, key }: Chord): string {
  const letter = isLetter(key) && shift && !mod && !alt ? key.toUpperCase() : key;
  return [...(mod ? ['Mod'] : []), ...(alt ? ['Alt'] : []), ...(shift && !shiftTypes(key) ? ['Shift'] : []), letter].join('+');
}

/** Single keys carry no modifier but Shift; they can be switched off and never act while someone types. */
export function isSingleKey(chord: Chord): boolean {
  return !chord.mod && !chord.alt && isPrintable(chord.key);
}
