import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useBridge } from '../../bridge/context.tsx';

/** Milliseconds without a key before the library is asked. */
const PAUSE_MS = 250;

/** The article the library holds for an address already, once typing has paused; null for none. */
export function useLookup(url: string | null): string | null {
  const bridge = useBridge();
  const [settled, setSettled] = useState(url);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(url), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [url]);
  const found = useQuery({
    queryKey: ['lookup', settled],
    queryFn: () => bridge.call('capture.lookup', { url: settled ?? '' }),
    enabled: settled !== null,
    staleTime: 0,
    gcTime: 0,
  });
  return settled === url && settled !== null ? (found.data?.id ?? null) : null;
}
