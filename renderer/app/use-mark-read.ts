import { useEffect, useRef } from 'react';
import { useBridge } from '../bridge/context.tsx';
import { useArticle, useSettings } from '../bridge/queries.ts';
import { useUiStore } from '../state/ui-store.ts';

/**
 * Marks an article read when it is opened, once: marking it unread afterwards holds. It stays in the list it was opened from. Not
 * undoable: Undo belongs to what the person did.
 */
export function useMarkRead(): void {
  const bridge = useBridge();
  const { markReadOnOpen } = useSettings();
  const activeId = useUiStore((state) => state.activeId);
  const { data } = useArticle(activeId);
  const done = useRef<string | null>(null);

  useEffect(() => {
    if (activeId === null) done.current = null;
    if (!data || data.id !== activeId || done.current === activeId) return;
    done.current = activeId;
    if (!data.trashed) bridge.call('articles.opened', { id: activeId }).catch(() => undefined);
    if (!markReadOnOpen || data.read || data.trashed) return;
    useUiStore.getState().keepInList([activeId]);
    // A library that cannot be written says so in the status strip; reading goes on.
    bridge.call('articles.setFlags', { ids: [activeId], flags: { read: true }, undoable: false }).catch(() => undefined);
  }, [activeId, bridge, data, markReadOnOpen]);
}
