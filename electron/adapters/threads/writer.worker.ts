import { parentPort } from 'node:worker_threads';
import { AppError } from '../../core/errors.ts';
import { exportArchiveStream, stageArchive, swapLibrary } from '../store/archive.ts';
import { createExports } from './export-streams.ts';
import type { NoCalls, NoNotes, OpenWriter, WriterCalls, WriterNotes } from './protocol.ts';
import { createRpc } from './rpc.ts';
import { openWriterLibrary, type WriterLibrary } from './writer-library.ts';

/** The thread that owns a library: store, content, index writer, capture, jobs and undo. */
if (parentPort === null) throw new Error('The writer runs as a worker thread.');

let options: OpenWriter | null = null;
let opened: WriterLibrary | null = null;

function library(): WriterLibrary {
  if (opened === null) throw new AppError('internal', 'The library is closed. Start Offprint again.');
  return opened;
}

function chosen(): OpenWriter {
  if (options === null) throw new Error('The writer was not told which library to open.');
  return options;
}

async function open(): Promise<void> {
  opened = await openWriterLibrary(chosen(), {
    emit: (event) => rpc.notify('event', event),
    forward: (batch) => rpc.notify('batch', batch),
  });
}

async function close(): Promise<void> {
  const closing = opened;
  opened = null;
  await exports.closeAll();
  await closing?.close();
}

const exports = createExports(() => exportArchiveStream(library().library.store));

const rpc = createRpc<NoCalls, WriterNotes, WriterCalls, NoNotes>(parentPort, {
  calls: {
    open: async (input) => {
      options = input;
      await open();
    },
    call: ({ method, input }) => library().service.call(method, input),
    setEndpoint: ({ endpoint }) => library().library.setEndpoint(endpoint),
    stage: ({ archive }) => stageArchive(archive, chosen().root),
    close,
    swap: ({ staging }) => swapLibrary(chosen().root, staging),
    resend: async () => {
      await close();
      await open();
    },
    exportOpen: () => exports.open(),
    exportRead: ({ id }) => exports.read(id),
    exportClose: ({ id }) => exports.close(id),
  },
  notes: {},
});
