import { useCallback, useRef, type RefObject } from 'react';
import type { OpenFrame } from './article-frame.tsx';

export interface Jumps {
  /** Remembers where the reader is: they are about to follow a link inside the article. */
  note: () => void;
  /** Goes to an element of the article, remembering the way back. */
  to: (target: Element) => void;
  /** Back to where the last jump began; false where there was none. */
  back: () => boolean;
}

/** The way back from links inside an article: before "back" leaves it, it comes back from its own notes. */
export function useJumps(frame: OpenFrame | null, scroller: RefObject<HTMLElement | null>, articleId: string): Jumps {
  const from = useRef<{ id: string; tops: number[] }>({ id: articleId, tops: [] });
  const own = useCallback((): number[] => {
    if (from.current.id !== articleId) from.current = { id: articleId, tops: [] };
    return from.current.tops;
  }, [articleId]);
  const note = useCallback(() => {
    if (scroller.current) own().push(scroller.current.scrollTop);
  }, [own, scroller]);
  return {
    note,
    to: (target) => {
      note();
      frame?.place.mark(target);
    },
    back: () => {
      const top = own().pop();
      if (top === undefined || !scroller.current) return false;
      scroller.current.scrollTo({ top });
      return true;
    },
  };
}
