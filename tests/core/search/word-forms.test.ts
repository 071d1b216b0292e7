import { describe, expect, it } from 'vitest';
import { fold } from '../../../electron/core/search/fold.ts';
import { formKeys, formLanguage, variantsOf, WordFinder, type Forms } from '../../../electron/core/search/word-forms.ts';
import { FORMS } from './word-forms.table.ts';

/** Every two words of a language, whether they are forms of one word, and whether they are taken for that. */
function judged(language: string): { right: number; wrong: number; missed: number } {
  const words = (FORMS[language] ?? []).flatMap((group, at) => group.map((word) => ({ at, keys: formKeys(language, word) })));
  const seen = { right: 0, wrong: 0, missed: 0 };
  words.forEach((a, i) => {
    for (const b of words.slice(i + 1)) {
      const same = a.keys.some((key) => b.keys.includes(key));
      if (a.at === b.at) seen[same ? 'right' : 'missed']++;
      else if (same) seen.wrong++;
    }
  });
  return seen;
}

/** Least precision and recall on the labelled words, half of which were chosen because they are easily confused; what is measured lies a little above. */
const FLOORS: Readonly<Record<string, readonly [number, number]>> = {
  en: [0.97, 0.95],
  tr: [0.93, 0.9],
  de: [0.87, 0.95],
  ru: [0.87, 0.97],
  fr: [0.75, 0.9],
  es: [0.69, 0.97],
};

function library(texts: Readonly<Record<string, readonly string[]>>): Forms {
  const finder = new WordFinder();
  const found = Object.entries(texts).flatMap(([language, lines]) => [...finder.of(language, lines)].flatMap(({ forms }) => forms));
  return {
    words: (keys) => keys.flatMap(({ language, key }) => found.filter((one) => one.language === language && one.key === key)),
    keys: (word) => found.filter((one) => one.word === word),
  };
}

describe('word forms', () => {
  it.each(Object.entries(FLOORS))('are told from other words in %s', (language, [precision, recall]) => {
    const { right, wrong, missed } = judged(language);
    expect(right / (right + wrong), `precision in ${language}: ${JSON.stringify({ right, wrong, missed })}`).toBeGreaterThanOrEqual(
      precision,
    );
    expect(right / (right + missed), `recall in ${language}: ${JSON.stringify({ right, wrong, missed })}`).toBeGreaterThanOrEqual(recall);
  });

  it('belong to the primary language of an article', () => {
    expect(formLanguage('en-GB')).toBe('en');
    expect(formLanguage('TR_tr')).toBe('tr');
    expect(formLanguage('zh')).toBeNull();
    expect(formLanguage(null)).toBeNull();
  });

  it('are found from a word typed without accents, by the words the library has', () => {
    const forms = library({ de: ['Die Häuser der Stadt'], tr: ['Kitapları okudu. IŞIKLAR'] });
    expect(variantsOf('hauser', 'hauser', forms)).toContainEqual({ language: 'de', words: ['haus'] });
    expect(variantsOf('Haus', 'haus', forms).find(({ language }) => language === 'de')?.words).toContain('hauser');
    expect(variantsOf('kitap', 'kitap', forms).find(({ language }) => language === 'tr')?.words).toContain('kitaplari');
    expect(variantsOf('ışık', fold('ışık'), forms).find(({ language }) => language === 'tr')?.words).toContain('isiklar');
  });

  it('are not looked for where there is no word', () => {
    expect(formKeys('en', 'R2D2')).toEqual([]);
    expect(formKeys('en', 'a')).toEqual([]);
    expect(variantsOf('two words', 'two', library({}))).toEqual([]);
    expect([...new WordFinder().of('en', ['R2D2 abc1 x'])].flatMap(({ forms }) => forms)).toEqual([]);
  });

  it('come once, however often a word stands there', () => {
    const finder = new WordFinder();
    const houses = { tokens: ['houses'], forms: [{ language: 'en', key: 'hous', word: 'houses' }] };
    expect([...finder.of('en', ['houses houses', 'houses'])]).toEqual([houses]);
    expect([...finder.of('en', ['houses'])]).toEqual([]);
    expect([...finder.of(null, ['houses'])]).toEqual([{ tokens: ['houses'], forms: [] }]);
    finder.forget();
    expect([...finder.of('en', ['houses'])]).toHaveLength(1);
  });

  it('are found in words with a soft hyphen, or a joiner that is not seen', () => {
    expect([...new WordFinder().of('de', ['Häu\u00adser'])]).toEqual([
      { tokens: ['hauser'], forms: [{ language: 'de', key: 'haus', word: 'hauser' }] },
    ]);
    expect([...new WordFinder().of('fa', ['می\u200cروم'])][0]?.tokens).toEqual(['مي', 'روم']);
  });
});
