import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useCommands } from '../commands/registry.ts';
import { words } from '../i18n/words.ts';
import { useUiStore } from '../state/ui-store.ts';

const text = words({
  refused: {
    id: 'fullScreen.refused',
    defaultMessage: 'This window could not fill the screen. Press F11 in it, or use the browser’s own menu.',
  },
});

/** Leaves full screen. False where the window does not fill the screen. */
export function leaveFullScreen(): boolean {
  if (!document.fullscreenElement) return false;
  void document.exitFullscreen();
  return true;
}

/** Reading in full screen: the article and nothing else, as long as the window fills the screen. Escape leaves it, by the browser itself. */
export function useFullScreen(): void {
  const intl = useIntl();
  const before = useRef(false);
  useEffect(() => {
    const follow = (): void => {
      if (!document.fullscreenElement) useUiStore.setState({ focusMode: before.current });
    };
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  useCommands({
    'reader.fullScreen': () => {
      if (leaveFullScreen()) return;
      const { focusMode, activeId, showToast } = useUiStore.getState();
      document.documentElement.requestFullscreen({ navigationUI: 'hide' }).then(
        () => {
          before.current = focusMode;
          useUiStore.setState({ focusMode: activeId !== null });
        },
        () => showToast({ tone: 'error', message: intl.formatMessage(text.refused), undo: null }),
      );
    },
  });
}
