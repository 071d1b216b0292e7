import { useBridge } from '../bridge/context.tsx';
import { BridgeError, sentenceOf } from '../bridge/types.ts';
import { useCommands } from '../commands/registry.ts';
import { useUiStore } from '../state/ui-store.ts';

/** The window of one article, as a browser opens it (CSS pixels). */
const FEATURES = 'popup,width=780,height=860';

/** The article this window was opened for; null in the window of the library. */
export function ownArticle(search: string): string | null {
  const id = new URLSearchParams(search).get('article');
  return id !== null && /^[0-9a-z]{12}$/.test(id) ? id : null;
}

/** Opens an article in a window of its own: the host's, or one of the browser. */
export function useOwnWindow(): void {
  const bridge = useBridge();
  useCommands({
    'article.openWindow': () => {
      const { activeId, cursor, pane, showToast } = useUiStore.getState();
      const id = pane === 'reader' ? (activeId ?? cursor?.id) : (cursor?.id ?? activeId);
      if (id == null) return false;
      bridge.call('app.openArticle', { id }).catch((error: unknown) => {
        // Named by its article: asking again brings the same window to the front.
        if (error instanceof BridgeError && error.code === 'not-supported-here')
          window.open(`./?article=${id}`, `article-${id}`, FEATURES)?.focus();
        else showToast({ tone: 'error', message: sentenceOf(error), undo: null });
      });
      return true;
    },
  });
}
