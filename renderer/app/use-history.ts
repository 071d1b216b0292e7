import { useEffect, useRef } from 'react';
import { useCommands } from '../commands/registry.ts';
import { useUiStore } from '../state/ui-store.ts';

/** Articles remembered. */
const MOST = 100;

/** Back and forward through the articles that were open in this window. */
export function useHistory(): void {
  const trail = useRef<{ ids: string[]; at: number }>({ ids: [], at: -1 });
  useEffect(
    () =>
      useUiStore.subscribe(({ activeId }) => {
        const { ids, at } = trail.current;
        if (activeId === null || ids[at] === activeId) return;
        // What lay ahead is left when another way is taken.
        const next = [...ids.slice(0, at + 1), activeId].slice(-MOST);
        trail.current = { ids: next, at: next.length - 1 };
      }),
    [],
  );
  const go = (step: 1 | -1): boolean => {
    const { ids, at } = trail.current;
    const id = ids[at + step];
    if (id === undefined) return false;
    trail.current = { ids, at: at + step };
    useUiStore.getState().openArticle(id, { show: true });
    return true;
  };
  useCommands({ 'history.back': () => go(-1), 'history.forward': () => go(1) });
}
