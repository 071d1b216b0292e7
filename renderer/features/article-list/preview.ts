/**
 * Opens articles while the cursor moves: the first at once, then, as long as keys come quickly, only the last. Holding `j` down runs
 * through the list without loading (and marking read) everything on the way.
 */
export interface Preview {
  open(id: string): void;
  /** Opens what is waiting, now. */
  flush(): void;
  cancel(): void;
}

export function createPreview(open: (id: string) => void, delay = 140): Preview {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: string | null = null;
  let last = -Infinity;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const now = (id: string): void => {
    stop();
    waiting = null;
    open(id);
  };
  return {
    open(id) {
      const at = Date.now();
      const quick = at - last < delay;
      last = at;
      if (!quick) return now(id);
      stop();
      waiting = id;
      timer = setTimeout(() => now(id), delay);
    },
    flush() {
      if (waiting !== null) now(waiting);
    },
    cancel() {
      stop();
      waiting = null;
    },
  };
}
