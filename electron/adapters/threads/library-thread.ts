import { Worker } from 'node:worker_threads';
import { AppError } from '../../core/errors.ts';
import { createRpc, type Calls, type NoteHandlers, type Notes, type Rpc } from './rpc.ts';
import type { NoCalls } from './protocol.ts';
import { workerPath, type WorkerName } from './worker-path.ts';

export interface LibraryThread<C extends Calls, N extends Notes> {
  readonly rpc: Rpc<C, N>;
  readonly worker: Worker;
  /** Told once if the thread ends without having been asked to. */
  onCrash(listener: (error: AppError) => void): void;
  /** Lets the thread end by itself for `ms` milliseconds after `finish` settles, then ends it. */
  stop(finish: () => Promise<unknown>, ms: number): Promise<void>;
}

const CRASHED: Record<'writer' | 'reader', string> = {
  writer:
    'The part of Offprint that writes the library stopped unexpectedly. Nothing that was saved is lost; close Offprint and start it again.',
  reader: 'The part of Offprint that reads the library stopped unexpectedly and was started again. Try that once more.',
};

/** Starts a worker thread and the calls to it. */
export function startThread<C extends Calls, SentNotes extends Notes, ReceivedNotes extends Notes>(
  name: Extract<WorkerName, 'writer' | 'reader'>,
  notes: NoteHandlers<ReceivedNotes>,
): LibraryThread<C, SentNotes> {
  const worker = new Worker(workerPath(name), { name: `offprint-${name}` });
  const rpc = createRpc<C, SentNotes, NoCalls, ReceivedNotes>(worker, { calls: {}, notes });
  const listeners: ((error: AppError) => void)[] = [];
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let stopping = false;
  let cause: unknown = null;

  worker.on('error', (error) => {
    cause = error;
  });
  worker.on('exit', () => {
    const error = new AppError('internal', CRASHED[name], {
      cause,
      retryable: name === 'reader',
      details: cause instanceof Error ? { cause: cause.message } : {},
    });
    rpc.fail(error);
    if (!stopping) for (const listener of listeners) listener(error);
  });

  return {
    rpc,
    worker,
    onCrash: (listener) => listeners.push(listener),
    stop: async (finish, ms) => {
      stopping = true;
      await within(finish(), ms);
      await worker.terminate();
      await ended;
    },
  };
}

/** Waits for `work`, but not longer than `ms`; its failure is the caller's to have seen. */
async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([work.catch(() => undefined), limit]);
  clearTimeout(timer);
}
