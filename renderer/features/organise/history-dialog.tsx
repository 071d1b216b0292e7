import { useQuery } from '@tanstack/react-query';
import { Redo2, Undo2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { HistoryItem } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { keys } from '../../bridge/keys.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { undoLabel } from '../../i18n/undo-words.ts';
import { words } from '../../i18n/words.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import css from './history.module.css';

const text = words({
  title: { id: 'history.title', defaultMessage: 'History' },
  note: { id: 'history.note', defaultMessage: 'What was done, newest first. It is kept when Offprint is closed.' },
  empty: { id: 'history.empty', defaultMessage: 'Nothing has been changed yet that could be undone.' },
  undo: { id: 'history.undo', defaultMessage: 'Undo' },
  undoTo: { id: 'history.undoTo', defaultMessage: 'Undo to here' },
  redo: { id: 'history.redo', defaultMessage: 'Redo' },
  redoTo: { id: 'history.redoTo', defaultMessage: 'Redo to here' },
  action: { id: 'history.action', defaultMessage: '{action}: {label}' },
  undone: { id: 'history.undone', defaultMessage: 'undone' },
  done: {
    id: 'history.done',
    defaultMessage: '{undone, select, true {Undid} other {Redid}} {count, plural, one {# change} other {# changes}}.',
  },
  skipped: { id: 'history.skipped', defaultMessage: 'These have all changed since, and were passed over: {labels}.' },
});

/** What was done, and the way back to before it. */
export function HistoryDialog(): ReactNode {
  const open = useUiStore((state) => state.dialog?.kind === 'history');
  return open ? <Panel /> : null;
}

function Panel(): ReactNode {
  const intl = useIntl();
  const bridge = useBridge();
  const { closeDialog } = useUiStore.getState();
  const [said, setSaid] = useState('');
  const { data, refetch } = useQuery({
    queryKey: [...keys.undo, 'history'],
    queryFn: () => bridge.call('undo.history', {}),
    staleTime: 0,
    gcTime: 0,
  });
  const go = async (item: HistoryItem): Promise<void> => {
    // Undoing moves the entry to the other side: what was undone can be redone, and the other way round.
    const undone = !item.undone;
    try {
      const { done, skipped, skippedWords } = await bridge.call('undo.to', { id: item.id });
      const parts = [intl.formatMessage(text.done, { undone, count: done.length })];
      const labels = skipped.map((label, at) => undoLabel(intl, skippedWords[at], label));
      if (labels.length > 0) parts.push(intl.formatMessage(text.skipped, { labels: intl.formatList(labels, { type: 'unit' }) }));
      setSaid(parts.join(' '));
    } catch (error) {
      setSaid(sentenceOf(error));
    }
    await refetch();
  };
  const items = data?.items ?? [];
  const firstDone = items.findIndex(({ undone }) => !undone);
  const lastUndone = firstDone < 0 ? items.length - 1 : firstDone - 1;
  return (
    <Dialog isOpen title={intl.formatMessage(text.title)} onClose={closeDialog}>
      <p className={css['note']}>{intl.formatMessage(data && items.length === 0 ? text.empty : text.note)}</p>
      <p role="status" className={css['said']}>
        {said}
      </p>
      <ol className={css['items']} aria-label={intl.formatMessage(text.title)} tabIndex={items.length === 0 ? -1 : 0}>
        {items.map((item, index) => {
          const label = undoLabel(intl, item.words, item.label);
          const next = index === firstDone || index === lastUndone;
          const action = intl.formatMessage(item.undone ? (next ? text.redo : text.redoTo) : next ? text.undo : text.undoTo);
          return (
            <li key={item.id} className={css['item']} data-undone={item.undone || undefined}>
              <span className={css['label']} dir="auto">
                {label}
                {item.undone && <span className={css['state']}>{intl.formatMessage(text.undone)}</span>}
              </span>
              <time className={css['when']} dateTime={item.at}>
                {intl.formatDate(item.at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })}
              </time>
              <Button
                variant="quiet"
                icon={item.undone ? <Redo2 aria-hidden /> : <Undo2 aria-hidden />}
                aria-label={intl.formatMessage(text.action, { action, label })}
                onPress={() => void go(item)}
              >
                {action}
              </Button>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
