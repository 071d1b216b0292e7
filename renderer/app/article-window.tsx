import { useEffect, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useUndo } from '../bridge/mutations.ts';
import { useSettings, useSettingsReady } from '../bridge/queries.ts';
import { useCommands } from '../commands/registry.ts';
import { Reader } from '../features/reader/index.ts';
import { words } from '../i18n/words.ts';
import { useUiStore } from '../state/ui-store.ts';
import { useTheme } from '../styles/theme.ts';
import { Dialogs } from './dialogs.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { usePaneFocus } from './focus-pane.ts';
import { LiveRegion } from './live-region.tsx';
import { MarkRead } from './mark-read.ts';
import panes from './panes.module.css';
import css from './shell.module.css';
import { Toasts } from './toasts.tsx';
import { useCommandKeys } from './use-command-keys.ts';
import { leaveFullScreen, useFullScreen } from './use-full-screen.ts';
import { useHistory } from './use-history.ts';

const text = words({
  article: { id: 'articleWindow.article', defaultMessage: 'Article' },
});

/** A window that shows one article and nothing else. */
export function ArticleWindow({ id }: { id: string }): ReactNode {
  const ready = useSettingsReady();
  const settings = useSettings();
  useTheme(settings.theme);
  useEffect(() => {
    useUiStore.setState({ alone: true });
    useUiStore.getState().openArticle(id, { show: true });
  }, [id]);
  return ready ? <Window /> : null;
}

function Window(): ReactNode {
  const intl = useIntl();
  const undo = useUndo();
  const activeId = useUiStore((state) => state.activeId);
  useCommandKeys();
  useFullScreen();
  useHistory();
  usePaneFocus();
  useCommands({
    'window.close': () => window.close(),
    'window.back': leaveFullScreen,
    'edit.undo': () => void undo('undo'),
    'edit.redo': () => void undo('redo'),
    'app.settings': () => useUiStore.getState().openDialog({ kind: 'settings' }),
    'help.shortcuts': () => useUiStore.getState().openDialog({ kind: 'shortcuts' }),
  });
  return (
    <div className={css['shell']}>
      <main className={css['panes']}>
        <section data-pane="reader" id="reader" tabIndex={-1} aria-label={intl.formatMessage(text.article)} className={panes['reader']}>
          <ErrorBoundary part resetKey={activeId}>
            <Reader />
          </ErrorBoundary>
        </section>
      </main>
      <Dialogs />
      <Toasts />
      <LiveRegion />
      <MarkRead />
    </div>
  );
}
