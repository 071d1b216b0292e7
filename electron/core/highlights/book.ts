import type { ArticleRecord, HighlightRecord } from '../domain/records.ts';
import type { HighlightChange } from '../ports.ts';

/** An article with highlights. */
export interface Page {
  readonly article: ArticleRecord;
  readonly highlights: readonly HighlightRecord[];
}

/** Where the book reads everything from, once. */
export type ReadAll = () => AsyncIterable<{ articles: readonly ArticleRecord[]; highlights: readonly HighlightRecord[] }>;

/** All highlights of a library and the articles they stand in. Read on first need, then kept in step by every commit. */
export class HighlightBook {
  readonly #readAll: ReadAll;
  readonly #articles = new Map<string, ArticleRecord>();
  readonly #highlights = new Map<string, Map<string, HighlightRecord>>();
  /** Ids changed while the first reading is under way: the reading must not put an older state over them. */
  readonly #fresh = new Set<string>();
  #reading: Promise<void> | null = null;
  #complete = false;

  constructor(readAll: ReadAll) {
    this.#readAll = readAll;
  }

  async ready(): Promise<void> {
    this.#reading ??= this.#read().catch((error: unknown) => {
      // Whoever asks next tries again.
      this.#reading = null;
      throw error;
    });
    await this.#reading;
  }

  /** Keeps step with a commit. */
  note(articles: readonly { id: string; after: ArticleRecord | null }[], highlights: readonly HighlightChange[]): void {
    for (const { id, articleId, after } of highlights) {
      if (!this.#complete) this.#fresh.add(id);
      this.#set(articleId, id, after);
    }
    for (const { id, after } of articles) {
      if (!this.#complete) this.#fresh.add(id);
      if (after !== null && this.#highlights.has(id)) this.#articles.set(id, after);
      else this.#articles.delete(id);
      if (after === null) this.#highlights.delete(id);
    }
  }

  /** Highlights of an article, in no order. Call after `ready`. */
  of(articleId: string): HighlightRecord[] {
    return [...(this.#highlights.get(articleId)?.values() ?? [])];
  }

  /** Every article that has some. Call after `ready`. */
  pages(): Page[] {
    return [...this.#highlights].flatMap(([id, highlights]) => {
      const article = this.#articles.get(id);
      return article && highlights.size > 0 ? [{ article, highlights: [...highlights.values()] }] : [];
    });
  }

  /** Whether any highlight, but for those named, carries the tag. Call after `ready`. */
  tagged(tagId: string, except: ReadonlySet<string> = new Set()): boolean {
    return [...this.#highlights.values()].some((highlights) =>
      [...highlights.values()].some(({ id, tags }) => tags.includes(tagId) && !except.has(id)),
    );
  }

  #set(articleId: string, id: string, highlight: HighlightRecord | null): void {
    const own = this.#highlights.get(articleId) ?? new Map<string, HighlightRecord>();
    if (highlight) own.set(id, highlight);
    else own.delete(id);
    if (own.size > 0) this.#highlights.set(articleId, own);
    else this.#highlights.delete(articleId);
  }

  async #read(): Promise<void> {
    for await (const { articles, highlights } of this.#readAll()) {
      for (const highlight of highlights) {
        if (!this.#fresh.has(highlight.id)) this.#set(highlight.articleId, highlight.id, highlight);
      }
      for (const article of articles) {
        if (this.#highlights.has(article.id) && !this.#fresh.has(article.id)) this.#articles.set(article.id, article);
      }
    }
    this.#complete = true;
    this.#fresh.clear();
  }
}
