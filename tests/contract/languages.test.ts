import { describe, expect, it } from 'vitest';
import { isRightToLeft, languageFor, localeFor } from '../../electron/contract/languages.ts';

describe('the language of the window', () => {
  it.each([
    [['tr-TR', 'en'], 'tr'],
    [['pt-BR', 'fr-CA', 'en'], 'fr'],
    [['zh-CN'], 'zh'],
    [['zh'], 'zh'],
    [['zh-TW', 'ja'], 'ja'],
    [['az-Latn-AZ'], 'az'],
    [['pt', 'not a language'], 'en'],
    [[], 'en'],
  ])('is, for %j, %s', (preferred, language) => {
    expect(languageFor('system', preferred)).toBe(language);
  });

  it('is the chosen one, whatever the computer speaks', () => {
    expect(languageFor('ar', ['de-DE'])).toBe('ar');
  });

  it('writes dates and numbers as the person’s region does', () => {
    expect(localeFor('en', ['tr', 'en-GB'])).toBe('en-GB');
    expect(localeFor('zh', ['zh-TW', 'zh-CN'])).toBe('zh-CN');
    expect(localeFor('zh', ['en'])).toBe('zh-Hans');
  });

  it('runs from right to left in Arabic only', () => {
    expect(isRightToLeft('ar')).toBe(true);
    expect(isRightToLeft('ru')).toBe(false);
  });
});
