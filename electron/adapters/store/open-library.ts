import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { QueueStore } from '../../core/jobs/queue-record.ts';
import type { Clock, ContentStore, RandomText } from '../../core/ports.ts';
import { makeBackup } from './backup-make.ts';
import { FileContentStore } from './content-store.ts';
import { readDocumentSeq, serialiseDocument } from './document-file.ts';
import { Files, listFolder, type Faults } from './files.ts';
import { FileStore, type StoreParts, type StoreTuning } from './file-store.ts';
import { formatFile, readFormat, type Format } from './format.ts';
import { recoverJournal } from './journal-recovery.ts';
import { Journal } from './journal.ts';
import { ARTICLES_FOLDER, CONTENT_FOLDER, FORMAT_FILE, IMAGES_FOLDER, isTemporary, JOURNAL_FOLDER, LIBRARY_FILE } from './layout.ts';
import { migrate } from './migrations.ts';
import { undoCutOffSwap } from './library-siblings.ts';
import { acquireLock, type Lock } from './lock.ts';
import { randomText } from './random-text.ts';
import { QueueFile } from './queue-file.ts';
import { loadLibrary } from './rebuild-library.ts';
import { restoreNames } from './restore-names.ts';
import { Recovery } from './recovery.ts';
import { SegmentList } from './segment-list.ts';
import { finishSaves } from './verify-folders.ts';
import { hasCode, isNoWrite, readOnlyReason, storageError } from './storage-error.ts';

export interface OpenOptions {
  readonly clock?: Clock;
  readonly random?: RandomText;
  /** The program that asks, for the sentence another one shows ("in use by …"). */
  readonly requestedBy?: string;
  /** For tests: makes file operations fail. */
  readonly faults?: Faults;
  readonly tuning?: Partial<StoreTuning>;
}

export interface OpenedLibrary {
  readonly store: FileStore;
  readonly content: ContentStore;
  /** Saves that were asked for and are not done. */
  readonly queue: QueueStore;
  /** Writes into the lock where other processes can hand over their work (a control socket's address). */
  setEndpoint(endpoint: string | null): Promise<void>;
  /** Writes out what is journalled and gives the lock back. */
  close(): Promise<void>;
}

const TUNING: StoreTuning = { segmentsInMemory: 24, rotateBytes: 4 << 20, idleMs: 3000 };

type ReadOnly = StoreParts['readOnly'];

/**
 * Opens the library in a folder, or makes one there; takes its lock and recovers what a crash left. A folder that cannot be written is
 * opened for reading.
 *
 * @throws AppError `library-locked` (details: pid, host, endpoint), `library-newer`, `no-permission`, `disk-full`, `invalid-input`
 */
export async function openLibrary(folder: string, options: OpenOptions = {}): Promise<OpenedLibrary> {
  const root = resolve(folder);
  try {
    return await open(root, options);
  } catch (error) {
    throw storageError(error, `The library at ${root} could not be opened`, root);
  }
}

async function open(root: string, options: OpenOptions): Promise<OpenedLibrary> {
  const files = new Files(options.faults);
  const recovery = new Recovery();
  if (await undoCutOffSwap(root, files)) recovery.note('An import was cut off; the library as it was before is back.');
  const format = await readFormat(root);
  let lock: Lock | null = null;
  let readOnly: ReadOnly = null;
  try {
    await files.makeFolder(root);
    const acquired = await acquireLock(root, files, options.requestedBy ?? null);
    lock = acquired.lock;
    if (acquired.tookOver) recovery.note('Offprint was not closed properly the last time; its lock on the library was taken over.');
    await makeLibrary(root, files, format, options.clock ?? Date, recovery);
  } catch (error) {
    if (format.state === 'new' || !isNoWrite(error)) {
      await lock?.release().catch(() => undefined);
      throw storageError(error, `The library at ${root} could not be made`, root);
    }
    readOnly = readOnlyReason(error, root, 'opening');
  }
  const closers: (() => Promise<void>)[] = [];
  try {
    const opened = await openParts(root, files, recovery, readOnly, options, (close) => closers.push(close));
    return {
      ...opened,
      setEndpoint: async (endpoint) => lock?.setEndpoint(endpoint),
      close: async () => {
        await opened.queue.close().catch(() => undefined);
        await opened.store.close();
        // A lock's file that cannot be removed is nobody's once this program has ended, and for this program at once.
        await lock?.release().catch(() => undefined);
      },
    };
  } catch (error) {
    for (const close of closers) await close().catch(() => undefined);
    await lock?.release().catch(() => undefined);
    throw error;
  }
}

/** Folders, and format.json last: a library that has it has everything. */
async function makeLibrary(root: string, files: Files, format: Format, clock: Clock, recovery: Recovery): Promise<void> {
  const { state } = format;
  for (const folder of [JOURNAL_FOLDER, ARTICLES_FOLDER, CONTENT_FOLDER, IMAGES_FOLDER]) await files.makeFolder(join(root, folder));
  if (state === 'current') return;
  if (state === 'new') await files.replace(join(root, LIBRARY_FILE), serialiseDocument({ seq: 0, tables: {} }));
  if (state === 'new') return files.replaceDurably(join(root, FORMAT_FILE), formatFile(new Date(clock.now()).toISOString()));
  await migrate({ root, files }, format, clock.now(), async () => {
    // Nothing to keep of a library that has no documents; and one that cannot be kept, for want of space, is not changed.
    await makeBackup(root, files, 'before-migration', clock.now());
  });
  if (state === 'old') recovery.note('The library was brought up to date with this version of Offprint.');
  if (state === 'unmarked') recovery.note(`${FORMAT_FILE} was missing or damaged; it was written again.`);
}

async function openParts(
  root: string,
  files: Files,
  recovery: Recovery,
  refused: ReadOnly,
  options: OpenOptions,
  opened: (close: () => Promise<void>) => void,
): Promise<{ store: FileStore; content: ContentStore; queue: QueueStore }> {
  const clock = options.clock ?? Date;
  const random = options.random ?? randomText;
  let readOnly = refused;
  const attempt = async <T>(work: (mayWrite: boolean) => Promise<T>): Promise<T> => {
    if (readOnly) return work(false);
    try {
      return await work(true);
    } catch (error) {
      if (!isNoWrite(error)) throw error;
      readOnly = readOnlyReason(error, root, 'opening');
      return work(false);
    }
  };

  await attempt((mayWrite) => (mayWrite ? removeTemporaryFiles(root, files) : Promise.resolve()));
  const folder = join(root, JOURNAL_FOLDER);
  const recovered = await attempt((mayWrite) => recoverJournal(folder, files, recovery, !mayWrite));
  const journal = new Journal(folder, files, recovered);
  opened(() => journal.close());
  const segments = await SegmentList.read(root, journal);
  if (recovered.unsure) {
    for (const segment of segments.all()) journal.raise((await segments.seqOf(segment)) ?? 0);
    journal.raise((await readDocumentSeq(join(root, LIBRARY_FILE))) ?? 0);
  }
  await attempt((mayWrite) => (mayWrite ? journal.start() : Promise.resolve()));
  const load = { root, files, journal, recovery, now: () => clock.now() };
  const { document, rebuilt } = await attempt((mayWrite) => loadLibrary({ ...load, readOnly: !mayWrite }));

  const tuning = { ...TUNING, ...options.tuning };
  const store = new FileStore({ root, files, journal, recovery, library: document, segments, clock, random, readOnly, tuning });
  const guard = { readOnly: () => store.readOnly, frozen: () => store.frozen };
  const content = new FileContentStore(root, files, guard, () => clock.now());
  if (rebuilt) await restoreNames(store);
  // Where this fails the folders stay as they are, and a library check finds them.
  await finishSaves(store).catch(() => undefined);
  return { store, content, queue: new QueueFile(root, files, () => store.readOnly) };
}

/** What a crash left of files that were being written. Those in articles' folders and among the images wait for a library check. */
async function removeTemporaryFiles(root: string, files: Files): Promise<void> {
  for (const folder of [root, join(root, ARTICLES_FOLDER), join(root, JOURNAL_FOLDER)]) {
    for (const name of (await listFolder(folder)).filter(isTemporary)) {
      // A lock that another process is about to link has such a name too; only what is old was left behind.
      const { mtimeMs } = await stat(join(folder, name)).catch((error: unknown) => {
        if (hasCode(error, 'ENOENT')) return { mtimeMs: Infinity };
        throw error;
      });
      if (folder !== root || Date.now() - mtimeMs > 60_000) await files.remove(join(folder, name));
    }
  }
}
