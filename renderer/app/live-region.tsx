import type { ReactNode } from 'react';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useUiStore } from '../state/ui-store.ts';

/** Speaks counts and results politely. A no-break space every other time makes the same words speak again. */
export function LiveRegion(): ReactNode {
  const { text, count } = useUiStore((state) => state.announcement);
  return (
    <VisuallyHidden>
      <span role="status" aria-live="polite">
        {text}
        {count % 2 === 1 ? '\u00a0' : ''}
      </span>
    </VisuallyHidden>
  );
}
