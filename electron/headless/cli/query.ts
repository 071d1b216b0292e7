import type { ArticleRow, QueryProblem } from '../../contract/entities.ts';
import type { Arguments } from './arguments.ts';
import { wholeNumber } from './arguments.ts';
import type { Session } from './command.ts';
import type { LibraryConnection } from './library-connection.ts';

/** Articles shown unless `--limit` says otherwise. */
const LIMIT = 20;
/** Articles a single call answers with at most. */
const PAGE = 500;

export interface Matches {
  readonly total: number;
  readonly rows: readonly ArticleRow[];
  readonly problems: readonly QueryProblem[];
  readonly didYouMean: readonly string[];
  readonly tookMs: number;
}

export function limitOf(args: Arguments): number {
  return wholeNumber(args, 'limit', 0, 200_000, LIMIT);
}

/** The words as one query. */
export function queryOf({ words }: Arguments): string {
  return words.join(' ').trim();
}

/** The first `limit` matches of a query over everything but the trash. */
export async function matches(library: LibraryConnection, query: string, limit: number): Promise<Matches> {
  const rows: ArticleRow[] = [];
  let first: Matches | null = null;
  do {
    const page = await library.call('articles.list', {
      view: { kind: 'everything' },
      query,
      offset: rows.length,
      limit: Math.min(PAGE, limit - rows.length),
    });
    first ??= page;
    rows.push(...page.rows);
    if (page.rows.length === 0) break;
  } while (rows.length < limit && rows.length < first.total);
  return { ...first, rows };
}

/** Says what is wrong with a query; true where something is. */
export function tellProblems({ terminal }: Session, { problems, didYouMean, total }: Matches): boolean {
  for (const { message } of problems) terminal.tell(message);
  if (total === 0 && didYouMean.length > 0) terminal.tell(`Did you mean: ${didYouMean.join(', ')}?`);
  return problems.length > 0;
}
