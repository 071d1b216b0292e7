import type { Capture } from '../../core/capture/types.ts';
import type { createCapture } from './create-capture.ts';

type Opened = ReturnType<typeof createCapture>;

/**
 * Capture that is loaded when the first article is saved: its parsers are most of the writer's code, and opening a library must not wait
 * for them.
 */
export function createLazyCapture(load: () => Promise<Opened>): Opened {
  let opened: Promise<Opened> | null = null;
  const get = (): Promise<Opened> => (opened ??= load());
  const capture: Capture = async (input, options) => (await get()).capture(input, options);
  return {
    capture,
    recapture: async (kept, options) => (await get()).recapture(kept, options),
    close: async () => {
      await (await opened)?.close();
    },
  };
}
