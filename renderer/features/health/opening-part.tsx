import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useAppInfo, useJobs } from '../../bridge/queries.ts';
import css from './health.module.css';
import { text } from './messages.ts';
import { Part } from './part.tsx';

/** What opening had to put right, and how search stands. */
export function OpeningPart(): ReactNode {
  const { formatMessage: say } = useIntl();
  const { data: info } = useAppInfo();
  const building = useJobs().jobs.some(({ kind, state }) => kind === 'rebuild-index' && state === 'running');
  if (!info) return null;
  return (
    <>
      <Part title={say(text.opening)} tone={info.notes.length > 0 || info.readOnly !== null ? 'plain' : 'good'}>
        {info.readOnly !== null && <p className={css['bad']}>{info.readOnly}</p>}
        <p>{say(info.notes.length > 0 ? text.openingSome : text.openingNone)}</p>
        {info.notes.length > 0 && (
          <ul className={css['notes']}>
            {info.notes.map((note, at) => (
              <li key={at}>{note}</li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={say(text.search)} tone={info.search === 'fts' && !building ? 'good' : 'plain'}>
        <p>{say(info.search === 'scan' ? text.searchScan : building ? text.searchBuilding : text.searchFts)}</p>
      </Part>
    </>
  );
}
