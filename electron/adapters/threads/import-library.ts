import { METHODS } from '../../contract/methods.ts';
import type { Gate } from './gate.ts';
import type { ReaderThread } from './reader-thread.ts';
import type { WriterThread } from './writer-thread.ts';

/**
 * `library.import`: the archive is checked and unpacked while the library goes on working; then every other call waits while both threads
 * close it, the folders are exchanged, and both open again. If the exchange fails, what was there is opened again.
 */
export async function importLibrary(
  input: unknown,
  threads: { writer: WriterThread; reader: ReaderThread },
  gate: Gate,
  root: string,
): Promise<{ articles: number; keptAt: string | null }> {
  const { path } = METHODS['library.import'].input.parse(input);
  const { writer, reader } = threads;
  const { staging, articles } = await writer.rpc.call('stage', { archive: path });
  const { keptAt } = await gate.during(async () => {
    // A reader that crashes meanwhile is none of the import's business: it opens what is there afterwards.
    await reader.closeLibrary().catch(() => undefined);
    await writer.rpc.call('close', null);
    try {
      return await writer.rpc.call('swap', { staging });
    } finally {
      await writer.open({ root, samples: false });
      await reader.open(root);
    }
  });
  return { articles, keptAt };
}
