import { Ban, CircleAlert, CircleCheck, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Job } from '../../../electron/contract/entities.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import css from './jobs-panel.module.css';
import { text } from './messages.ts';
import { inOrder } from './summary.ts';

/** More rows than anyone reads; the rest is a number. */
const MOST = 200;

interface Actions {
  onCancel: (id: string) => void;
  onRetry: (id: string) => void;
  onOpen: (articleId: string) => void;
}

/** Every piece of work: how far it is, why it failed, and what can be done. */
export function JobsPanel({ jobs, onClear, ...actions }: Actions & { jobs: readonly Job[]; onClear: () => void }): ReactNode {
  const intl = useIntl();
  const ordered = inOrder(jobs);
  const over = jobs.some(({ state }) => state !== 'running' && state !== 'waiting');
  return (
    <div className={css['panel']}>
      <div className={css['header']}>
        <h2>{intl.formatMessage(text.panel)}</h2>
        <Button size="sm" variant="quiet" isDisabled={!over} onPress={onClear}>
          {intl.formatMessage(text.clear)}
        </Button>
      </div>
      <ul className={css['list']}>
        {ordered.slice(0, MOST).map((job) => (
          <JobRow key={job.id} job={job} {...actions} />
        ))}
      </ul>
      {ordered.length > MOST && <p className={css['more']}>{intl.formatMessage(text.more, { count: ordered.length - MOST })}</p>}
    </div>
  );
}

function JobRow({ job, onCancel, onRetry, onOpen }: Actions & { job: Job }): ReactNode {
  const intl = useIntl();
  const { id, label, state, articleId } = job;
  const active = state === 'running' || state === 'waiting';
  return (
    <li className={css['row']}>
      <span className={css['icon']}>{iconOf(job, intl.formatMessage(text.progress, { label }))}</span>
      <div className={css['body']}>
        <p className={css['label']} dir="auto" title={label}>
          {label}
        </p>
        <p className={cx(css['state'], state === 'failed' && css['bad'])}>{useStateWords(job)}</p>
        {state === 'running' && <ProgressBar label={intl.formatMessage(text.progress, { label })} value={job.progress} />}
      </div>
      {active && (
        <Button size="sm" aria-label={`${intl.formatMessage(text.cancel)}: ${label}`} onPress={() => onCancel(id)}>
          {intl.formatMessage(text.cancel)}
        </Button>
      )}
      {(state === 'failed' || state === 'cancelled') && (
        <Button size="sm" aria-label={`${intl.formatMessage(text.retry)}: ${label}`} onPress={() => onRetry(id)}>
          {intl.formatMessage(text.retry)}
        </Button>
      )}
      {state === 'done' && articleId !== null && (
        <Button size="sm" aria-label={`${intl.formatMessage(text.open)}: ${label}`} onPress={() => onOpen(articleId)}>
          {intl.formatMessage(text.open)}
        </Button>
      )}
    </li>
  );
}

function useStateWords({ state, step, existing, incomplete, error, kind }: Job): string {
  const intl = useIntl();
  switch (state) {
    case 'waiting':
      return intl.formatMessage(text.waiting);
    case 'running':
      return step;
    case 'failed':
      return error?.message ?? intl.formatMessage(text.stateFailed);
    case 'cancelled':
      return intl.formatMessage(text.stateCancelled);
    case 'done':
      return intl.formatMessage(
        kind !== 'save' ? text.stateOver : existing ? text.stateExisting : incomplete ? text.stateIncomplete : text.stateDone,
      );
  }
}

function iconOf({ state }: Job, label: string): ReactNode {
  switch (state) {
    case 'running':
      return <Spinner label={label} />;
    case 'waiting':
      return <Clock aria-hidden />;
    case 'failed':
      return <CircleAlert aria-hidden className={css['bad']} />;
    case 'cancelled':
      return <Ban aria-hidden />;
    case 'done':
      return <CircleCheck aria-hidden className={css['good']} />;
  }
}
