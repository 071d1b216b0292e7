import { useEffect } from 'react';
import { useUiStore, type Pane } from '../state/ui-store.ts';

const INSIDE: Readonly<Record<Pane, string>> = {
  sidebar: '[role=treeitem][tabindex="0"]',
  list: '[data-article-list]',
  // What scrolls the article: arrows and Page Down then move the text.
  reader: 'div[tabindex="-1"]',
};

const paneElement = (pane: Pane): HTMLElement | null => document.querySelector<HTMLElement>(`[data-pane=${pane}]`);

/** Puts the keyboard into a pane: on what one works with there, else on the pane itself. Returns false where the pane is not shown. */
export function focusInto(pane: Pane): boolean {
  const element = paneElement(pane);
  if (!element || element.hidden) return false;
  const target = element.querySelector<HTMLElement>(INSIDE[pane]) ?? element;
  target.focus({ preventScroll: true });
  return true;
}

/** Puts the keyboard into a pane as soon as what one works with is there: an article is still on its way when it is opened. */
function focusWhenReady(pane: Pane): () => void {
  const element = paneElement(pane);
  if (!focusInto(pane) || !element || element.querySelector(INSIDE[pane])) return () => undefined;
  const observer = new MutationObserver(() => {
    if (document.activeElement !== element) observer.disconnect();
    else if (element.querySelector(INSIDE[pane])) {
      observer.disconnect();
      focusInto(pane);
    }
  });
  observer.observe(element, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** The next pane that is shown, from the one in use, in the direction `step`. */
export function cyclePane(step: 1 | -1): void {
  const order: Pane[] = ['sidebar', 'list', 'reader'];
  const active = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] as Pane | undefined;
  const from = order.indexOf(active ?? useUiStore.getState().pane);
  for (let tries = 1; tries <= order.length; tries++) {
    const pane = order[(from + step * tries + order.length * 2) % order.length];
    if (pane && focusInto(pane)) return useUiStore.getState().setPane(pane);
  }
}

/** Follows requests of the UI store to give a pane the keyboard, and notes which pane has it. */
export function usePaneFocus(): void {
  const request = useUiStore((state) => state.focusRequest);
  useEffect(() => {
    return request ? focusWhenReady(request.pane) : undefined;
  }, [request]);

  useEffect(() => {
    const note = (): void => {
      const pane = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
      if (pane === 'list' || pane === 'reader') useUiStore.getState().setPane(pane);
    };
    document.addEventListener('focusin', note);
    // A frame that takes the focus tells the window only that it lost it.
    window.addEventListener('blur', note);
    return () => {
      document.removeEventListener('focusin', note);
      window.removeEventListener('blur', note);
    };
  }, []);
}
