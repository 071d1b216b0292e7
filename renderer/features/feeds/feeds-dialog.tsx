import { Download, RefreshCw, SlidersHorizontal, Upload } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { useFeeds } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { runCommand } from '../../commands/registry.ts';
import { compareIn } from '../../i18n/collator.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { FeedHealth } from './feed-health.tsx';
import css from './feeds.module.css';
import { text } from './messages.ts';

/** All feeds with their health, and lists of them in and out. */
export function FeedsDialog(): ReactNode {
  const dialog = useUiStore((state) => state.dialog);
  return dialog?.kind === 'feeds' ? <FeedsList files={dialog.files} /> : null;
}

/** Those that need somebody first. */
const ORDER = { gone: 0, failing: 0, paused: 1, new: 2, ok: 2 } as const;

function FeedsList({ files }: { files: File[] | undefined }): ReactNode {
  const intl = useIntl();
  const say = intl.formatMessage;
  const bridge = useBridge();
  const feeds = useFeeds();
  const { closeDialog, openDialog } = useUiStore.getState();
  const [message, setMessage] = useState<{ words: string; failed: boolean } | null>(null);
  const compare = compareIn(intl.locale);
  const sorted = [...feeds].sort(
    (a, b) => ORDER[a.health.state] - ORDER[b.health.state] || compare(a.folder, b.folder) || compare(a.title, b.title),
  );

  const importFiles = useCallback(
    async (chosen: readonly File[]): Promise<void> => {
      let [added, existing] = [0, 0];
      try {
        for (const file of chosen) {
          const result = await bridge.call('feeds.importOpml', { opml: await file.text() });
          added += result.added.length;
          existing += result.existing;
        }
        setMessage({ words: intl.formatMessage(text.imported, { added, existing }), failed: false });
      } catch (error) {
        setMessage({ words: sentenceOf(error), failed: true });
      }
    },
    [bridge, intl],
  );
  // What was dropped on the window is imported once.
  useEffect(() => {
    if (files) queueMicrotask(() => void importFiles(files));
  }, [files, importFiles]);

  const exportList = async (): Promise<void> => {
    try {
      const { opml } = await bridge.call('feeds.exportOpml', {});
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([opml], { type: 'text/x-opml' }));
      link.download = 'feeds.opml';
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setMessage({ words: sentenceOf(error), failed: true });
    }
  };

  return (
    <Dialog
      isOpen
      size="lg"
      title={say(text.feedsTitle)}
      onClose={closeDialog}
      footer={
        <Button variant="primary" onPress={closeDialog}>
          {say(text.close)}
        </Button>
      }
    >
      <div className={css['form']}>
        <div className={css['tools']}>
          <Button onPress={() => openDialog({ kind: 'add-feed' })}>{say(text.addTitle)}</Button>
          <FileTrigger
            acceptedFileTypes={['.opml', '.xml', 'text/x-opml', 'text/xml']}
            onSelect={(list) => void importFiles([...(list ?? [])])}
          >
            <Button icon={<Upload aria-hidden />}>{say(text.import)}</Button>
          </FileTrigger>
          {feeds.length > 0 && (
            <>
              <Button icon={<Download aria-hidden />} onPress={() => void exportList()}>
                {say(text.export)}
              </Button>
              <Button icon={<RefreshCw aria-hidden />} onPress={() => runCommand('feeds.refresh')}>
                {say(text.refreshAll)}
              </Button>
            </>
          )}
        </div>
        {message && (
          <p role={message.failed ? 'alert' : 'status'} className={message.failed ? css['error'] : css['message']}>
            {message.words}
          </p>
        )}
        {feeds.length === 0 && <p className={css['detail']}>{say(text.none)}</p>}
        <ul className={css['list']}>
          {sorted.map((feed) => (
            <li key={feed.id}>
              <div className={css['line']}>
                <span className={css['names']}>
                  <bdi className={css['title']}>{feed.title}</bdi>
                  {feed.folder !== '' && <bdi className={css['detail']}>{feed.folder}</bdi>}
                </span>
                <IconButton
                  size="sm"
                  label={say(text.settings, { name: feed.title })}
                  icon={<SlidersHorizontal aria-hidden />}
                  onPress={() => openDialog({ kind: 'feed', id: feed.id })}
                />
              </div>
              <FeedHealth feed={feed} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
