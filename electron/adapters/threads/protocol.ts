import type { AppInfo } from '../../contract/entities.ts';
import type { AppEvent } from '../../contract/events.ts';
import type { IndexWriter } from '../../core/ports.ts';

/** What passes between the main thread and the two threads that hold the library. */

/** Facts about the program that `app.info` repeats. */
export type HostInfo = Pick<AppInfo, 'version' | 'host' | 'platform'>;
/** One change of the index, as the writer hands it to a reader that has no index file. */
export type IndexBatch = Parameters<IndexWriter['apply']>[0];

export interface OpenWriter {
  readonly root: string;
  readonly info: HostInfo;
  /** The app's first start fills a new library with a few articles; the command line's does not. */
  readonly samples: boolean;
  /** False for a command that ends soon: what an earlier session left is not begun. */
  readonly background: boolean;
}

export type WriterCalls = {
  open(input: OpenWriter): Promise<void>;
  /** A contract method that runs on the writer; its input is validated. */
  call(input: { method: string; input: unknown }): Promise<unknown>;
  /** Where other processes can reach this one, written beside the lock. */
  setEndpoint(input: { endpoint: string | null }): Promise<void>;
  /** Checks the archive and unpacks it beside the library, which goes on working. */
  stage(input: { archive: string }): Promise<{ staging: string; articles: number }>;
  /** Closes the library; `swap` and `open` may follow. */
  close(): Promise<void>;
  /** Puts the staged library in the place of the closed one. */
  swap(input: { staging: string }): Promise<{ keptAt: string | null }>;
  /** Sends every document to the reader again (a new reader without an index file knows none). */
  resend(): Promise<void>;
  exportOpen(): Promise<{ id: number }>;
  /** The next piece of the archive, null at its end. */
  exportRead(input: { id: number }): Promise<Uint8Array | null>;
  exportClose(input: { id: number }): Promise<void>;
};
export type WriterNotes = { event: AppEvent; batch: IndexBatch };

export type ReaderCalls = {
  open(input: { root: string }): Promise<{ needsBatches: boolean }>;
  call(input: { method: string; input: unknown }): Promise<unknown>;
  close(): Promise<void>;
};
/** Towards the reader: batches of the index, where it has no file to read. */
export type ReaderNotes = { batch: IndexBatch };
export type NoCalls = Record<never, never>;
export type NoNotes = Record<never, never>;
