import { joinedForms } from '../../core/search/joined.ts';
import { suggestible } from '../../core/search/suggest.ts';
import { formLanguage, WordFinder } from '../../core/search/word-forms.ts';
import type { Fields } from '../../core/search/columns.ts';
import type { Database } from './sqlite.ts';

/** Words whose place in `term` this session remembers at most. */
const TERMS = 100_000;

/** Keeps the words of the library (`term`) and their forms by language (`form`). */
export class WordKeeper {
  private readonly form;
  private readonly term;
  private readonly words = new WordFinder();
  /** Words this session has put into `term` already: saves most of its inserts. */
  private readonly terms = new Set<string>();
  private readonly fresh: string[] = [];

  constructor(database: Database) {
    this.form = database.prepare('insert or ignore into form (language, key, word) values (?, ?, ?)');
    this.term = database.prepare('insert or ignore into term (word) values (?)');
  }

  /** `aux`: the joined forms of the text as the index holds them. */
  add({ title, byline, source, lang }: Fields, text: string, aux: string): void {
    const short = [title, byline ?? '', source];
    for (const { tokens, forms } of this.words.of(formLanguage(lang), [...short, text])) {
      for (const token of tokens) this.addTerm(token);
      for (const { language, key, word } of forms) this.form.run(language, key, word);
    }
    // Joined forms (e-mail → email) stand in no text.
    for (const token of [...aux.split(' '), ...short.flatMap(joinedForms)]) this.addTerm(token);
  }

  /** Writes what has come together. In order, because neighbours in a b-tree are cheap to insert together. */
  flush(): void {
    for (const word of this.fresh.sort()) this.term.run(word);
    this.fresh.length = 0;
  }

  /** After a transaction that came to nothing: what it wrote is not there. */
  forget(): void {
    this.terms.clear();
    this.words.forget();
    this.fresh.length = 0;
  }

  private addTerm(word: string): void {
    if (!suggestible(word) || this.terms.has(word)) return;
    if (this.terms.size >= TERMS) this.terms.clear();
    this.terms.add(word);
    this.fresh.push(word);
  }
}
