import { useEffect, useState, type ReactNode } from 'react';
import { BridgeProvider } from '../bridge/context.tsx';
import { createQueryClient } from '../bridge/query-client.ts';
import type { Bridge } from '../bridge/types.ts';
import { Intl } from '../i18n/provider.tsx';
import { useUiStore } from '../state/ui-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Shell } from './shell.tsx';

/** The whole window over a bridge. */
export function App({ bridge }: { bridge: Bridge }): ReactNode {
  const [client] = useState(createQueryClient);
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
        <Intl>
          <Shell />
        </Intl>
      </BridgeProvider>
    </ErrorBoundary>
  );
}
