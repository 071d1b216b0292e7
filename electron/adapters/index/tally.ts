import type { Sidebar } from '../../contract/entities.ts';
import type { Session } from './connection.ts';
import type { Tally } from './sidebar.ts';
import type { Database } from './sqlite.ts';

/**
 * What an article counts for: its tags and feeds, unless it is in the trash, and its state, as six bits in the order of `STATE`. A row of
 * `tally` per tag (`tag`), feed (`feed`) and state (`state`) that any article has or had.
 */
const COUNTED = `select 'state' as kind, a.trashed || a.archived || a.read || a.later || a.starred || a.incomplete as id, 1 - a.read as unread
    from art a where a.rowid = ?1
  union all select 'tag', t.tag, 1 - a.read from art a join art_tag t on t.rid = a.rowid where a.rowid = ?1 and a.trashed = 0
  union all select 'feed', f.feed, 1 - a.read from art a join art_feed f on f.rid = a.rowid where a.rowid = ?1 and a.trashed = 0`;
const STATE = ['trashed', 'archived', 'read', 'later', 'starred', 'incomplete'] as const;

const ADD = (step: 1 | -1): string =>
  `insert into tally (kind, id, count, unread) select kind, id, ${step}, ${step} * unread from (${COUNTED}) where true
   on conflict do update set count = count + excluded.count, unread = unread + excluded.unread`;

/** Keeps the counts: an article is taken out before it changes and put in afterwards, in one transaction. */
export class TallyKeeper {
  private readonly plus;
  private readonly minus;

  constructor(database: Database) {
    this.plus = database.prepare(ADD(1));
    this.minus = database.prepare(ADD(-1));
  }

  /** Nothing where there is no such article. */
  takeOut(rowid: number): void {
    this.minus.run(rowid);
  }

  putIn(rowid: number): void {
    this.plus.run(rowid);
  }
}

/** The counts of tags or of feeds by id. */
export function talliesOf(session: Session, kind: 'tag' | 'feed'): Map<string, Tally> {
  const rows = session.all('select id, count, unread from tally where kind = ? and count > 0', [kind]);
  return new Map(rows.map((row) => [String(row['id']), { count: Number(row['count']), unread: Number(row['unread']) }]));
}

/** The counts of the fixed lists. */
export function countsOf(session: Session): Sidebar['counts'] {
  const counts = { all: 0, unread: 0, later: 0, starred: 0, archive: 0, incomplete: 0, trash: 0 };
  for (const row of session.all("select id, count from tally where kind = 'state'")) {
    const count = Number(row['count']);
    const bits = String(row['id']);
    const has = (name: (typeof STATE)[number]): boolean => bits[STATE.indexOf(name)] === '1';
    if (has('trashed')) {
      counts.trash += count;
      continue;
    }
    if (has('archived')) counts.archive += count;
    else {
      counts.all += count;
      if (!has('read')) counts.unread += count;
    }
    if (has('later')) counts.later += count;
    if (has('starred')) counts.starred += count;
    if (has('incomplete')) counts.incomplete += count;
  }
  return counts;
}
