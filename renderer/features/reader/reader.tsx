import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useCommands } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useKeyName } from '../../ui/kbd.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import css from './reader.module.css';
import { text } from './start-messages.ts';
import { usePrepared } from './use-prepared.ts';
import { useTextSize } from './use-text-size.ts';

const OpenReader = lazyPart(async () => (await import('./open-reader.tsx')).OpenReader, <div className={css['reader']} aria-busy />);

/** The open article, or what to do when none is. */
export function Reader(): ReactNode {
  const intl = useIntl();
  const nextKey = useKeyName('reader.pageDown');
  const activeId = useUiStore((state) => state.activeId);
  const setTextSize = useTextSize();
  usePrepared(activeId);
  useCommands({
    'reader.larger': () => setTextSize(1),
    'reader.smaller': () => setTextSize(-1),
    'reader.resetSize': () => setTextSize(0),
  });
  if (activeId !== null) return <OpenReader />;
  return (
    <EmptyState icon={<BookOpen />} title={intl.formatMessage(text.nothingOpen)}>
      {intl.formatMessage(text.nothingOpenText, { key: nextKey })}
    </EmptyState>
  );
}
