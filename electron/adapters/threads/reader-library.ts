import type { Service } from '../../core/ports.ts';
import { createReaderService } from '../../core/library/reader-service.ts';
import { openIndexReader } from '../index/open-index.ts';
import { textFromContent } from '../index/read-text.ts';
import { openContent } from '../store/content.ts';
import type { IndexBatch } from './protocol.ts';

export interface ReaderLibrary {
  readonly service: Service;
  /** Takes a batch of the index, where there is no index file; null where there is one. */
  readonly apply: ((batch: IndexBatch) => void) | null;
  close(): Promise<void>;
}

/** Everything that reads a library, put together. Needs no lock: it never writes. */
export async function openReaderLibrary(root: string): Promise<ReaderLibrary> {
  const content = openContent(root);
  const index = await openIndexReader({ root, readText: textFromContent(root) });
  const service = createReaderService({ index, content });
  return {
    service,
    apply: index.apply === undefined ? null : (batch) => index.apply?.(batch),
    close: async () => {
      await service.close();
      index.close();
    },
  };
}
