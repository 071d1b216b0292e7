import type { QueryProblem } from '../../contract/entities.ts';
import type { ListRequest } from '../../core/ports.ts';
import { bind } from '../../core/search/bind.ts';
import { exactWords, wordsOnly, type Condition, type WordsCondition } from '../../core/search/condition.ts';
import { spelledIn } from '../../core/search/exact.ts';
import { ftsExpression } from '../../core/search/fts.ts';
import { NameTable } from '../../core/search/query/names.ts';
import { NEWEST_FIRST, orderBy, orderOf, type Order } from '../../core/search/order.ts';
import { parseQuery, type ParsedQuery } from '../../core/search/query/parse.ts';
import { compile, type SqlCondition, type SqlContext } from '../../core/search/sql.ts';
import { corrections } from '../../core/search/corrections.ts';
import type { Session } from './connection.ts';
import { formsIn } from './forms.ts';
import { countHits, firstHits, plainSearch, type Counted } from './first-hits.ts';
import { rank, RANK_LIMIT } from './fts-ranking.ts';
import { hitsOf } from './hits.ts';
import { NO_LOOKS, type Looks } from './looks.ts';
import { Recent } from './recent.ts';
import type { Rowids } from './rowids.ts';
import { unpackRow } from './packed-row.ts';
import type { ReadText } from './read-text.ts';

/** So many texts are read for one exact spelling, newest first. */
const SPELLED_LIMIT = 4000;
/** A list that begins is answered without finding all of it; further down it is found whole, once. */
const FIRST = 120;

export interface Prepared {
  readonly problems: readonly QueryProblem[];
  readonly parsed: ParsedQuery;
  readonly where: SqlCondition;
  /** How many are found, and a piece of them in their order; null where SQL counts and cuts better. */
  readonly hits: { count(): number; window(offset: number, limit: number): Rowids } | null;
  /** All that is found in its order; null where SQL can cut windows itself, in the order `order`. */
  readonly ranked: () => Rowids | null;
  readonly order: Order;
}

/** Turns a request into SQL, and keeps what a list that is scrolled asks again and again. */
export class FtsQueries {
  private readonly readText: ReadText;
  private readonly now: () => number;
  private nameTable: { version: string; table: NameTable } | null = null;
  private readonly found = new Recent<Rowids>(4);
  private readonly counted = new Recent<Counted>(6);
  private readonly firsts = new Recent<Rowids>(6);
  private readonly rankings = new Recent<Rowids>(6);
  private readonly spellings = new Recent<readonly number[]>(12);
  /** Exact spellings that more articles may have than were read. */
  private readonly cutOff = new Set<string>();
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
    const bound = bind(view, parsed.root, this.names(session), this.now(), formsIn(session));
    const context: SqlContext = { keep, exact: (words) => this.spelled(session, words) };
    const words = wordsOnly(bound.query);
    const { order, reversed } = orderOf(sort, view, words !== null);
    const key = JSON.stringify([session.version, bound.where, keep]);
    const plain = words === null ? null : plainSearch(session, bound.where);
    const counted = (): Counted | null => (plain === null ? null : this.counted.get(key, () => countHits(session, plain, RANK_LIMIT)));
    const hits = (): Rowids => counted()?.hits ?? this.found.get(key, () => hitsOf(session, bound.where, context));
    const ranked = (): Rowids | null => {
      if (words === null) return null;
      return this.rankings.get(JSON.stringify([key, words, order, reversed]), () => {
        if (order) return this.sorted(session, hits(), order);
        const best = rank(session, hits(), words);
        return reversed ? [...best].reverse() : best;
      });
    };
    const count = (): number => counted()?.total ?? hits().length;
    const window = (offset: number, limit: number): Rowids => {
      const end = offset + limit;
      if (words === null || plain === null || order !== null || reversed || end > FIRST || count() <= RANK_LIMIT)
        return ranked()?.slice(offset, end) ?? [];
      return this.firsts.get(JSON.stringify([key, words]), () => firstHits(session, plain, words, FIRST)).slice(offset, end);
    };
    const where = compile(bound.where, context);
    const problems = [...parsed.problems, ...this.cutShort(bound.query)];
    return { problems, parsed, where, hits: words === null ? null : { count, window }, ranked, order: order ?? NEWEST_FIRST };
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

  private cutShort(query: Condition): QueryProblem[] {
    return exactWords(query)
      .filter(({ typed }) => this.cutOff.has(typed))
      .map(({ typed, start, end }) => ({
        message: `“=${typed}” was looked for in the newest ${SPELLED_LIMIT} articles that may have it. Add a word or a filter to look further back.`,
        start,
        end,
      }));
  }

  private sorted(session: Session, hits: Rowids, order: Order): Rowids {
    if (order.key === null) return order.descending ? hits : [...hits].reverse();
    const sql = `select a.rowid as v from json_each(?) j cross join art a on a.rowid = j.value order by ${orderBy(order, true)}`;
    return session.column<number>(sql, [JSON.stringify(hits)]);
  }

  /** Articles that have the words in exactly this spelling: the folded words find candidates, the original texts decide. */
  private spelled(session: Session, words: WordsCondition): readonly number[] {
    return this.spellings.get(JSON.stringify([session.version, words]), () => {
      const { sql, params } = compile({ ...words, exact: null }, { keep: [], exact: () => [] });
      const names = this.names(session);
      const found: number[] = [];
      const candidates = session.all(
        `select a.rowid, row.json from art a join row on row.rowid = a.rowid where ${sql} order by a.rowid desc limit ?`,
        [...params, SPELLED_LIMIT + 1],
      );
      if (candidates.length > SPELLED_LIMIT) this.cutOff.add(words.typed);
      for (const row of candidates.slice(0, SPELLED_LIMIT)) {
        const article = names.renamed(unpackRow(row['json']));
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
