import type { Gate } from './gate.ts';
import type { ReaderThread } from './reader-thread.ts';
import type { WriterThread } from './writer-thread.ts';

export interface NextLibrary {
  readonly root: string;
  /** Remembers the library once it is open; where that fails the earlier one is opened again. */
  readonly opened: () => Promise<void>;
}

/**
 * Opens another library in the same threads: every call waits while both close the present one, `work` says which is next, and both open
 * that. Whatever fails, the present one is opened again.
 *
 * @returns folder of the library that is open now
 */
export async function exchangeLibrary(
  { writer, reader }: { writer: WriterThread; reader: ReaderThread },
  gate: Gate,
  present: string,
  work: () => Promise<NextLibrary>,
): Promise<string> {
  const close = async (): Promise<void> => {
    // The writer first: what it still hands to the reader belongs to the library that is being closed.
    await writer.rpc.call('close', null);
    await reader.closeLibrary().catch(() => undefined);
  };
  const open = async (root: string): Promise<void> => {
    await writer.open({ root, samples: false });
    await reader.open(root);
  };
  return gate.during(async () => {
    try {
      await close();
      const next = await work();
      await open(next.root);
      await next.opened();
      return next.root;
    } catch (error) {
      await close().catch(() => undefined);
      await open(present);
      throw error;
    }
  });
}
