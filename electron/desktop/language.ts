import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { languageFor, type Language, type LanguageSetting } from '../contract/languages.ts';
import { NO_WORDS, wordsOf, type Catalogue, type Words } from './words.ts';

let setting: LanguageSetting = 'system';
let spoken: { readonly language: Language; readonly words: Words } | null = null;

/** Takes the language of the settings; until then it is the computer's. */
export function setLanguage(chosen: LanguageSetting): void {
  setting = chosen;
}

/** What menus and native dialogs say now. */
export function currentWords(): Words {
  const language = languageFor(setting, app.getPreferredSystemLanguages());
  if (spoken?.language !== language) spoken = { language, words: wordsOf(language, readCatalogue(language)) };
  return spoken.words;
}

/** What of a catalogue is the desktop's lies beside this file (scripts/lib/catalogues.mjs). English where it cannot be read. */
function readCatalogue(language: Language): Catalogue {
  if (language === 'en') return NO_WORDS;
  try {
    return JSON.parse(readFileSync(join(import.meta.dirname, 'locales', `${language}.json`), 'utf8')) as Catalogue;
  } catch {
    return NO_WORDS;
  }
}
