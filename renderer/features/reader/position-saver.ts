import type { ReadingPosition } from '../../../electron/contract/entities.ts';

export interface PositionSaver {
  /** The reader moved; saved at most once in `everyMs`. */
  moved(): void;
  /** Saves now what is not saved yet: the article is being left. */
  leave(): void;
}

/** Saves a reading position while someone reads: never more often than `everyMs`, never when nothing moved, and once more on leaving. */
export function createPositionSaver(read: () => ReadingPosition, save: (position: ReadingPosition) => void, everyMs = 1000): PositionSaver {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = (): void => {
    timer = null;
    save(read());
  };
  return {
    moved() {
      timer ??= setTimeout(write, everyMs);
    },
    leave() {
      if (timer === null) return;
      clearTimeout(timer);
      write();
    },
  };
}
