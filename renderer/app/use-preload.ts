import { useEffect } from 'react';
import { preloadParts } from '../ui/lazy-part.tsx';

/** Milliseconds after the first drawing before anything is read ahead: the list and the sidebar come first. */
const AFTER_MS = 1000;
const LONGEST_MS = 2000;

/** When the window has nothing else to do. Safari, which a served window may be open in, cannot tell. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: LONGEST_MS });
    else setTimeout(resolve);
  });

/** Reads the dialogs and the reader ahead, so that the first key that opens one need not wait for the disk. */
export function usePreload(): void {
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(() => void preloadParts(idle, stop.signal), AFTER_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, []);
}
