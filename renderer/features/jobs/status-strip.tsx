import { CircleAlert, CircleCheck, CirclePause, ChevronUp, X } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { useAppInfo, useJobs, useSidebar } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Popover } from '../../ui/popover.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { text } from './messages.ts';
import css from './status-strip.module.css';
import { failureWords, stripWords } from './words.ts';

const JobsPanel = lazyPart(async () => (await import('./jobs-panel.tsx')).JobsPanel);

/** One line at the foot of the window while there is long work, or news of it; it opens the list of every piece. */
export function StatusStrip(): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const { jobs, totals } = useJobs();
  const { data: info } = useAppInfo();
  const counts = useSidebar().data?.counts;
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  if (totals.total === 0) return null;
  const words = stripWords(intl, totals, counts ?? null);
  const failures = failureWords(intl, totals);
  const active = totals.waiting + totals.running > 0;
  const busy = active && !(totals.paused && totals.running === 0);
  const tell = (error: unknown): void => useUiStore.getState().showToast({ tone: 'error', message: sentenceOf(error), undo: null });
  const canRender = info?.host === 'electron';
  const render = (url: string): void => {
    useUiStore.getState().showToast({ tone: 'info', message: intl.formatMessage(text.rendering), undo: null });
    void bridge.call('capture.render', { url }).catch(tell);
  };
  return (
    <section aria-label={intl.formatMessage(text.strip)} className={css['strip']}>
      {/* Not a DialogTrigger: it would name the popover's own box after the button, and a box without a role has no name. */}
      <AriaButton ref={trigger} aria-haspopup="dialog" aria-expanded={open} className={css['summary'] ?? ''} onPress={() => setOpen(!open)}>
        {busy ? (
          <Spinner />
        ) : active ? (
          <CirclePause aria-hidden />
        ) : totals.failed > 0 ? (
          <CircleAlert aria-hidden className={css['bad']} />
        ) : (
          <CircleCheck aria-hidden className={css['good']} />
        )}
        <span className={css['words']}>
          {words}
          {words !== '' && failures !== null && ' · '}
          {failures !== null && <span className={css['failures']}>{failures}</span>}
        </span>
        {busy && (
          <span aria-hidden className={css['bar']}>
            <ProgressBar label={intl.formatMessage(text.overall)} value={totals.progress} />
          </span>
        )}
        <ChevronUp aria-hidden className={css['chevron']} />
      </AriaButton>
      <Popover
        label={intl.formatMessage(text.panel)}
        triggerRef={trigger}
        isOpen={open}
        onOpenChange={setOpen}
        placement="top start"
        className={css['popover']}
      >
        <JobsPanel
          jobs={jobs}
          totals={totals}
          onCancel={(id) => void bridge.call('jobs.cancel', { id }).catch(tell)}
          onRetry={(id) => void bridge.call('jobs.retry', { id }).catch(tell)}
          onClear={() => void bridge.call('jobs.clear', {}).catch(tell)}
          onCancelAll={() => void bridge.call('jobs.cancelAll', {}).catch(tell)}
          onRetryFailed={() => void bridge.call('jobs.retryFailed', {}).catch(tell)}
          onPause={(paused) => void bridge.call('jobs.pause', { paused }).catch(tell)}
          onRender={canRender ? render : null}
          onOpen={(id) => {
            setOpen(false);
            useUiStore.getState().openArticle(id, { show: true });
          }}
        />
      </Popover>
      {!active && (totals.incomplete > 0 || (totals.saves && (counts?.incomplete ?? 0) > 0)) && (
        <Button size="sm" variant="quiet" onPress={() => useUiStore.getState().setView({ kind: 'incomplete' })}>
          {intl.formatMessage(text.showIncomplete)}
        </Button>
      )}
      {/* How it ended is spoken; every step would be too much. */}
      <VisuallyHidden>
        <span role="status">{busy ? '' : [words, failures].filter(Boolean).join(' · ')}</span>
      </VisuallyHidden>
      {!active && (
        <IconButton
          size="sm"
          label={intl.formatMessage(text.dismiss)}
          icon={<X aria-hidden />}
          onPress={() => void bridge.call('jobs.clear', {}).catch(tell)}
        />
      )}
    </section>
  );
}
