import { parentPort } from 'node:worker_threads';
import { AppError } from '../../core/errors.ts';
import type { IndexBatch, NoCalls, NoNotes, ReaderCalls, ReaderNotes } from './protocol.ts';
import { openReaderLibrary, type ReaderLibrary } from './reader-library.ts';
import { createRpc } from './rpc.ts';

/** The thread that answers lists, searches and content, beside the writer and never waiting for it. */
if (parentPort === null) throw new Error('The reader runs as a worker thread.');

let opened: Promise<ReaderLibrary> | null = null;
/** Batches that came before the library was opened: the writer begins to fill a new index at once. */
let early: IndexBatch[] = [];

function library(): Promise<ReaderLibrary> {
  if (opened === null) throw new AppError('internal', 'The library is closed. Start Offprint again.');
  return opened;
}

async function openWithEarly(root: string): Promise<ReaderLibrary> {
  const reader = await openReaderLibrary(root);
  for (const batch of early) reader.apply?.(batch);
  early = [];
  return reader;
}

createRpc<NoCalls, NoNotes, ReaderCalls, ReaderNotes>(parentPort, {
  calls: {
    open: async ({ root }) => {
      opened = openWithEarly(root);
      return { needsBatches: (await opened).apply !== null };
    },
    call: async ({ method, input }) => (await library()).service.call(method, input),
    close: async () => {
      const closing = opened;
      opened = null;
      // They are of the library that is being closed.
      early = [];
      await (await closing)?.close();
    },
  },
  notes: {
    batch: (batch) => {
      if (opened === null) early.push(batch);
      // Waits on the same promise settle in the order they were begun: no list overtakes the batch that came before it.
      else
        void opened.then(
          ({ apply }) => apply?.(batch),
          () => undefined,
        );
    },
  },
});
