import type { Fields } from '../../core/search/columns.ts';
import { WordFinder, formLanguage, type FormKey, type Forms } from '../../core/search/word-forms.ts';
import type { Session } from './connection.ts';

/** The word forms that the index has met. */
export function formsIn(session: Session): Forms {
  return {
    words: (keys) =>
      session
        .all(
          `select f.language, f.word from json_each(?) j cross join form f
             on f.language = json_extract(j.value, '$.language') and f.key = json_extract(j.value, '$.key')`,
          [JSON.stringify(keys)],
        )
        .map((row) => ({ language: String(row['language']), word: String(row['word']) })),
    keys: (word) =>
      session
        .all('select language, key from form where word = ?', [word])
        .map((row) => ({ language: String(row['language']), key: String(row['key']) })),
  };
}

/** The same in memory: like the index, it keeps the words of articles that are gone. */
export class ScanForms implements Forms {
  private readonly finder = new WordFinder();
  private readonly byKey = new Map<string, Set<string>>();
  private readonly byWord = new Map<string, Set<string>>();

  add({ title, byline, source, lang }: Fields, text: string): void {
    const known = formLanguage(lang);
    if (known === null) return;
    for (const { forms } of this.finder.of(known, [title, byline ?? '', source, text])) {
      for (const { language, key, word } of forms) {
        put(this.byKey, `${language} ${key}`, word);
        put(this.byWord, word, `${language} ${key}`);
      }
    }
  }

  words(keys: readonly FormKey[]): readonly { language: string; word: string }[] {
    return keys.flatMap(({ language, key }) => [...(this.byKey.get(`${language} ${key}`) ?? [])].map((word) => ({ language, word })));
  }

  keys(word: string): readonly FormKey[] {
    return [...(this.byWord.get(word) ?? [])].map((known) => {
      const [language = '', key = ''] = known.split(' ');
      return { language, key };
    });
  }
}

function put(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}
