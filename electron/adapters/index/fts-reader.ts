import type { ArticleRow, QueryProblem, Sidebar, Snippet } from '../../contract/entities.ts';
import type { GroupBy, IndexReader, ListRequest } from '../../core/ports.ts';
import { dayOf, groupKey, runsOf } from '../../core/search/groups.ts';
import type { NamedBy } from '../../core/search/names-offered.ts';
import { besides, orderBy, orderColumns, type Order } from '../../core/search/order.ts';
import { IndexConnection, type Session } from './connection.ts';
import { formsIn } from './forms.ts';
import { FtsQueries, type Prepared } from './fts-queries.ts';
import { sidebarOf, type Tally } from './sidebar.ts';
import { namesIn } from './names-in.ts';
import { Recent } from './recent.ts';
import type { Rowids } from './rowids.ts';
import { unpackRow } from './packed-row.ts';
import type { ReadText } from './read-text.ts';
import { snippetsOf } from './snippets.ts';
import { countsOf, talliesOf } from './tally.ts';

type Window = ListRequest & { offset: number; limit: number };

const TALLY = 'count(distinct a.rowid) as count, count(distinct case when a.read = 0 then a.rowid end) as unread';
const TREE = `with recursive tree(top, id) as (select id, id from col union select tree.top, col.id from tree join col on col.parent = tree.id)`;
const NOTHING: Sidebar = {
  counts: { all: 0, unread: 0, later: 0, starred: 0, archive: 0, incomplete: 0, trash: 0 },
  tags: [],
  collections: [],
  smart: [],
  feeds: [],
};

/** Lists and searches from `cache/index.db`, on a connection of its own. */
export class FtsReader implements IndexReader {
  private readonly connection: IndexConnection;
  private readonly queries: FtsQueries;
  private readonly readText: ReadText;
  /** The sidebar is asked for by every window: it changes with the index only, or with time where a smart collection asks for an age. */
  private readonly sidebars = new Recent<Sidebar>(1);
  private readonly now: () => number;

  constructor(root: string, readText: ReadText, now: () => number) {
    this.connection = new IndexConnection(root);
    this.queries = new FtsQueries(readText, now);
    this.readText = readText;
    this.now = now;
  }

  list(request: Window): { total: number; rows: ArticleRow[]; problems: QueryProblem[]; didYouMean: string[] } {
    const absent = { total: 0, rows: [], problems: this.queries.problems(request.query), didYouMean: [] };
    return this.connection.read((session) => {
      const prepared = this.queries.prepare(session, request);
      const { offset, limit } = request;
      const rowids = this.window(session, prepared, offset, limit);
      const total = prepared.hits ? prepared.hits.count() : this.count(session, prepared);
      const rows = rowids.length === 0 ? [] : this.rowsAt(session, rowids);
      return {
        total,
        rows,
        problems: [...prepared.problems],
        didYouMean: this.queries.didYouMean(session, request.query, prepared, total),
      };
    }, absent);
  }

  ids(request: Window): string[] {
    return this.connection.read((session) => {
      const prepared = this.queries.prepare(session, request);
      const { offset, limit } = request;
      const ranked = prepared.ranked();
      if (ranked === null) {
        const { sql, params } = prepared.where;
        return session.column<string>(`select a.id as v from art a where ${sql} order by ${orderBy(prepared.order)} limit ? offset ?`, [
          ...params,
          limit,
          offset,
        ]);
      }
      const rowids = ranked.slice(offset, offset + limit);
      return session.column<string>('select a.id as v from json_each(?) j join art a on a.rowid = j.value order by j.key', [
        JSON.stringify(rowids),
      ]);
    }, []);
  }

  seekUnread(request: ListRequest & { from: number; step: 1 | -1 }): { index: number; id: string } | null {
    const { from, step } = request;
    return this.connection.read<{ index: number; id: string } | null>((session) => {
      const prepared = this.queries.prepare(session, request);
      const ranked = prepared.ranked();
      if (ranked !== null) {
        for (let index = step === 1 ? from + 1 : Math.min(from, ranked.length) - 1; index >= 0 && index < ranked.length; index += step) {
          const row = session.get('select id, read from art where rowid = ?', [ranked[index] ?? 0]);
          if (row?.['read'] === 0) return { index, id: String(row['id']) };
        }
        return null;
      }
      return this.seekInOrder(session, prepared, from, step);
    }, null);
  }

  indexOf(request: ListRequest & { id: string }): number | null {
    return this.connection.read<number | null>((session) => {
      const prepared = this.queries.prepare(session, request);
      const ranked = prepared.ranked();
      if (ranked !== null) {
        const index = ranked.indexOf(session.number('select rowid from art where id = ?', [request.id]));
        return index < 0 ? null : index;
      }
      const { sql, params } = prepared.where;
      const found = session.get(`select a.rowid as v from art a where a.id = ? and ${sql}`, [request.id, ...params]);
      return found === undefined ? null : this.placeOf(session, prepared, Number(found['v']));
    }, null);
  }

  groups(request: ListRequest & { by: GroupBy }): { key: string; count: number }[] {
    return this.connection.read((session) => {
      const { hits, where, order } = this.queries.prepare(session, request);
      const key = hits === null ? groupKey(request.by, order) : null;
      if (key === null) return [];
      const column = { saved: 'a.saved', published: 'a.issued', source: 'a.source_key' }[key];
      const keys = session.column<string | number>(
        `select ${column} as v from art a where ${where.sql} order by ${orderBy(order)}`,
        where.params,
      );
      return runsOf(keys.map((value) => (typeof value === 'number' ? dayOf(value) : value)));
    }, []);
  }

  rows(ids: readonly string[]): ArticleRow[] {
    return this.connection.read((session) => {
      const rowids = session.column<number>('select a.rowid as v from json_each(?) j join art a on a.id = j.value order by j.key', [
        JSON.stringify(ids),
      ]);
      return this.rowsAt(session, rowids);
    }, []);
  }

  snippets(query: string, ids: readonly string[]): Record<string, Snippet> {
    return this.connection.read((session) => {
      const wanted = session
        .all('select a.id, a.lang from json_each(?) j join art a on a.id = j.value order by j.key', [JSON.stringify(ids)])
        .map((row) => ({ id: String(row['id']), lang: String(row['lang']) }));
      return snippetsOf(query, wanted, formsIn(session), this.readText);
    }, {});
  }

  namesLike(by: NamedBy, typed: string): string[] {
    return this.connection.read((session) => namesIn(session, by, typed), []);
  }

  sidebar(): Sidebar {
    return this.connection.read((session) => {
      const minute = Math.floor(this.now() / 60_000);
      return this.sidebars.get(`${session.version} ${minute}`, () => this.sidebarNow(session));
    }, NOTHING);
  }

  close(): void {
    this.connection.close();
  }

  private sidebarNow(session: Session): Sidebar {
    const collections = session.all(
      `${TREE} select tree.top as id, ${TALLY} from tree join art_col on art_col.col = tree.id and art_col.own = 1
         join art a on a.rowid = art_col.rid where a.trashed = 0 group by tree.top`,
    );
    const names = this.queries.names(session);
    const families = names.tags.map(({ id }) => [id, names.tagFamily(id)] as const).filter(([, family]) => family.length > 1);
    return sidebarOf(countsOf(session), names, {
      tags: new Map([...talliesOf(session, 'tag'), ...families.map(([id, family]) => [id, this.familyTally(session, family)] as const)]),
      collections: tallies(collections),
      smart: new Map(names.smart.map(({ id }) => [id, this.smartTally(session, id)])),
      feeds: talliesOf(session, 'feed'),
    });
  }

  private smartTally(session: Session, id: string): Tally {
    const { where } = this.queries.prepare(session, { view: { kind: 'smart', id }, query: '', keep: [] });
    const row = session.get(
      `select count(*) as count, count(*) filter (where a.read = 0) as unread from art a where ${where.sql}`,
      where.params,
    );
    return { count: Number(row?.['count'] ?? 0), unread: Number(row?.['unread'] ?? 0) };
  }

  /** A tag and those below it together. */
  private familyTally(session: Session, family: readonly string[]): Tally {
    const row = session.get(
      `select ${TALLY} from art_tag join art a on a.rowid = art_tag.rid where a.trashed = 0 and art_tag.tag in (select value from json_each(?))`,
      [JSON.stringify(family)],
    );
    return { count: Number(row?.['count'] ?? 0), unread: Number(row?.['unread'] ?? 0) };
  }

  private count(session: Session, { where }: Prepared): number {
    return session.number(`select count(*) from art a where ${where.sql}`, where.params);
  }

  /** How many stand before an article of the list. */
  private placeOf(session: Session, { where, order }: Prepared, rowid: number): number {
    const before = besides(order, -1);
    return session.number(`select count(*) from art a where ${before} and ${where.sql}`, [
      ...this.keysAt(session, order, rowid),
      ...where.params,
    ]);
  }

  private keysAt(session: Session, order: Order, rowid: number): (string | number)[] {
    const row = session.get(`select ${orderColumns(order).join(', ')} from art a where a.rowid = ?`, [rowid]);
    return Object.values(row ?? {}).map((value) => (typeof value === 'number' ? value : String(value)));
  }

  private window(session: Session, { hits, where, order }: Prepared, offset: number, limit: number): Rowids {
    if (limit === 0) return [];
    if (hits !== null) return hits.window(offset, limit);
    return session.column<number>(`select a.rowid as v from art a where ${where.sql} order by ${orderBy(order)} limit ? offset ?`, [
      ...where.params,
      limit,
      offset,
    ]);
  }

  /** Rows in the order of `rowids`, with the names tags and collections have now. */
  private rowsAt(session: Session, rowids: readonly number[]): ArticleRow[] {
    const names = this.queries.names(session);
    return session
      .all('select row.json from json_each(?) j join row on row.rowid = j.value order by j.key', [JSON.stringify(rowids)])
      .map((row) => names.renamed(unpackRow(row['json'])));
  }

  /** In an order of columns an article's place is known by its own: nothing but the two ends has to be looked at. */
  private seekInOrder(session: Session, prepared: Prepared, from: number, step: 1 | -1): { index: number; id: string } | null {
    const { where, order } = prepared;
    const { sql, params } = where;
    const at =
      from < 0
        ? null
        : session.get(`select a.rowid as v from art a where ${sql} order by ${orderBy(order)} limit 1 offset ?`, [...params, from]);
    const start = at === null || at === undefined ? null : Number(at['v']);
    // Beyond the end there is nothing after, and everything before; before the start the other way round.
    if (start === null && (step === 1) === from >= 0) return null;
    const along = step === 1 ? order : { ...order, descending: !order.descending };
    const beyond = start === null ? '' : `and ${besides(along, 1)}`;
    const found = session.get(
      `select a.rowid as v, a.id as id from art a where ${sql} and a.read = 0 ${beyond} order by ${orderBy(along)} limit 1`,
      start === null ? params : [...params, ...this.keysAt(session, order, start)],
    );
    if (found === undefined) return null;
    return { index: this.placeOf(session, prepared, Number(found['v'])), id: String(found['id']) };
  }
}

function tallies(rows: readonly Record<string, unknown>[]): Map<string, Tally> {
  return new Map(rows.map((row) => [String(row['id']), { count: Number(row['count']), unread: Number(row['unread']) }]));
}
