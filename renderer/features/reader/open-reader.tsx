import { FileWarning } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { sentenceOf } from '../../bridge/types.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Article } from './article.tsx';
import { text } from './messages.ts';
import css from './reader.module.css';
import { useShown } from './use-shown.ts';

/** The open article, or why it could not be opened. Everything that only an open article needs is loaded with it. */
export function OpenReader(): ReactNode {
  const intl = useIntl();
  const activeId = useUiStore((state) => state.activeId);
  const { open, error, retry } = useShown(activeId);
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
  return open ? <Article open={open} busy={open.article.id !== activeId} /> : <div className={css['reader']} aria-busy />;
}
