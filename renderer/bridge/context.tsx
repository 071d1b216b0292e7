import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { applyEvents } from './apply-events.ts';
import { createQueryClient } from './query-client.ts';
import type { Bridge } from './types.ts';

const BridgeContext = createContext<Bridge | null>(null);

/** Gives the tree its bridge and its cache, and keeps the cache patched by the core's events. */
export function BridgeProvider({ bridge, client, children }: { bridge: Bridge; client?: QueryClient; children: ReactNode }): ReactNode {
  const [own] = useState(() => client ?? createQueryClient());
  useEffect(() => applyEvents(bridge, own), [bridge, own]);
  return (
    <BridgeContext value={bridge}>
      <QueryClientProvider client={own}>{children}</QueryClientProvider>
    </BridgeContext>
  );
}

export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (!bridge) throw new Error('useBridge needs a BridgeProvider above it');
  return bridge;
}
