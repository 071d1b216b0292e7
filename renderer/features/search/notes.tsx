import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { QueryProblem } from '../../../electron/contract/entities.ts';
import { useJobs } from '../../bridge/queries.ts';
import { text } from './messages.ts';
import css from './search.module.css';

/** The query with the pieces underlined that have a mistake, and below it what is wrong with them. */
export function Problems({ id, query, problems }: { id: string; query: string; problems: readonly QueryProblem[] }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of [...problems].sort((a, b) => a.start - b.start)) {
    if (start < at || end > query.length) continue;
    parts.push(query.slice(at, start), <u key={start}>{query.slice(start, end)}</u>);
    at = end;
  }
  return (
    <div id={id} className={css['problem']}>
      <p dir="auto" className={css['echo']}>
        {parts}
        {query.slice(at)}
      </p>
      {problems.map(({ message, start }) => (
        <p key={`${start} ${message}`}>{message}</p>
      ))}
    </div>
  );
}

/** Spellings that would find something. */
export function DidYouMean({ spellings, onPick }: { spellings: readonly string[]; onPick: (spelling: string) => void }): ReactNode {
  const intl = useIntl();
  return (
    <p className={css['mean']}>
      {intl.formatMessage(text.didYouMean)}{' '}
      {spellings.map((spelling) => (
        <button key={spelling} type="button" dir="auto" className={css['spelling']} onClick={() => onPick(spelling)}>
          {spelling}
        </button>
      ))}
    </p>
  );
}

/** While the index is being built: lists show what it has so far. */
export function Building(): ReactNode {
  const intl = useIntl();
  const job = useJobs().jobs.find(({ kind, state }) => kind === 'rebuild-index' && state === 'running');
  if (!job) return null;
  return <p className={css['building']}>{intl.formatMessage(text.building, { share: job.progress ?? 0 })}</p>;
}
