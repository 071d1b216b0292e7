/**
 * Opens articles while the cursor moves: the first at once, then, as long as keys come quickly, only the last. Holding `j` down runs
 * through the list without loading (and marking read) everything on the way. `delay` is in milliseconds: longer than a key repeats (30–50), shorter
 * than anyone presses it twice on purpose.
 */
export interface Preview {
  open(id: string): void;
  /** Whether this is what was opened last, here or (once noted) elsewhere. */
  isLast(id: string): boolean;
  noteElsewhere(id: string): void;
  cancel(): void;
}

export function createPreview(open: (id: string) => void, delay = 80): Preview {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let opened: string | null = null;
  let last = -Infinity;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const now = (id: string): void => {
    stop();
    opened = id;
    open(id);
  };
  return {
    open(id) {
      const at = Date.now();
      const quick = at - last < delay;
      last = at;
      if (!quick) return now(id);
      stop();
      timer = setTimeout(() => now(id), delay);
    },
    isLast: (id) => opened === id,
    noteElsewhere(id) {
      opened = id;
    },
    cancel: stop,
  };
}
