import { AppError } from '../../core/errors.ts';
import type { IndexReader, IndexWriter } from '../../core/ports.ts';
import type { IndexBatch } from './batch.ts';
import { FtsReader } from './fts-reader.ts';
import { FtsWriter } from './fts-writer.ts';
import { textFromContent, type ReadText } from './read-text.ts';
import { ScanReader } from './scan-reader.ts';
import { ScanWriter } from './scan-writer.ts';
import { indexFile, searchMode } from './sqlite.ts';

export interface OpenWriterOptions {
  /** The library's folder. */
  readonly root: string;
  /** Where batches go when there is no index to write: to the reader's `apply`. */
  readonly forward?: (batch: IndexBatch) => void;
  /** Plain text of an article whose title was edited but whose text was not sent again; its content folder by default. */
  readonly readText?: ReadText;
}

export interface OpenReaderOptions {
  readonly root: string;
  readonly readText: ReadText;
  /** Milliseconds since the epoch, for ages such as `saved:7d`. */
  readonly now?: () => number;
}

export type OpenedReader = IndexReader & { apply?: (batch: IndexBatch) => void };

/**
 * The index of a library for its one writer. A missing, damaged or foreign index is made anew (`appliedSeq` 0). Where this runtime has
 * no SQLite, or `OFFPRINT_SEARCH` is `scan`, or the cache folder cannot be written or is out of space, the mode is `scan` and batches are forwarded.
 */
export async function openIndexWriter({ root, forward, readText }: OpenWriterOptions): Promise<IndexWriter> {
  if (searchMode(root) === 'scan') return new ScanWriter(forward);
  try {
    return new FtsWriter(root, readText ?? textFromContent(root));
  } catch (error) {
    throw new AppError(
      'no-permission',
      'The search index could not be made. Delete the folder “cache” inside the library and start Offprint again; nothing is lost by that.',
      {
        details: { path: indexFile(root) },
        cause: error,
      },
    );
  }
}

/** Lists and searches. In scan mode it has `apply`, and knows only what it was given there. */
export async function openIndexReader({ root, readText, now = Date.now }: OpenReaderOptions): Promise<OpenedReader> {
  return searchMode(root) === 'scan' ? new ScanReader(readText, now) : new FtsReader(root, readText, now);
}
