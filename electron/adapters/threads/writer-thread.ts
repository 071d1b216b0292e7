import type { AppError } from '../../core/errors.ts';
import { startThread, type LibraryThread } from './library-thread.ts';
import type { OpenWriter, WriterCalls, WriterNotes, NoNotes } from './protocol.ts';
import type { NoteHandlers, Rpc } from './rpc.ts';

export interface WriterThread {
  readonly rpc: Rpc<WriterCalls, NoNotes>;
  /** Told once if the thread ends by itself: nothing can be written any more. */
  onCrash(listener: (error: AppError) => void): void;
  /** @param at the library's folder, and whether a new one gets the sample articles; left out: as it was opened first */
  open(at?: Pick<OpenWriter, 'root' | 'samples'>): Promise<void>;
  /** The whole library as one zip, produced as fast as it is read. */
  exportArchive(): ReadableStream<Uint8Array>;
  stop(): Promise<void>;
}

/** Closing folds the journal into the documents, which may take a moment; what is cut off after this is repeated on the next opening. */
const STOP_MS = 20_000;

export function createWriterThread(
  options: OpenWriter,
  notes: NoteHandlers<WriterNotes>,
  thread: LibraryThread<WriterCalls, NoNotes> = startThread<WriterCalls, NoNotes, WriterNotes>('writer', notes),
): WriterThread {
  const { rpc } = thread;
  return {
    rpc,
    onCrash: thread.onCrash,
    open: (at) => rpc.call('open', { ...options, ...at }),
    exportArchive: () => {
      let id: Promise<number> | null = null;
      return new ReadableStream<Uint8Array>(
        {
          pull: async (controller) => {
            id ??= rpc.call('exportOpen', null).then((stream) => stream.id);
            const piece = await rpc.call('exportRead', { id: await id });
            if (piece === null) controller.close();
            else controller.enqueue(piece);
          },
          cancel: async () => {
            if (id !== null) await rpc.call('exportClose', { id: await id });
          },
        },
        { highWaterMark: 2 },
      );
    },
    stop: () => thread.stop(() => rpc.call('close', null), STOP_MS),
  };
}
