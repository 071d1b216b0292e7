import { positiveWords, type Condition } from '../../core/search/condition.ts';
import { spelledInTitle } from '../../core/search/exact.ts';
import { asPhrase, ftsExpression, FTS_WEIGHTS, withoutVariants } from '../../core/search/fts.ts';
import type { SqlCondition } from '../../core/search/sql.ts';
import type { Session } from './connection.ts';

/** Above so many hits bm25 costs more than it gives (1.5 µs each): then newest first within what titles and phrases decide. */
const RANK_LIMIT = 5000;
/** A hit so much older counts for half of what newness adds. Milliseconds. */
const HALF_LIFE = 365 * 86_400_000;
/** What being new adds to a score at most, as a share of it. */
const NEWNESS = 0.3;

/**
 * The rowids that meet a condition, best first: titles that have the words (with this very spelling, then with these very words, then
 * with other forms of them), then texts that have them side by side, then those that have them, then other forms. Within each by bm25,
 * which newness lifts a little, then newest.
 */
export function rank(session: Session, where: SqlCondition, words: Condition): readonly number[] {
  const hits = session.column<number>(`select a.rowid as v from art a where ${where.sql} order by a.rowid desc`, where.params);
  if (hits.length < 2) return hits;
  const matching = (expression: string): ReadonlySet<number> =>
    new Set(session.column<number>('select rowid as v from fts where fts match ?', [expression]));
  const plain = withoutVariants(words);
  const varied = plain !== words;
  const phrase = asPhrase(plain);
  const inTitle = matching(ftsExpression(words, 'title'));
  const asTyped = varied ? matching(ftsExpression(plain)) : null;
  const titleAsTyped = varied && inTitle.size > 0 ? matching(ftsExpression(plain, 'title')) : inTitle;
  const sideBySide = phrase === null ? null : matching(ftsExpression(phrase));
  const scored = hits.length <= RANK_LIMIT;
  const titled = hits.filter((rowid) => inTitle.has(rowid));
  const spelled = scored ? spelledTitles(session, words, titled) : new Set<number>();
  const tier = (rowid: number): number => {
    if (inTitle.has(rowid)) return spelled.has(rowid) ? 0 : titleAsTyped.has(rowid) ? 1 : 2;
    if (sideBySide?.has(rowid)) return 3;
    return asTyped === null || asTyped.has(rowid) ? 4 : 5;
  };
  const tiers: number[][] = [[], [], [], [], [], []];
  for (const rowid of hits) tiers[tier(rowid)]?.push(rowid);
  if (!scored) return tiers.flat();
  const scores = scoresOf(session, words, hits);
  for (const group of tiers) group.sort((a, b) => (scores.get(a) ?? 0) - (scores.get(b) ?? 0) || b - a);
  return tiers.flat();
}

/** Lower is better; an article found by a tag alone has no score of its own and comes after those that have one. */
function scoresOf(session: Session, words: Condition, hits: readonly number[]): Map<number, number> {
  const newest = hits[0] ?? 0;
  const rows = session.all(
    `select rowid as v, bm25(fts, ${FTS_WEIGHTS.join(', ')}) as score from fts where fts match ? and +rowid in (select value from json_each(?))`,
    [ftsExpression(words), JSON.stringify(hits)],
  );
  return new Map(
    rows.map((row) => {
      const rowid = Number(row['v']);
      return [rowid, Number(row['score']) * (1 + NEWNESS * 2 ** ((rowid - newest) / HALF_LIFE))];
    }),
  );
}

function spelledTitles(session: Session, words: Condition, titled: readonly number[]): ReadonlySet<number> {
  const typed = positiveWords(words);
  const rows = session.all('select r.rowid as v, r.head from json_each(?) j join row r on r.rowid = j.value', [JSON.stringify(titled)]);
  // The title is the first field of the head (see fts-writer.ts).
  const found = rows.filter((row) => spelledInTitle(String(row['head']).split('\u0000')[0] ?? '', typed));
  return new Set(found.map((row) => Number(row['v'])));
}
