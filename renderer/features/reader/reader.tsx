import { BookOpen, FileWarning } from 'lucide-react';
import { type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { sentenceOf } from '../../bridge/types.ts';
import { useCommands } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeyName } from '../../ui/kbd.tsx';
import { Article } from './article.tsx';
import { text } from './messages.ts';
import css from './reader.module.css';
import { usePrepared } from './use-prepared.ts';
import { useShown } from './use-shown.ts';
import { useTextSize } from './use-text-size.ts';

/** The open article, or what to do when none is. */
export function Reader(): ReactNode {
  const intl = useIntl();
  const activeId = useUiStore((state) => state.activeId);
  const nextKey = useKeyName('reader.pageDown');
  const setTextSize = useTextSize();
  const { open, error, retry } = useShown(activeId);
  usePrepared(activeId);
  useCommands({
    'reader.larger': () => setTextSize(1),
    'reader.smaller': () => setTextSize(-1),
    'reader.resetSize': () => setTextSize(0),
  });
  if (error) {
    return (
      <EmptyState
        icon={<FileWarning />}
        title={intl.formatMessage(text.failed)}
        actions={<Button onPress={retry}>{intl.formatMessage(text.retry)}</Button>}
      >
        {sentenceOf(error)}
      </EmptyState>
    );
  }
  if (activeId === null) {
    return (
      <EmptyState icon={<BookOpen />} title={intl.formatMessage(text.nothingOpen)}>
        {intl.formatMessage(text.nothingOpenText, { key: nextKey })}
      </EmptyState>
    );
  }
  return open ? <Article open={open} busy={open.article.id !== activeId} /> : <div className={css['reader']} aria-busy />;
}
