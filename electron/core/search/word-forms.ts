import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { classOf } from './character-class.ts';
import { englishBase } from './english.ts';
import { fold } from './fold.ts';
import { INVISIBLE_RANGES } from './letters.table.ts';
import { textTokens } from './tokens.ts';

type Stemmer = (word: string) => string;

/** A Romance plural without its ending: Snowball's verb endings swallow some of them (`ciudades`, `gobiernos`) in another way. */
const singular: Stemmer = (word) => word.replace(/(?<=[aeiouáéíóú])s$|(?<=[^aeiouáéíóús])es$/, '');

/**
 * What two forms of one word have in common, by language: two words are forms of each other where any of these gives the same. Snowball,
 * except for English, whose Snowball stems merge too much (news and new, organ and organization).
 */
const STEMMERS: Readonly<Record<string, readonly Stemmer[]>> = {
  de: [german],
  en: [englishBase],
  es: [spanish, (word) => spanish(singular(word))],
  fr: [french, (word) => french(word.replace(/s$/, ''))],
  it: [italian],
  nl: [dutch],
  pt: [portuguese, (word) => portuguese(singular(word))],
  ru: [russian],
  sv: [swedish],
  tr: [turkish],
};

/** Languages whose word forms are known, as primary language subtags. */
export const FORM_LANGUAGES: readonly string[] = Object.keys(STEMMERS);

const SHORTEST = 2;
const LONGEST = 40;
/** Letters in a row, with what stands between them unseen. */
const WORDS = new RegExp(`[\\p{L}\\p{N}\\p{M}\\u200c${classOf(INVISIBLE_RANGES)}]+`, 'gu');
const INVISIBLE = new RegExp(`[${classOf(INVISIBLE_RANGES)}]`, 'g');
const WORD = /^\p{L}[\p{L}\p{M}]*$/u;

/** The language whose word forms an article has (`en` for `en-GB`), or null where they are not known. */
export function formLanguage(lang: string | null): string | null {
  const primary = (lang ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  return Object.hasOwn(STEMMERS, primary) ? primary : null;
}

/**
 * What a word is compared by in a language, folded. From its spelling with accents where they are there, because they tell a stemmer
 * where an ending begins. Empty for what has no forms.
 */
export function formKeys(language: string, word: string): string[] {
  if (word.length < SHORTEST || word.length > LONGEST || !WORD.test(word)) return [];
  const lower = language === 'tr' ? word.toLocaleLowerCase('tr') : word.toLowerCase();
  const spelled = lower.normalize('NFC');
  const keys = (STEMMERS[language] ?? []).map((stem) => fold(stem(spelled)));
  // A word is a form of itself: where its stem is cut too short, its other forms still lead to it.
  return [...new Set([fold(spelled), ...keys])].filter((key) => key.length >= SHORTEST);
}

/** A word of the library with what it is compared by. */
export interface WordForm {
  readonly language: string;
  readonly key: string;
  /** Folded, as it stands in the index. */
  readonly word: string;
}

/** A word of a text that was not met before in its language. */
export interface NewWord {
  /** As it stands in the index; several where folding parts it. */
  readonly tokens: readonly string[];
  readonly forms: readonly WordForm[];
}

/** Finds the new words of texts; words it has met before cost next to nothing. */
export class WordFinder {
  private readonly met = new Map<string, Set<string>>();
  private size = 0;
  private readonly most: number;

  /** @param most how many words it remembers. */
  constructor(most = 200_000) {
    this.most = most;
  }

  /** Words not given before (or forgotten since). */
  *of(language: string | null, texts: readonly string[]): Generator<NewWord> {
    const met = this.known(language ?? '');
    for (const text of texts) {
      for (const [run] of text.matchAll(WORDS)) {
        if (met.has(run) || run.length > LONGEST) continue;
        met.add(run);
        this.size++;
        const tokens = textTokens(run);
        yield { tokens, forms: language === null ? [] : formsOf(language, run.replace(INVISIBLE, ''), tokens) };
      }
    }
  }

  forget(): void {
    this.met.clear();
    this.size = 0;
  }

  private known(language: string): Set<string> {
    if (this.size > this.most) this.forget();
    const met = this.met.get(language) ?? new Set<string>();
    this.met.set(language, met);
    return met;
  }
}

/** A word that is its own key is left out: a key is always looked for as a word too. */
function formsOf(language: string, spelled: string, [word, ...more]: readonly string[]): WordForm[] {
  if (word === undefined || more.length > 0) return [];
  return formKeys(language, spelled).flatMap((key) => (key === word ? [] : [{ language, key, word }]));
}

/** What words of a language may be compared by. */
export interface FormKey {
  readonly language: string;
  readonly key: string;
}

/** The word forms of a library. */
export interface Forms {
  /** Words (folded) that have one of these keys. */
  words(keys: readonly FormKey[]): readonly { language: string; word: string }[];
  /** Keys that a word (folded) has in any language; a word may be several when it is spelled without accents. */
  keys(word: string): readonly FormKey[];
}

export const NO_FORMS: Forms = { words: () => [], keys: () => [] };

/** Other forms of a word, for articles of one language. */
export interface Variants {
  readonly language: string;
  readonly words: readonly string[];
}

/** More forms than this are not looked for: the nearest in length are. */
const MOST = 48;

/** The other forms of a word that was typed, for each language that has any in this library. `token` is the word folded. */
export function variantsOf(typed: string, token: string, forms: Forms): Variants[] {
  if (!WORD.test(typed.trim())) return [];
  const byLanguage = new Map(FORM_LANGUAGES.map((language) => [language, new Set(formKeys(language, typed.trim()))]));
  for (const { language, key } of forms.keys(token)) byLanguage.get(language)?.add(key);
  const keys = [...byLanguage].flatMap(([language, of]) => [...of].map((key) => ({ language, key })));
  // A word that is its own key is not kept as a form of it.
  const words = new Map([...byLanguage].map(([language, of]) => [language, new Set(of)]));
  for (const { language, word } of forms.words(keys)) words.get(language)?.add(word);
  return [...words].flatMap(([language, found]): Variants[] => {
    found.delete(token);
    if (found.size === 0) return [];
    const near = [...found].sort((a, b) => Math.abs(a.length - token.length) - Math.abs(b.length - token.length) || (a < b ? -1 : 1));
    return [{ language, words: near.slice(0, MOST) }];
  });
}
