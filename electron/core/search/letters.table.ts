/** Letters that Unicode does not decompose but that people type without thinking of them as different. Keys are lower case. */
export const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
  ǝ: 'e',
  ĸ: 'k',
  ſ: 's',
  ґ: 'г',
  ς: 'σ',
  // Arabic script: the same letter under Arabic, Persian and Urdu code points.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ک: 'ك',
  ھ: 'ه',
  ہ: 'ه',
};

/** Characters without a width or a meaning of their own, wherever they stand. */
export const INVISIBLE_RANGES = [
  [0x00ad, 0x00ad],
  [0x200b, 0x200b],
  [0x200d, 0x200f],
  [0x2060, 0x2060],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const;

/**
 * Marks that do not tell words apart for somebody who searches: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and
 * tatweel. Marks of Indic scripts, Thai and kana stay: there they are letters.
 */
export const MARK_RANGES = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05bd],
  [0x05bf, 0x05bf],
  [0x05c1, 0x05c2],
  [0x05c4, 0x05c5],
  [0x05c7, 0x05c7],
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
  [0x06df, 0x06e8],
  [0x06ea, 0x06ed],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xa670, 0xa672],
  [0xfe20, 0xfe2f],
  ...INVISIBLE_RANGES,
] as const;

/** What folding may draw into the letter before it: half-width voicing marks of kana, vowels and finals of Korean syllables. */
export const FOLLOWING_RANGES = [[0x1160, 0x11ff], [0xd7b0, 0xd7ff], [0xff9e, 0xff9f], ...INVISIBLE_RANGES] as const;
