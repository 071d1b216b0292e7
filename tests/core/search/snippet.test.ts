import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../electron/core/search/fold.ts';
import { parseQuery } from '../../../electron/core/search/query/parse.ts';
import { snippet, snippetForms } from '../../../electron/core/search/snippet.ts';
import { isPicture, places, textTokens } from '../../../electron/core/search/tokens.ts';
import { DOCUMENTS } from './cases.table.ts';

function marked(text: string, query: string): string[] {
  const found = snippet(text, snippetForms(parseQuery(query, 0).root));
  return found.marks.map(([start, end]) => found.text.slice(start, end));
}

/** Half of a character outside the basic plane. */
const HALF = /\p{Cs}/u;

const MARKS: readonly (readonly [string, string, readonly string[]])[] = [
  // The original spelling is marked, whole words for a prefix.
  ['Oğuz Atay’ın romanı', 'oguz', ['Oğuz']],
  ['Türkiye’nin başkenti Ankara', 'turkiye', ['Türkiye']],
  ['İSTANBUL’da yağmur; İstanbul', 'istanbul', ['İSTANBUL', 'İstanbul']],
  ['IĞDIR kalesi', 'ığdır', ['IĞDIR']],
  ['i̇stanbul', 'istanbul', ['i̇stanbul']],
  ['Azərbaycan Respublikası', 'azerb', ['Azərbaycan']],
  // Ligatures and letters that fold to two.
  ['Straße in Köln', 'strasse koln', ['Straße', 'Köln']],
  ['ﬁnance and œuvre', 'finance', ['ﬁnance']],
  ['ﬁnance and œuvre', 'oeuvre', ['œuvre']],
  ['æøåß æon', 'aeon', ['æon']],
  // Decomposed text: the mark takes its combining marks along.
  ['Cafe\u0301 au lait', 'café', ['Cafe\u0301']],
  ['au Cafe\u0301', 'cafe', ['Cafe\u0301']],
  ['nin\u0303o nin\u0303a', 'niño', ['nin\u0303o']],
  ['soft\u00adhyphen here', 'softhyphen', ['soft\u00adhyphen']],
  // Paired scripts: exactly what was looked for.
  ['中华人民共和国成立', '人民', ['人民']],
  ['中华人民共和国成立', '共和国', ['共和国']],
  ['中国的中心', '中', ['中', '中']],
  ['東京タワーへ', 'タワー', ['タワー']],
  ['ｶﾞﾗｽの窓', 'ガラス', ['ｶﾞﾗｽ']],
  ['サッカーﾋﾞｰﾙ', 'ビール', ['ﾋﾞｰﾙ']],
  ['대한민국의 수도 서울에서', '서울', ['서울']],
  ['\u1109\u1165\u110b\u116e\u11af에서', '서울', ['\u1109\u1165\u110b\u116e\u11af']],
  ['ภาษาไทยและ', 'ไทย', ['ไทย']],
  ['น้ำท่วม', 'น้ำ', ['น้ำ']],
  ['AI技術とAI', 'AI技術', ['AI技術']],
  ['𠮷野家に行く', '野家', ['野家']],
  // Arabic: the article belongs to the word.
  ['اَلْكِتَابُ الجديد', 'كتاب', ['اَلْكِتَابُ']],
  // Compounds, either way.
  ['an e-mail arrived', 'email', ['e-mail']],
  ['an email arrived', 'e-mail', ['email']],
  ['an e-mail arrived', 'e-mail', ['e-mail']],
  ['they don’t care', 'dont', ['don’t']],
  ['the U.S.A. won', 'usa', ['U.S.A']],
  ['під’їзд будинку', 'підʼїзд', ['під’їзд']],
  // Phrases as one mark; only as phrases.
  ['brown fox, brown dog', '"brown dog"', ['brown dog']],
  ['the brown fox', 'brown fox', ['brown', 'fox']],
  // Nothing to mark.
  ['the brown fox', 'cat', []],
  ['the brown fox', '-brown', []],
  ['the brown fox', 'by:brown tag:fox', []],
  ['brow brown', 'brow fox', ['brow']],
];

describe('snippet', () => {
  it.each(MARKS)('of %j marks for %j', (text, query, expected) => {
    expect(marked(text, query)).toEqual(expected);
  });

  it('marks the same letters however long the text before them is', () => {
    const filler = 'Bu bir İstanbul değil, ﬁller cümle; e\u0301té. '.repeat(400);
    expect(marked(`${filler}\nOğuz Atay’ın romanı`, 'oguz')).toEqual(['Oğuz']);
    expect(marked(`${filler}Oğuz Atay’ın romanı ${filler}`, 'oguz')).toEqual(['Oğuz']);
  });

  it('shows the place that has the most of the words', () => {
    const text = `wolf ${'x '.repeat(300)} bear ${'x '.repeat(300)} wolf and bear ${'x '.repeat(300)}`;
    expect(marked(text, 'wolf bear')).toEqual(['wolf', 'bear']);
    expect(marked(text.replaceAll(' x', '\nx'), 'wolf bear')).toEqual(['wolf', 'bear']);
  });

  it('is the beginning of the text where nothing matches, cut between words', () => {
    const found = snippet('word '.repeat(100), []);
    expect(found.marks).toEqual([]);
    expect(found.text).toMatch(/^word( word)*$/);
    expect(found.text.length).toBeLessThanOrEqual(200);
  });

  it('fills its length from before a match at the end of the text', () => {
    const found = snippet(`${'word '.repeat(100)}wolf`, snippetForms(parseQuery('wolf', 0).root));
    expect(found.text.length).toBeGreaterThan(180);
    expect(found.text.endsWith('wolf')).toBe(true);
    expect(found.marks).toEqual([[found.text.length - 4, found.text.length]]);
  });

  it('turns line breaks into blanks and keeps everything else', () => {
    const text = 'first line\nsecond\tline with Oğuz\nthird';
    expect(snippet(text, snippetForms(parseQuery('oguz', 0).root))).toEqual({
      text: 'first line second line with Oğuz third',
      marks: [[28, 32]],
    });
  });

  it('never cuts inside a character and always marks inside its text', () => {
    const letters = fc.constantFrom(
      'a',
      'é',
      'e\u0301',
      '𠮷',
      '中',
      'ﬁ',
      'İ',
      ' ',
      '\n',
      'ｶ',
      'ﾞ',
      '👩‍🚀',
      'ß',
      'ال',
      "'",
      '-',
      'น้ำ',
      '서',
      '\u1109\u1165',
    );
    const text = fc.array(letters, { maxLength: 700 }).map((parts) => parts.join(''));
    const query = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, query, (whole, typed) => {
        const found = snippet(whole, snippetForms(parseQuery(typed, 0).root));
        expect(whole.replace(/\s/g, ' ')).toContain(found.text);
        expect(found.text).not.toMatch(HALF);
        expect(found.text).not.toMatch(/^\p{M}/u.test(whole) ? /^$^/ : /^\p{M}/u);
        let last = 0;
        for (const [start, end] of found.marks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(found.text.length);
          expect(found.text.slice(start, end)).not.toMatch(HALF);
          last = end;
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
  it('looks at pieces of a line and finds what a look at all of it finds', () => {
    const words = fc.constantFrom(
      'turkiye',
      'Türkiye’nin',
      'e-mail',
      'email',
      'rain',
      'Rain',
      'rainy',
      'the',
      '—',
      '東京タワー',
      'U.S.A.',
      '1,000',
      'мой',
      'ёлка',
      '🎉',
      'a',
    );
    const text = fc.array(words, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(' '));
    const query = fc
      .array(words, { minLength: 1, maxLength: 3 })
      .chain((parts) => fc.constantFrom(parts.join(' '), `"${parts.join(' ')}"`));
    fc.assert(
      fc.property(text, query, (line, typed) => {
        // A soft hyphen, which folding drops: from there on no place in the folded line is a place in the line.
        expect(marked(`${line} `, typed)).toEqual(marked(`\u00ad ${line} `, typed));
      }),
      { numRuns: 1500, seed: 5 },
    );
  });
});

describe('places', () => {
  it('gives the same words as the index, each where it stands', () => {
    for (const text of DOCUMENTS) {
      const folded = fold(text);
      const found = places(folded);
      expect(found.map(({ token }) => token)).toEqual(textTokens(text));
      for (const { token, start, end } of found) if (!isPicture(token)) expect(folded.slice(start, end).endsWith(token)).toBe(true);
    }
  });
});
