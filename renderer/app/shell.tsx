import { useEffect, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useAppInfo, useSettings, useSettingsReady } from '../bridge/queries.ts';
import { useDropAndPaste } from '../features/capture/index.ts';
import { HealthMark } from '../features/health/index.ts';
import { StatusStrip } from '../features/jobs/index.ts';
import { words } from '../i18n/words.ts';
import { useTheme } from '../styles/theme.ts';
import { Dialogs } from './dialogs.tsx';
import { focusInto, usePaneFocus } from './focus-pane.ts';
import { LiveRegion } from './live-region.tsx';
import { MarkRead } from './mark-read.ts';
import { Panes } from './panes.tsx';
import css from './shell.module.css';
import { Toasts } from './toasts.tsx';
import { useHistory } from './use-history.ts';
import { useLayout } from './use-layout.ts';
import { useFeedCommands } from '../features/feeds/index.ts';
import { usePreload } from './use-preload.ts';
import { useCommandKeys } from './use-command-keys.ts';
import { useFullScreen } from './use-full-screen.ts';
import { useOwnWindow } from './use-own-window.ts';
import { useShellCommands } from './use-shell-commands.ts';

const text = words({
  skip: { id: 'shell.skip', defaultMessage: 'Skip to the article' },
  skipList: { id: 'shell.skipList', defaultMessage: 'Skip to the list' },
});

/** The window: panes, status strip, dialogs, messages. */
export function Shell(): ReactNode {
  const ready = useSettingsReady();
  const settings = useSettings();
  useTheme(settings.theme);
  // Widths and densities are the person's own from the first frame on.
  return ready ? <Window /> : null;
}

function Window(): ReactNode {
  const intl = useIntl();
  const layout = useLayout();
  const { data: info } = useAppInfo();
  useShellCommands();
  useCommandKeys();
  useFullScreen();
  useOwnWindow();
  useHistory();
  useFeedCommands();
  usePaneFocus();
  useDropAndPaste();
  usePreload();

  // A file dropped on a text field, where nothing else takes it, must not take the window away.
  useEffect(() => {
    const stay = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    document.addEventListener('dragover', stay);
    document.addEventListener('drop', stay);
    return () => {
      document.removeEventListener('dragover', stay);
      document.removeEventListener('drop', stay);
    };
  }, []);

  return (
    <div className={css['shell']}>
      <div className={css['skips']}>
        <button type="button" className={css['skip']} onClick={() => focusInto('list')}>
          {intl.formatMessage(text.skipList)}
        </button>
        <button type="button" className={css['skip']} onClick={() => focusInto('reader')}>
          {intl.formatMessage(text.skip)}
        </button>
      </div>
      {info?.readOnly != null && (
        <p role="status" className={css['notice']}>
          {info.readOnly}
        </p>
      )}
      <main className={css['panes']}>
        <Panes layout={layout} />
      </main>
      <HealthMark />
      <StatusStrip />
      <Dialogs />
      <Toasts />
      <LiveRegion />
      <MarkRead />
    </div>
  );
}
