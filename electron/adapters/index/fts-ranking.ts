import { positiveWords, type Condition } from '../../core/search/condition.ts';
import { spelledInTitle } from '../../core/search/exact.ts';
import { asPhrase, ftsExpression, FTS_WEIGHTS, scoreExpression, wholeWords, withoutVariants } from '../../core/search/fts.ts';
import { ROWID_UNIT } from '../../core/search/order.ts';
import type { Session } from './connection.ts';
import { matching } from './hits.ts';
import { eachIn, type Rowids } from './rowids.ts';

/** Above so many hits bm25 costs more than it gives (1.5 µs each): then newest first within what titles and phrases decide. */
export const RANK_LIMIT = 2500;
/** A hit so much older counts for half of what newness adds. In rowids. */
const HALF_LIFE = (365 * 86_400_000) / ROWID_UNIT;
/** What being new adds to a score at most, as a share of it. */
const NEWNESS = 0.3;

/** What decides first, best first; a text that has the words in another form only comes last. */
const TIERS = { spelledTitle: 0, title: 1, titleForms: 2, sideBySide: 3, whole: 4, text: 5, forms: 6 } as const;

/**
 * The hits (newest first), best first: titles that have the words (with this very spelling, then with these very words, then with other
 * forms of them), then texts that have them side by side, then those that have them whole, then words that go on, then other forms. Within each by bm25, which newness
 * lifts a little, then newest.
 */
export function rank(session: Session, hits: Rowids, words: Condition): Rowids {
  if (hits.length < 2) return hits;
  const plain = withoutVariants(words);
  const varied = plain !== words;
  const phrase = asPhrase(plain);
  const scored = hits.length <= RANK_LIMIT;
  const listed = scored ? JSON.stringify(hits) : null;
  const found = (expression: string): Rowids => matching(session, expression, listed);
  const tiers = new Uint8Array(hits.length).fill(varied ? TIERS.forms : TIERS.text);
  const put = (tier: number, rowids: Rowids): void => eachIn(hits, rowids, (place) => (tiers[place] = tier));
  // From the last to the first, so that the better one stays.
  if (varied) put(TIERS.text, found(ftsExpression(plain)));
  const whole = wholeWords(plain);
  if (whole !== plain) put(TIERS.whole, found(ftsExpression(whole)));
  if (phrase !== null) put(TIERS.sideBySide, found(ftsExpression(phrase)));
  const inTitle = found(ftsExpression(words, 'title'));
  put(TIERS.titleForms, inTitle);
  put(TIERS.title, varied && inTitle.length > 0 ? found(ftsExpression(plain, 'title')) : inTitle);
  if (scored)
    put(
      TIERS.spelledTitle,
      spelledTitles(
        session,
        words,
        hits.filter((_, at) => (tiers[at] ?? 0) <= TIERS.titleForms),
      ),
    );
  const groups: number[][] = Object.values(TIERS).map(() => []);
  hits.forEach((_, place) => groups[tiers[place] ?? 0]?.push(place));
  if (listed !== null) {
    const scores = scoresOf(session, words, hits, listed);
    // The places are newest first already.
    for (const group of groups) group.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b);
  }
  return groups.flatMap((group) => group.map((place) => hits[place] ?? 0));
}

/** By place, lower is better; an article found by a tag alone has no score of its own (0) and comes after those that have one. */
function scoresOf(session: Session, words: Condition, hits: Rowids, listed: string): Float64Array {
  const newest = hits[0] ?? 0;
  const [found] = session.all(
    `with scored as materialized (select rowid as v, bm25(fts, ${FTS_WEIGHTS.join(', ')}) as score
       from fts where fts match ? and +rowid in (select value from json_each(?)) order by rowid desc)
     select json_group_array(v) as rowids, json_group_array(score) as scores from scored`,
    [scoreExpression(words), listed],
  );
  const values = JSON.parse(text(found?.['scores'])) as number[];
  const rowids = JSON.parse(text(found?.['rowids'])) as number[];
  const scores = new Float64Array(hits.length);
  let at = 0;
  eachIn(hits, rowids, (place) => {
    const rowid = hits[place] ?? 0;
    while (rowids[at] !== rowid) at++;
    scores[place] = (values[at] ?? 0) * (1 + NEWNESS * 2 ** ((rowid - newest) / HALF_LIFE));
  });
  return scores;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '[]');

function spelledTitles(session: Session, words: Condition, titled: Rowids): Rowids {
  const typed = positiveWords(words);
  const rows = session.all('select r.rowid as v, r.head from json_each(?) j join row r on r.rowid = j.value', [JSON.stringify(titled)]);
  // The title is the first field of the head (see fts-writer.ts).
  const found = rows.filter((row) => spelledInTitle(String(row['head']).split('\u0000')[0] ?? '', typed));
  return found.map((row) => Number(row['v'])).sort((a, b) => b - a);
}
