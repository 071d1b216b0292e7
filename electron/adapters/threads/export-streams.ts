import type { Readable } from 'node:stream';
import { AppError } from '../../core/errors.ts';

interface Exports {
  open(): Promise<{ id: number }>;
  read(id: number): Promise<Uint8Array | null>;
  close(id: number): Promise<void>;
  closeAll(): Promise<void>;
}

/** Archives on their way out, read piece by piece by another thread at its own pace. */
export function createExports(start: () => Readable): Exports {
  const streams = new Map<number, { readable: Readable; pieces: AsyncIterator<Uint8Array> }>();
  let lastId = 0;
  const close = async (id: number): Promise<void> => {
    streams.get(id)?.readable.destroy();
    streams.delete(id);
  };
  return {
    open: async () => {
      const readable = start();
      const id = ++lastId;
      streams.set(id, { readable, pieces: (readable as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]() });
      return { id };
    },
    read: async (id) => {
      const stream = streams.get(id);
      if (stream === undefined) throw new AppError('cancelled', 'The export was stopped before it was whole. Start it again.');
      const next = await stream.pieces.next();
      if (!next.done) return next.value;
      streams.delete(id);
      return null;
    },
    close,
    closeAll: async () => {
      for (const id of [...streams.keys()]) await close(id);
    },
  };
}
