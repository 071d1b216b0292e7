import { LOOKED_AT, namesOffered, type NamedBy } from '../../core/search/names-offered.ts';
import { isPaired, queryTokens } from '../../core/search/tokens.ts';
import type { Session } from './connection.ts';

/** Fewer letters are looked for among the newest articles only: all words that begin with them would be too many. */
const SHORTEST = 3;

/** Sources or bylines of the index to offer for what is typed. */
export function namesIn(session: Session, by: NamedBy, typed: string): string[] {
  const tokens = queryTokens(typed);
  const last = tokens[tokens.length - 1] ?? '';
  const rows =
    last.length < SHORTEST && !isPaired(last)
      ? session.all('select head from row order by rowid desc limit ?', [LOOKED_AT])
      : session.all(
          `select row.head from (select rowid from fts where fts match ? order by rowid desc limit ?) found
             join row on row.rowid = found.rowid`,
          [`{${by}} : "${tokens.join(' ')}" *`, LOOKED_AT],
        );
  // Title, byline and source are the first fields of the head (see fts-writer.ts).
  const at = by === 'byline' ? 1 : 2;
  return namesOffered(
    rows.map((row) => String(row['head']).split('\u0000')[at] ?? ''),
    typed,
  );
}
