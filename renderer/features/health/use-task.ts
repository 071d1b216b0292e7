import { useState } from 'react';
import { sentenceOf } from '../../bridge/types.ts';

export interface Task {
  /** What is going on now, or null. */
  readonly busy: string | null;
  /** How the last one ended. */
  readonly said: { readonly words: string; readonly failed: boolean } | null;
  /** `work` answers with the sentence to show at its end. Nothing else begins meanwhile. */
  run(busy: string, work: () => Promise<string | null>): Promise<void>;
}

/**
 * One piece of work at a time, what it says while it runs, and how it ended. Buttons stay enabled meanwhile: one that is disabled under the
 * focus takes the keyboard away from the dialog.
 */
export function useTask(): Task {
  const [busy, setBusy] = useState<string | null>(null);
  const [said, setSaid] = useState<Task['said']>(null);
  return {
    busy,
    said,
    run: async (words, work) => {
      if (busy !== null) return;
      setBusy(words);
      setSaid(null);
      try {
        const done = await work();
        setSaid(done === null ? null : { words: done, failed: false });
      } catch (error) {
        setSaid({ words: sentenceOf(error), failed: true });
      }
      setBusy(null);
    },
  };
}
