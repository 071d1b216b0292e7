import { franc } from 'franc-min';
import { DISTINCTIVE, LANGUAGE_OF_ISO3, LANGUAGE_OF_SCRIPT } from './language.table.ts';

/** Language and direction of a text: what the page says, if it can be true, otherwise what the text itself shows. */

const SAMPLE = 4000;
const RTL_LANGUAGES: ReadonlySet<string> = new Set(['ar', 'he', 'iw', 'fa', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv', 'syr', 'arc']);
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** A declared language as a BCP-47 tag in its usual spelling (`tr`, `pt-BR`), or null where it is none. */
export function normaliseLanguage(tag: string | null | undefined): string | null {
  const text =
    tag
      ?.trim()
      .split(/[,;\s]/, 1)[0]
      ?.replace(/_/g, '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text)) return null;
  try {
    const name = Intl.getCanonicalLocales(text)[0] ?? null;
    return name === null || /^(?:und|zxx|mul|mis)\b/.test(name) ? null : name;
  } catch {
    return null;
  }
}

type Script = 'latin' | 'cyrillic' | 'arabic' | 'han' | 'other';

function scripts(text: string): Record<Script, number> & { letters: number } {
  const latin = count(text, /\p{Script=Latin}/gu);
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu);
  const arabic = count(text, /\p{Script=Arabic}/gu);
  const han = count(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const letters = count(text, /\p{L}/gu);
  return { latin, cyrillic, arabic, han, other: Math.max(0, letters - latin - cyrillic - arabic - han), letters };
}

/** Guesses the language from the text, or null where there is too little of it. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const { letters, han, latin } = scripts(sample);
  if (letters < 12 && han < 4) return null;
  for (const [script, language] of LANGUAGE_OF_SCRIPT) {
    const found = count(sample, new RegExp(script.source, 'gu'));
    // Kana among Han is Japanese; every other script has to be the text's main one.
    if (found > letters * (language === 'ja' ? 0.12 : 0.5)) return language;
  }
  if (han > letters * 0.5) return 'zh';
  const distinct = DISTINCTIVE.find(([pattern, , perMille]) => count(sample, pattern) * 1000 >= perMille * letters)?.[1] ?? null;
  if (distinct === 'az') return 'az';
  if (letters >= 60) {
    const guess = LANGUAGE_OF_ISO3[franc(sample, { minLength: 20 })] ?? null;
    // Its nearest relative is what the guesser takes Turkish for, and the reverse; the letter ə has answered that already.
    if (guess === 'az' && latin > letters * 0.5) return 'tr';
    if (guess !== null) return guess;
  }
  return distinct;
}

/** Scripts that a language is written in, where that can contradict a declaration. */
function contradicts(language: string, text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const found = scripts(sample);
  if (found.letters < 40) return false;
  const base = language.split('-', 1)[0] ?? language;
  const share = (n: number): boolean => n > found.letters * 0.6;
  const latinOnly = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'tr', 'pl', 'sv', 'da', 'no', 'nb', 'fi', 'cs', 'hu', 'ro'].includes(base);
  if (latinOnly) return share(found.cyrillic) || share(found.arabic) || share(found.han) || share(found.other);
  const other = ['ar', 'fa', 'ur', 'he', 'ru', 'uk', 'bg', 'zh', 'ja', 'ko', 'th', 'el', 'ka', 'hy'].includes(base);
  return other && share(found.latin);
}

/** `en` is what templates say: a Turkish or Azerbaijani page under it is told by its letters. */
function templateEnglish(language: string, text: string): boolean {
  if (!/^en\b/.test(language)) return false;
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  return letters >= 200 && count(sample, /[əƏığşĞİŞ]/gu) * 1000 > letters * 25;
}

/** The article's language: the first declared tag that the text does not contradict, else a guess. */
export function languageOf(declared: readonly (string | null | undefined)[], text: string): string | null {
  for (const tag of declared) {
    const language = normaliseLanguage(tag);
    if (language !== null && !contradicts(language, text) && !templateEnglish(language, text)) return language;
  }
  return guessLanguage(text);
}

/** Direction by the letters of the text; where it has hardly any, by language or declaration. */
export function directionOf(text: string, language: string | null, declared: string | null): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  const rtl = count(sample, RTL);
  const letters = count(sample, /\p{L}/gu);
  if (letters >= 20) return rtl > letters * 0.4 ? 'rtl' : 'ltr';
  if (declared?.toLowerCase() === 'rtl' || rtl > letters / 2) return 'rtl';
  return RTL_LANGUAGES.has(language?.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr';
}
