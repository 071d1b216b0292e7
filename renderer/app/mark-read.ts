import { useEffect, useRef } from 'react';
import { useBridge } from '../bridge/context.tsx';
import { useArticle, useSettings } from '../bridge/queries.ts';
import { useUiStore } from '../state/ui-store.ts';

/** Milliseconds from the opening of an article until that is written: its text is painted first. */
const AFTER_PAINT_MS = 250;

/** Runs a little later; where the window is closed before, at once. */
function soonAfter(run: () => void): void {
  const settle = (): void => {
    clearTimeout(timer);
    removeEventListener('pagehide', settle);
    run();
  };
  const timer = setTimeout(settle, AFTER_PAINT_MS);
  addEventListener('pagehide', settle, { once: true });
}

/**
 * Marks an article read when it is opened, once: marking it unread afterwards holds. It stays in the list it was opened from. Not
 * undoable: Undo belongs to what the person did. A component that draws nothing, so that opening an article does not draw the whole window anew.
 */
export function MarkRead(): null {
  const bridge = useBridge();
  const { markReadOnOpen } = useSettings();
  const activeId = useUiStore((state) => state.activeId);
  const { data } = useArticle(activeId);
  const done = useRef<string | null>(null);

  useEffect(() => {
    if (activeId === null) done.current = null;
    if (!data || data.id !== activeId || done.current === activeId) return;
    done.current = activeId;
    if (data.trashed) return;
    const read = markReadOnOpen && !data.read;
    if (read) useUiStore.getState().keepInList([activeId]);
    // A library that cannot be written says so in the status strip; reading goes on.
    soonAfter(() => void bridge.call('articles.opened', { id: activeId, ...(read && { read }) }).catch(() => undefined));
  }, [activeId, bridge, data, markReadOnOpen]);
  return null;
}
