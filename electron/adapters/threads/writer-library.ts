import type { Service } from '../../core/ports.ts';
import type { AppEvent } from '../../contract/events.ts';
import { createWriterService } from '../../core/library/writer-service.ts';
import { createLazyCapture } from '../capture/lazy-capture.ts';
import { createFeedSource } from '../feeds/create-feed-source.ts';
import { openIndexWriter } from '../index/open-index.ts';
import { FileBackups } from '../store/backups.ts';
import { CatalogueFile } from '../store/catalogue-file.ts';
import { StoredSizes } from '../store/disk-sizes.ts';
import { StoredFileCheck } from '../store/file-check.ts';
import { exportArchive } from '../store/archive.ts';
import { openLibrary, type OpenedLibrary } from '../store/open-library.ts';
import { openUndoLog } from '../store/undo-log.ts';
import { verifyLibrary } from '../store/verify.ts';
import { Closers } from './closers.ts';
import type { IndexBatch, OpenWriter } from './protocol.ts';
import { randomText } from '../store/random-text.ts';
import { readSamples } from './samples.ts';
import { createWatchPort } from '../watch/watch-port.ts';
import { workerPath } from './worker-path.ts';

export interface WriterLibrary {
  readonly library: OpenedLibrary;
  readonly service: Service;
  /** Closes in the order of dependence: work, extraction, index, and last the store, which gives the lock back. */
  close(): Promise<void>;
}

/** Everything that writes a library, put together. Rejects with the store's `AppError`s, having closed again what it had opened. */
export async function openWriterLibrary(
  { root, info, samples, background }: OpenWriter,
  out: { emit: (event: AppEvent) => void; forward: (batch: IndexBatch) => void },
): Promise<WriterLibrary> {
  const closers = new Closers();
  try {
    const library = await openLibrary(root, {
      requestedBy: info.host === 'electron' ? 'the Offprint app' : 'Offprint in a browser or a terminal',
    });
    closers.add(() => library.close());
    const { store, content, queue } = library;
    const index = await openIndexWriter({ root, forward: out.forward });
    closers.add(() => index.close());
    const {
      capture,
      recapture,
      close: closeCapture,
    } = createLazyCapture(async () =>
      (await import('../capture/create-capture.ts')).createCapture({
        content,
        workerPath: workerPath('extract'),
        pdfWorkerPath: workerPath('pdf'),
      }),
    );
    closers.add(closeCapture);
    const feeds = createFeedSource({ content, workerPath: workerPath('feed') });
    closers.add(feeds.close);
    const service = await createWriterService({
      store,
      content,
      index,
      capture,
      feeds: feeds.source,
      recapture,
      clock: { now: Date.now },
      random: randomText,
      undoLog: openUndoLog(root),
      emit: out.emit,
      info,
      backups: new FileBackups(store),
      catalogueCache: new CatalogueFile(store),
      diskSizes: new StoredSizes(store.root),
      fileCheck: new StoredFileCheck(store),
      verify: (repair) => verifyLibrary({ store, content, index, repair }),
      exportArchive: (path) => exportArchive(store, path),
      toMarkdown: async (html) => (await import('../capture/markdown.ts')).htmlToMarkdown(html),
      queue,
      background,
      watch: createWatchPort(),
      samples: samples ? await readSamples() : null,
    });
    closers.add(() => service.close());
    return { library, service, close: () => closers.close() };
  } catch (error) {
    await closers.close().catch(() => undefined);
    throw error;
  }
}
