import type { AppError } from '../../core/errors.ts';
import { startThread, type LibraryThread } from './library-thread.ts';
import type { IndexBatch, NoNotes, ReaderCalls, ReaderNotes } from './protocol.ts';

type Thread = LibraryThread<ReaderCalls, ReaderNotes>;

export interface ReaderThread {
  /** @param at the library's folder; left out: the one opened last */
  open(at?: string): Promise<void>;
  call(method: string, input: unknown): Promise<unknown>;
  batch(batch: IndexBatch): void;
  /** Closes the library's files; `open` may follow. */
  closeLibrary(): Promise<void>;
  stop(): Promise<void>;
}

/** A reader that keeps crashing is not started for ever. */
const MAX_CRASHES = 5;
const CRASH_MEMORY_MS = 60_000;
const STOP_MS = 3_000;

/**
 * The reader thread, started again when it crashes: it holds nothing that could be lost. `resend` asks the writer for every document
 * again, which a new reader needs where there is no index file.
 */
export function createReaderThread(
  first: string,
  resend: () => Promise<unknown>,
  begin: () => Thread = () => startThread<ReaderCalls, ReaderNotes, NoNotes>('reader', {}),
): ReaderThread {
  let root = first;
  const crashes: number[] = [];
  let given: AppError | null = null;
  let thread = start();
  let opened: Promise<unknown> = Promise.resolve();

  function start(): Thread {
    const started = begin();
    started.onCrash(restart);
    return started;
  }

  function restart(error: AppError): void {
    const now = Date.now();
    crashes.push(now);
    while (crashes[0] !== undefined && crashes[0] < now - CRASH_MEMORY_MS) crashes.shift();
    if (crashes.length > MAX_CRASHES) {
      given = error;
      return;
    }
    thread = start();
    opened = thread.rpc.call('open', { root }).then(({ needsBatches }) => (needsBatches ? resend() : undefined));
    // Whoever calls next sees the failure; nobody may be waiting now.
    opened.catch(() => undefined);
  }

  return {
    open: async (at = root) => {
      root = at;
      opened = thread.rpc.call('open', { root });
      await opened;
    },
    call: async (method, input) => {
      if (given !== null) throw given;
      await opened;
      return thread.rpc.call('call', { method, input });
    },
    batch: (batch) => thread.rpc.notify('batch', batch),
    closeLibrary: async () => {
      await thread.rpc.call('close', null);
    },
    stop: () => {
      const stopping = thread;
      return stopping.stop(() => stopping.rpc.call('close', null), STOP_MS);
    },
  };
}
