import { useEffect, useState, type ReactNode } from 'react';
import { BridgeProvider } from '../bridge/context.tsx';
import { createQueryClient } from '../bridge/query-client.ts';
import type { Bridge } from '../bridge/types.ts';
import { Intl } from '../i18n/provider.tsx';
import { useUiStore } from '../state/ui-store.ts';
import { ArticleWindow } from './article-window.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';
import { ownArticle } from './use-own-window.ts';

/** The whole window over a bridge. */
export function App({ bridge }: { bridge: Bridge }): ReactNode {
  const [client] = useState(createQueryClient);
  const [own] = useState(() => ownArticle(location.search));
  // Another library took the place of this one: nothing that was open is there any more.
  useEffect(
    () =>
      bridge.on('library', ({ replaced }) => {
        if (!replaced) return;
        const ui = useUiStore.getState();
        ui.openArticle(null);
        ui.setView({ kind: 'all' });
        useUiStore.setState((state) => ({ visit: state.visit + 1, cursor: null }));
      }),
    [bridge],
  );
  return (
    <ErrorBoundary>
      <BridgeProvider bridge={bridge} client={client}>
        <Intl>{own === null ? <Shell /> : <ArticleWindow id={own} />}</Intl>
      </BridgeProvider>
    </ErrorBoundary>
  );
}
