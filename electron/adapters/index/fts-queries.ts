import type { ArticleRow, QueryProblem } from '../../contract/entities.ts';
import type { ListRequest } from '../../core/ports.ts';
import { bind } from '../../core/search/bind.ts';
import { positiveWords, wordsOnly, type Condition, type WordsCondition } from '../../core/search/condition.ts';
import { spelledIn, spelledInTitle } from '../../core/search/exact.ts';
import { ftsExpression, FTS_WEIGHTS } from '../../core/search/fts.ts';
import { NameTable } from '../../core/search/query/names.ts';
import { NEWEST_FIRST, orderBy, orderOf, type Order } from '../../core/search/order.ts';
import { parseQuery, type ParsedQuery } from '../../core/search/query/parse.ts';
import { compile, type SqlCondition } from '../../core/search/sql.ts';
import { corrections } from '../../core/search/corrections.ts';
import type { Session } from './connection.ts';
import { NO_LOOKS, type Looks } from './looks.ts';
import { Recent } from './recent.ts';
import type { ReadText } from './read-text.ts';

/** Above so many hits bm25 costs more than it gives (1.5 µs each): then titles first, newest first. */
export const RANK_LIMIT = 5000;

export interface Prepared {
  readonly problems: readonly QueryProblem[];
  readonly parsed: ParsedQuery;
  readonly where: SqlCondition;
  /** All rowids in their order; null where SQL can cut windows itself, in the order `order`. */
  readonly ranked: readonly number[] | null;
  readonly order: Order;
}

/** Turns a request into SQL, and keeps what a list that is scrolled asks again and again. */
export class FtsQueries {
  private readonly readText: ReadText;
  private readonly now: () => number;
  private nameTable: { version: string; table: NameTable } | null = null;
  private readonly rankings = new Recent<readonly number[]>(6);
  private readonly spellings = new Recent<readonly number[]>(12);
  private readonly suggestions = new Recent<readonly string[]>(12);

  constructor(readText: ReadText, now: () => number) {
    this.readText = readText;
    this.now = now;
  }

  problems(query: string): QueryProblem[] {
    return parseQuery(query, this.now()).problems;
  }

  names(session: Session): NameTable {
    if (this.nameTable?.version === session.version) return this.nameTable.table;
    const stored = session.get('select json from look');
    const looks = stored ? (JSON.parse(String(stored['json'])) as Looks) : NO_LOOKS;
    const tags = session.all('select id, name from tag').map((row) => ({
      ...looks.tags[String(row['id'])],
      id: String(row['id']),
      name: String(row['name']),
    }));
    const collections = session.all('select id, name, parent, ord from col').map((row) => ({
      ...looks.collections[String(row['id'])],
      id: String(row['id']),
      name: String(row['name']),
      parentId: typeof row['parent'] === 'string' ? row['parent'] : null,
      order: Number(row['ord']),
    }));
    const table = new NameTable({ tags, collections, smart: looks.smart, feeds: looks.feeds });
    this.nameTable = { version: session.version, table };
    return table;
  }

  prepare(session: Session, { view, query, keep, sort }: ListRequest): Prepared {
    const parsed = parseQuery(query, this.now());
    const bound = bind(view, parsed.root, this.names(session), this.now());
    const where = compile(bound.where, { keep, exact: (words) => this.spelled(session, words) });
    const words = wordsOnly(bound.query);
    const { order, reversed } = orderOf(sort, view, words !== null);
    const key = JSON.stringify([session.version, where, words, order, reversed]);
    const ranked =
      words === null
        ? null
        : this.rankings.get(key, () => {
            if (order) return this.sorted(session, where, order);
            const best = this.rank(session, where, words);
            return reversed ? [...best].reverse() : best;
          });
    return { problems: parsed.problems, parsed, where, ranked, order: order ?? NEWEST_FIRST };
  }

  /** Spellings to offer where little was found. */
  didYouMean(session: Session, query: string, { parsed }: Prepared, total: number): string[] {
    return [
      ...this.suggestions.get(JSON.stringify([session.version, query, total]), () =>
        corrections(query, parsed.root, total, {
          count: (words) => session.number('select count(*) from fts where fts match ?', [ftsExpression(words)]),
          startingWith: (letter) => {
            const after = letter.slice(0, -1) + String.fromCharCode(letter.charCodeAt(letter.length - 1) + 1);
            return session.column<string>('select word as v from term where word >= ? and word < ?', [letter, after]);
          },
        }),
      ),
    ];
  }

  private sorted(session: Session, where: SqlCondition, order: Order): readonly number[] {
    return session.column<number>(`select a.rowid as v from art a where ${where.sql} order by ${orderBy(order, true)}`, where.params);
  }

  /**
   * Titles that have the words first (those with this very spelling before the others), then bm25, then newest. Where there are too many
   * hits to be scored: titles, then newest.
   */
  private rank(session: Session, where: SqlCondition, words: Condition): readonly number[] {
    const hits = session.column<number>(`select a.rowid as v from art a where ${where.sql} order by a.rowid desc`, where.params);
    if (hits.length < 2) return hits;
    const inTitle = new Set(session.column<number>('select rowid as v from fts where fts match ?', [ftsExpression(words, 'title')]));
    const titled = hits.filter((rowid) => inTitle.has(rowid));
    const others = hits.filter((rowid) => !inTitle.has(rowid));
    if (hits.length > RANK_LIMIT) return [...titled, ...others];
    const scores = this.scores(session, words, hits);
    const spelled = this.spelledTitles(session, words, titled);
    // Lower is better; an article found by a tag alone has no score of its own and comes after those that have one.
    const better = (a: number, b: number): number => (scores.get(a) ?? 0) - (scores.get(b) ?? 0) || b - a;
    titled.sort((a, b) => Number(spelled.has(b)) - Number(spelled.has(a)) || better(a, b));
    return [...titled, ...others.sort(better)];
  }

  private scores(session: Session, words: Condition, hits: readonly number[]): Map<number, number> {
    const rows = session.all(
      `select rowid as v, bm25(fts, ${FTS_WEIGHTS.join(', ')}) as score from fts where fts match ? and +rowid in (select value from json_each(?))`,
      [ftsExpression(words), JSON.stringify(hits)],
    );
    return new Map(rows.map((row) => [Number(row['v']), Number(row['score'])]));
  }

  private spelledTitles(session: Session, words: Condition, titled: readonly number[]): ReadonlySet<number> {
    const typed = positiveWords(words);
    const rows = session.all('select r.rowid as v, r.head from json_each(?) j join row r on r.rowid = j.value', [JSON.stringify(titled)]);
    // The title is the first field of the head (see fts-writer.ts).
    const found = rows.filter((row) => spelledInTitle(String(row['head']).split('\u0000')[0] ?? '', typed));
    return new Set(found.map((row) => Number(row['v'])));
  }

  /** Articles that have the words in exactly this spelling: the folded words find candidates, the original texts decide. */
  private spelled(session: Session, words: WordsCondition): readonly number[] {
    return this.spellings.get(JSON.stringify([session.version, words]), () => {
      const { sql, params } = compile({ ...words, exact: null }, { keep: [], exact: () => [] });
      const names = this.names(session);
      const found: number[] = [];
      for (const row of session.all(`select a.rowid, row.json from art a join row on row.rowid = a.rowid where ${sql}`, params)) {
        const article = names.renamed(JSON.parse(String(row['json'])) as ArticleRow);
        const short = [article.title, article.byline ?? '', article.source, ...article.tags.map(({ name }) => name)];
        const typed = words.exact ?? '';
        const hit =
          words.field === 'byline'
            ? spelledIn([article.byline ?? ''], typed)
            : spelledIn(short, typed) || spelledIn([this.readText(article.id) ?? ''], typed);
        if (hit) found.push(Number(row['rowid']));
      }
      return found;
    });
  }
}
