import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useBridge } from '../../bridge/context.tsx';
import { useFeeds } from '../../bridge/queries.ts';
import { sentenceOf } from '../../bridge/types.ts';
import { useCommands } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { useKeyName } from '../../ui/kbd.tsx';
import { text } from './refresh-messages.ts';

/** The commands of feeds; and tells the core when the window is online again. */
export function useFeedCommands(): void {
  const intl = useIntl();
  const addKey = useKeyName('feeds.add');
  const bridge = useBridge();
  const feeds = useFeeds();
  const { openDialog, showToast, announce } = useUiStore.getState();

  /** The feed or the folder that is shown, otherwise all that are not paused. */
  const refresh = async (): Promise<void> => {
    const { view } = useUiStore.getState();
    const shown = feeds.filter((feed) => {
      if (view.kind === 'feed') return feed.id === view.id;
      return !feed.settings.paused && (view.kind !== 'folder' || `${feed.folder} / `.startsWith(`${view.path} / `));
    });
    announce(intl.formatMessage(text.refreshing, { count: shown.length, key: addKey }));
    if (shown.length === 0) {
      showToast({ tone: 'info', message: intl.formatMessage(text.refreshing, { count: 0, key: addKey }), undo: null });
      return;
    }
    await bridge
      .call('feeds.refresh', { ids: shown.map(({ id }) => id) })
      .catch((error: unknown) => showToast({ tone: 'error', message: sentenceOf(error), undo: null }));
  };

  useCommands({
    'feeds.add': () => openDialog({ kind: 'add-feed' }),
    'feeds.manage': () => openDialog({ kind: 'feeds' }),
    'offline.prepare': () => openDialog({ kind: 'offline' }),
    'feeds.refresh': () => void refresh(),
  });

  useEffect(() => {
    const online = (): void => void bridge.call('feeds.wake', {}).catch(() => undefined);
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, [bridge]);
}
