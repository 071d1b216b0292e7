import { useEffect } from 'react';
import { useUiStore, type Layout } from '../state/ui-store.ts';

const NARROW = '(max-width: 639.98px)';
const MEDIUM = '(max-width: 899.98px)';

function layoutNow(): Layout {
  if (matchMedia(NARROW).matches) return 'single';
  return matchMedia(MEDIUM).matches ? 'drawer' : 'three';
}

/** Keeps the layout in step with the width of the window. */
export function useLayout(): Layout {
  const layout = useUiStore((state) => state.layout);
  useEffect(() => {
    const { setLayout } = useUiStore.getState();
    const update = (): void => setLayout(layoutNow());
    const queries = [matchMedia(NARROW), matchMedia(MEDIUM)];
    for (const query of queries) query.addEventListener('change', update);
    update();
    return () => {
      for (const query of queries) query.removeEventListener('change', update);
    };
  }, []);
  return layout;
}
