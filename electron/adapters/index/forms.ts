import type { Fields } from '../../core/search/columns.ts';
import { FormFinder, formLanguage, type Forms } from '../../core/search/word-forms.ts';
import type { Session } from './connection.ts';

/** The word forms that the index has met. */
export function formsIn(session: Session): Forms {
  return {
    words: (language, key) => session.column<string>('select word as v from form where language = ? and key = ?', [language, key]),
    keys: (language, word) => session.column<string>('select key as v from form where language = ? and word = ?', [language, word]),
  };
}

/** The same in memory: like the index, it keeps the words of articles that are gone. */
export class ScanForms implements Forms {
  private readonly finder = new FormFinder();
  private readonly byKey = new Map<string, Set<string>>();
  private readonly byWord = new Map<string, Set<string>>();

  add({ title, byline, source, lang }: Fields, text: string): void {
    const known = formLanguage(lang);
    if (known === null) return;
    for (const { language, key, word } of this.finder.of(known, [title, byline ?? '', source, text])) {
      put(this.byKey, `${language} ${key}`, word);
      put(this.byWord, `${language} ${word}`, key);
    }
  }

  words(language: string, key: string): readonly string[] {
    return [...(this.byKey.get(`${language} ${key}`) ?? [])];
  }

  keys(language: string, word: string): readonly string[] {
    return [...(this.byWord.get(`${language} ${word}`) ?? [])];
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
