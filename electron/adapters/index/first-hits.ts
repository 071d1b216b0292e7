import type { Condition } from '../../core/search/condition.ts';
import { asPhrase, ftsExpression, isPlainWords, wholeWords, withoutVariants } from '../../core/search/fts.ts';
import type { Session } from './connection.ts';
import { countsOf } from './tally.ts';
import type { Rowids } from './rowids.ts';

/**
 * A search for nothing but words that leaves out no more than the trash and what is archived. Full-text search alone counts its hits and
 * gives the first of them, however many there are.
 */
export interface PlainSearch {
  readonly words: Condition;
  /** Added to a query of `fts`. */
  readonly leftOut: string;
}

/** Null where a search asks for more than that. */
export function plainSearch(session: Session, where: Condition): PlainSearch | null {
  const parts = where.kind === 'and' ? flat(where.of) : [where];
  const words = parts.filter(isPlainWords);
  if (words.length === 0) return null;
  const counts = countsOf(session);
  let leftOut = '';
  for (const part of parts) {
    if (isPlainWords(part)) continue;
    const flag = part.kind === 'not' && part.of.kind === 'flag' ? part.of.flag : null;
    if (flag !== 'trashed' && flag !== 'archived') return null;
    // The trash may hold archived ones too.
    const held = flag === 'trashed' ? counts.trash : counts.archive + counts.trash;
    if (held > 0)
      leftOut += ` and +rowid not in (select rowid from art where ${flag === 'trashed' ? 'trashed' : 'trashed in (0, 1) and archived'} = 1)`;
  }
  return { words: { kind: 'and', of: words }, leftOut };
}

function flat(parts: readonly Condition[]): readonly Condition[] {
  return parts.flatMap((part) => (part.kind === 'and' ? flat(part.of) : [part]));
}

/** How many there are, and all of them (newest first) where there are no more than `most`. */
export interface Counted {
  readonly total: number;
  readonly hits: Rowids | null;
}

export function countHits(session: Session, { words, leftOut }: PlainSearch, most: number): Counted {
  const expression = ftsExpression(words);
  const count = (): number => session.number(`select count(*) from fts where fts match ?${leftOut}`, [expression]);
  // The first hits of words that may go on cost as much as counting all of them.
  const known = wholeWords(words) === words ? null : count();
  if (known !== null && known > most) return { total: known, hits: null };
  const sql = `select rowid as v from fts where fts match ?${leftOut} order by rowid desc limit ?`;
  const hits = session.column<number>(sql, [expression, most + 1]);
  return hits.length > most ? { total: known ?? count(), hits: null } : { total: hits.length, hits };
}

/** The first `count` of what `rank` (see fts-ranking.ts) gives for more hits than it scores. `ranked` = the words it ranks by. */
export function firstHits(session: Session, search: PlainSearch, ranked: Condition, count: number): Rowids {
  const found = new Set<number>();
  const plain = withoutVariants(ranked);
  const phrase = asPhrase(plain);
  const tiers: string[] = [
    ftsExpression(plain, 'title'),
    ftsExpression(ranked, 'title'),
    ...(phrase ? [ftsExpression(phrase)] : []),
    ftsExpression(wholeWords(plain)),
    ftsExpression(plain),
    ftsExpression(ranked),
  ];
  for (const expression of new Set(tiers)) {
    const sql = `select rowid as v from fts where fts match ?${search.leftOut} order by rowid desc limit ?`;
    for (const rowid of session.column<number>(sql, [expression, count])) found.add(rowid);
    if (found.size >= count) break;
  }
  return [...found].slice(0, count);
}
