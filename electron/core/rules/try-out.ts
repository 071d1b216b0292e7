import type { ArticleRow, QueryProblem, RuleCondition } from '../../contract/entities.ts';
import type { IndexReader } from '../ports.ts';

const SAMPLE = 6;

/** Which articles a condition fits now. By length the list is cut by bisection, as its order by length is at hand. */
export function tryOut(
  { query, minWords, maxWords }: RuleCondition,
  index: Pick<IndexReader, 'list'>,
): { total: number; rows: ArticleRow[]; problems: QueryProblem[] } {
  const ask = (offset: number, limit: number, sorted = true) =>
    index.list({
      view: { kind: 'everything' },
      query,
      keep: [],
      offset,
      limit,
      sort: sorted ? { by: 'length', descending: true } : { by: 'saved', descending: true },
    });
  const { total, problems } = ask(0, 0);
  if (minWords === null && maxWords === null) return { total, problems, rows: ask(0, SAMPLE, false).rows };
  /** How many have more than `words` words. */
  const longer = (words: number): number => {
    let [low, high] = [0, total];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((ask(middle, 1).rows[0]?.wordCount ?? 0) > words) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = maxWords === null ? 0 : longer(maxWords);
  const end = minWords === null ? total : longer(minWords - 1);
  const count = Math.max(0, end - first);
  return { total: count, problems, rows: count === 0 ? [] : ask(first, Math.min(SAMPLE, count)).rows };
}
