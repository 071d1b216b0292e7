import { describe, expect, it } from 'vitest';
import { countWords, excerptOf, readingMinutes } from '../../../electron/core/capture/measure.ts';

describe('the length of a text', () => {
  it.each([
    ['The mill turns again.', 'en', 4],
    ['It’s a well-known e-mail, isn’t it?', 'en', 6],
    ['Iğdır’da 12 köy ve 3,5 km yol', 'tr', 7],
    ['', 'en', 0],
    ['— … !', 'en', 0],
    ['قرر المجلس اليوم', 'ar', 3],
  ])('%j has its words counted', (text, language, words) => {
    expect(countWords(text, language)).toBe(words);
  });

  it('is counted in words where they are not spaced', () => {
    expect(countWords('古い水車がふたたび回る', 'ja')).toBeGreaterThan(3);
    expect(countWords('古い水車がふたたび回る', 'ja')).toBeLessThan(9);
    expect(countWords('สภาเมืองลงมติ', 'th')).toBeGreaterThan(1);
    expect(countWords('市议会 voted 投票', 'zh')).toBeGreaterThanOrEqual(3);
  });

  it('is at least a minute, and fair to each language', () => {
    expect(readingMinutes('One.', 1, 'en')).toBe(1);
    expect(readingMinutes('word '.repeat(2300), 2300, 'en')).toBe(10);
    expect(readingMinutes('söz '.repeat(1650), 1650, 'az')).toBe(10);
    expect(readingMinutes('字'.repeat(2550), 1300, 'zh-Hans')).toBe(10);
  });
});

describe('an excerpt', () => {
  it('is cut at a word, with an ellipsis', () => {
    const text = 'The mill by the river turns again after many years. '.repeat(10);
    const excerpt = excerptOf(text, '');
    expect(excerpt.length).toBeLessThanOrEqual(280);
    expect(excerpt).toMatch(/\w…$/);
  });
  it('does not repeat the title, nor break a character in two', () => {
    expect(excerptOf('The mill\nIt turns again, after many years of standing still in the rain.', 'The mill')).toMatch(/^It turns/);
    expect(excerptOf('😀'.repeat(200), '')).toMatch(/^(?:😀)+…$/u);
    expect(excerptOf('Short.', 'x')).toBe('Short.');
  });
});
