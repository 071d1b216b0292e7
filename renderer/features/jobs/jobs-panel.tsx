import { Ban, CircleAlert, CircleCheck, Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { Job } from '../../../electron/contract/entities.ts';
import type { Jobs } from '../../bridge/queries.ts';
import { errorSentence } from '../../i18n/error-words.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import css from './jobs-panel.module.css';
import { text } from './messages.ts';
import { inOrder } from './summary.ts';

interface Actions {
  onCancel: (id: string) => void;
  onRetry: (id: string) => void;
  onOpen: (articleId: string) => void;
  /** Loads a page with its scripts; null where this window's host cannot. */
  onRender: ((url: string) => void) | null;
}
interface AllActions {
  onClear: () => void;
  onCancelAll: () => void;
  onRetryFailed: () => void;
  onPause: (paused: boolean) => void;
}

/** All work in numbers, what can be done with all of it, and the pieces worth a line: how far each is, why it failed. */
export function JobsPanel({ jobs, totals, ...actions }: Actions & AllActions & Jobs): ReactNode {
  const intl = useIntl();
  const ordered = inOrder(jobs);
  const { waiting, running, done, failed, cancelled, paused } = totals;
  const active = waiting + running;
  return (
    <div className={css['panel']}>
      <div className={css['header']}>
        <h2>{intl.formatMessage(text.panel)}</h2>
        <Button size="sm" variant="quiet" isDisabled={done + failed + cancelled === 0} onPress={actions.onClear}>
          {intl.formatMessage(text.clear)}
        </Button>
      </div>
      {totals.total > 1 && (
        <div className={css['all']}>
          {active > 0 && <ProgressBar label={intl.formatMessage(text.overall)} value={totals.progress} />}
          <p className={css['state']}>{intl.formatMessage(text.counts, { waiting: active, done, failed })}</p>
          <div className={css['buttons']} role="group" aria-label={intl.formatMessage(text.all)}>
            {(active > 1 || paused) && (
              <Button size="sm" onPress={() => actions.onPause(!paused)}>
                {intl.formatMessage(paused ? text.resume : text.pause)}
              </Button>
            )}
            {active > 1 && (
              <Button size="sm" onPress={actions.onCancelAll}>
                {intl.formatMessage(text.cancelAll)}
              </Button>
            )}
            {failed > 1 && (
              <Button size="sm" onPress={actions.onRetryFailed}>
                {intl.formatMessage(text.retryFailed, { count: failed })}
              </Button>
            )}
          </div>
        </div>
      )}
      <ul className={css['list']}>
        {ordered.map((job) => (
          <JobRow key={job.id} job={job} paused={paused} {...actions} />
        ))}
      </ul>
      {totals.total > ordered.length && (
        <p className={css['more']}>{intl.formatMessage(text.more, { count: totals.total - ordered.length })}</p>
      )}
    </div>
  );
}

function JobRow({ job, paused, onCancel, onRetry, onOpen, onRender }: Actions & { job: Job; paused: boolean }): ReactNode {
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
        <p className={cx(css['state'], state === 'failed' && css['bad'])}>{useStateWords(job, paused)}</p>
        {state === 'running' && <ProgressBar label={intl.formatMessage(text.progress, { label })} value={job.progress} />}
      </div>
      {active && (
        <Button size="sm" aria-label={`${intl.formatMessage(text.cancel)}: ${label}`} onPress={() => onCancel(id)}>
          {intl.formatMessage(text.cancel)}
        </Button>
      )}
      {onRender !== null && needsScripts(job) && (
        <Button size="sm" aria-label={`${intl.formatMessage(text.render)}: ${label}`} onPress={() => onRender(label)}>
          {intl.formatMessage(text.render)}
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

/** A page that was fetched and showed no article: its scripts may bring one. */
function needsScripts({ kind, state, error, label }: Job): boolean {
  return kind === 'save' && state === 'failed' && error?.code === 'not-an-article' && /^https?:\/\//i.test(label);
}

function useStateWords({ state, step, existing, savedAs, incomplete, error, kind, retryAt }: Job, paused: boolean): string {
  const intl = useIntl();
  switch (state) {
    case 'waiting':
      if (retryAt && error)
        return intl.formatMessage(text.tryingAgain, {
          reason: errorSentence(intl, error),
          time: intl.formatTime(retryAt, { timeStyle: 'medium' }),
        });
      return intl.formatMessage(paused ? text.waitingPaused : text.waiting);
    case 'running':
      return step;
    case 'failed':
      return error ? errorSentence(intl, error) : intl.formatMessage(text.stateFailed);
    case 'cancelled':
      return intl.formatMessage(text.stateCancelled);
    case 'done':
      if (kind === 'save' && existing && savedAs !== undefined) return intl.formatMessage(text.stateSavedAs, { title: savedAs });
      return intl.formatMessage(doneWords({ kind, existing, incomplete }));
  }
}

function doneWords({ kind, existing, incomplete }: Pick<Job, 'kind' | 'existing' | 'incomplete'>): typeof text.stateOver {
  switch (kind) {
    case 'save':
      return existing ? text.stateExisting : incomplete ? text.stateIncomplete : text.stateDone;
    case 'complete':
      return incomplete ? text.stateStillIncomplete : text.stateDone;
    case 'save-again':
      return existing ? text.stateUnchanged : text.stateAgain;
    case 'reextract':
      return existing ? text.stateUnchanged : text.stateReextracted;
    default:
      return text.stateOver;
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
