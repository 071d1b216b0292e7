import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldSlowly } from '../../../electron/core/search/fold.ts';

/** What may change its neighbours: marks, jamo, kana voicing, signs, Thai, superscripts. */
const NEIGHBOURS = [
  'a',
  'и',
  ' ',
  'Σ',
  '하',
  'ᄒ',
  'ᆫ',
  'か',
  '\u3099',
  'ﾞ',
  'क',
  '\u093c',
  'น',
  '\u0e4d',
  '\u0301',
  '\u0306',
  '²',
  '\u200c',
  'ʼ',
  '\n',
  'ß',
  'ى',
  '👍🏽',
];

describe('folding unit by unit', () => {
  it('gives what folding step by step gives, for every character beside every kind of neighbour', () => {
    const wrong: string[] = [];
    for (let unit = 1; unit < 0xffff; unit += unit < 0x3200 ? 1 : 7) {
      const character = String.fromCharCode(unit);
      const around = NEIGHBOURS.map((neighbour) => `${character}${neighbour}${character}`).join(' ');
      // A line each, so that one that takes the slow way does not carry the others with it.
      const lines = around.split(' ');
      for (const line of lines) if (fold(line) !== foldSlowly(line)) wrong.push(line);
    }
    expect(wrong).toEqual([]);
  });

  it('gives it for texts of many scripts', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Straße',
        'İSTANBUL',
        'ığdır',
        'ёлка',
        'Αθήνας',
        'الكتاب',
        'می‌روم',
        '東京',
        'ﾀﾜｰ',
        'ガ',
        '한국',
        'ไทย',
        'हिन्दी',
        'ﬁ',
        '½',
        '㉠',
        '1,000',
      ),
      fc.constantFrom(...NEIGHBOURS),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(fold(text)).toBe(foldSlowly(text));
        const spaced = pieces.join(' ');
        expect(fold(spaced)).toBe(foldSlowly(spaced));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('keeps long lines whole', () => {
    const line = 'Öğrenci ﷺ ağacı '.repeat(4000);
    expect(fold(line)).toBe(foldSlowly(line));
    expect(fold('ﷺ'.repeat(9000))).toBe(foldSlowly('ﷺ'.repeat(9000)));
  });
});
