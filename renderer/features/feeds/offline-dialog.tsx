import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { useFeeds, useJobs } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { errorSentence } from '../../i18n/error-words.ts';
import { useListOf } from '../../state/list-of.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DialogButtons } from '../../ui/dialog-buttons.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import css from './feeds.module.css';
import { text } from './messages.ts';

/** What is to be read without a network, and how far it is. */
export function OfflineDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'offline' ? <Form /> : null;
}

function Form(): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const bridge = useBridge();
  const feeds = useFeeds();
  const { view, query } = useListOf();
  const { jobs } = useJobs();
  const { closeDialog } = useUiStore.getState();
  const [what, setWhat] = useState<'feeds' | 'list'>(feeds.length > 0 && view.kind === 'all' && query === '' ? 'feeds' : 'list');
  const [limit, setLimit] = useState(100);
  const [jobId, setJobId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const job = jobs.find(({ id }) => id === jobId) ?? null;
  const running = job?.state === 'running' || job?.state === 'waiting';

  const start = async (): Promise<void> => {
    setError(null);
    try {
      if (job?.state === 'failed') {
        await bridge.call('jobs.retry', { id: job.id });
        return;
      }
      const articles = what === 'list' ? (await bridge.call('articles.ids', { view, query, limit })).ids : [];
      // A feed on show brings its news as well.
      const asked = what === 'feeds' ? feeds.map(({ id }) => id) : view.kind === 'feed' ? [view.id] : [];
      setJobId((await bridge.call('feeds.prepareOffline', { feeds: asked, articles, limit })).job.id);
    } catch (thrown) {
      setError(sentenceOf(thrown));
    }
  };
  const words =
    job?.state === 'failed'
      ? job.error
        ? errorSentence(intl, job.error)
        : ''
      : job?.state === 'done'
        ? say(text.offlineDone)
        : (job?.step ?? '');
  const over = job?.state === 'done';

  return (
    <Dialog
      isOpen
      title={say(text.offlineTitle)}
      onClose={closeDialog}
      footer={
        <DialogButtons
          confirmLabel={over ? say(text.close) : job?.state === 'failed' ? say(text.offlineAgain) : say(text.offlineStart)}
          isDisabled={running}
          onConfirm={() => (over ? closeDialog() : void start())}
          onCancel={closeDialog}
        />
      }
    >
      <div className={css['form']}>
        <Segmented<'feeds' | 'list'>
          label={say(text.offlineWhat)}
          value={what}
          options={[
            { value: 'feeds', label: say(text.offlineFeeds) },
            { value: 'list', label: say(text.offlineList) },
          ]}
          onChange={setWhat}
        />
        <TextField
          label={say(text.offlineLimit)}
          description={say(text.offlineLimitHint)}
          inputMode="numeric"
          value={String(limit)}
          error={error}
          onChange={(value) => setLimit(Math.min(10_000, Math.max(1, Number(value.replace(/\D/g, '')) || 1)))}
        />
        {job && (
          <div role="status" className={job.state === 'failed' ? css['error'] : css['message']}>
            {running && <ProgressBar label={say(text.offlineTitle)} value={job.progress} />}
            <p>{words}</p>
          </div>
        )}
      </div>
    </Dialog>
  );
}
