import { join } from 'node:path';
import { segmentOf } from '../../core/domain/ids.ts';
import type { ArticleRecord, HighlightRecord, LibraryTables, TombstoneRecord } from '../../core/domain/records.ts';
import type { Clock, Commit, LibraryStore, RandomText } from '../../core/ports.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { AppError } from '../../core/errors.ts';
import { Checkpointer } from './checkpointer.ts';
import { replaceTables, type LibraryDocument, type SegmentDocument } from './document.ts';
import type { Files } from './files.ts';
import { IdAllocator } from './id-allocator.ts';
import type { Journal } from './journal.ts';
import { ARTICLES_FOLDER, LIBRARY_DOCUMENT } from './layout.ts';
import { editsBySegment, prepareLibrary, prepareSegment, type SegmentEdit } from './prepare-commit.ts';
import { highlightsOf } from './prepare-highlights.ts';
import { loadSegment } from './rebuild-segment.ts';
import type { Recovery } from './recovery.ts';
import { SegmentCache } from './segment-cache.ts';
import type { SegmentList } from './segment-list.ts';
import { readOnlyReason, storageError } from './storage-error.ts';
import type { StoreContext } from './store-context.ts';

export interface StoreParts {
  readonly root: string;
  readonly files: Files;
  readonly journal: Journal;
  readonly recovery: Recovery;
  readonly library: LibraryDocument;
  readonly segments: SegmentList;
  readonly clock: Clock;
  readonly random: RandomText;
  readonly readOnly: { code: ErrorCode; sentence: string } | null;
  readonly tuning: StoreTuning;
}

export interface StoreTuning {
  /** Segments kept in memory. */
  readonly segmentsInMemory: number;
  /** Bytes of journal after which a checkpoint runs by itself. */
  readonly rotateBytes: number;
  /** Milliseconds without a change after which a checkpoint runs by itself. */
  readonly idleMs: number;
}

export type Edit = Parameters<LibraryStore['commit']>[0];
type RecoveredListener = (commit: Commit) => void | Promise<void>;

/** Above this many articles an edit is several journal lines, … */
const ATOMIC_ARTICLES = 1000;
/** … of this many segments each, so that no more are in memory at once. */
const SEGMENTS_A_LINE = 8;

/** The library's lowdb documents: see `LibraryStore`. */
export class FileStore implements LibraryStore {
  readonly root: string;
  readonly #parts: StoreParts;
  readonly #cache: SegmentCache;
  readonly #checkpointer: Checkpointer;
  readonly #context: StoreContext;
  readonly #reserved = new Set<string>();
  readonly #allocator: IdAllocator;
  readonly #readOnlyListeners: ((reason: string) => void)[] = [];
  readonly #recoveredListeners: RecoveredListener[] = [];
  #readOnly: StoreParts['readOnly'];
  #closed = false;

  constructor(parts: StoreParts) {
    this.root = parts.root;
    this.#parts = parts;
    this.#readOnly = parts.readOnly;
    const { journal, segments } = parts;
    this.#context = {
      ...parts,
      reserved: this.#reserved,
      readOnly: () => this.readOnly,
      isNewest: (segment) => segment >= (segments.newest ?? ''),
      // Not waited for: this is called while the segment is being loaded. An index that fails here is found by the next check.
      recovered: (commit) => void this.announceRecovered(commit).catch(() => undefined),
    };
    this.#cache = new SegmentCache((segment) => loadSegment(this.#context, segment), parts.tuning.segmentsInMemory);
    this.#allocator = new IdAllocator(segments, this.#cache, parts.random, this.#reserved);
    this.#checkpointer = new Checkpointer(
      {
        rotate: () => journal.rotate(),
        retire: async (names) => {
          await parts.files.syncFolder(join(parts.root, ARTICLES_FOLDER));
          await parts.files.syncFolder(parts.root);
          await journal.retire(names);
        },
        size: () => journal.size,
        isIdle: () => this.#readOnly !== null || !journal.needsCheckpoint,
        writeDocument: (name) => this.#bringUpToDate(name),
      },
      parts.tuning.rotateBytes,
      parts.tuning.idleMs,
    );
    journal.onFailure = (error) => this.#failed(error);
    if (journal.needsCheckpoint) this.#checkpointer.touched();
  }

  get seq(): number {
    return this.#parts.journal.seq;
  }

  get readOnly(): string | null {
    return this.#readOnly?.sentence ?? null;
  }

  get report(): Recovery {
    return this.#parts.recovery;
  }

  get library(): Readonly<LibraryTables> {
    return this.#parts.library.adapter.committed;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** For the store's own parts (verify, export). */
  get context(): StoreContext {
    return this.#context;
  }

  onReadOnly(listener: (reason: string) => void): void {
    this.#readOnlyListeners.push(listener);
  }

  onRecovered(listener: RecoveredListener): void {
    this.#recoveredListeners.push(listener);
  }

  /** Tells listeners of records that came back outside an edit; resolves when they have dealt with them. */
  async announceRecovered(commit: Commit): Promise<void> {
    for (const listener of this.#recoveredListeners) await listener(commit);
  }

  async get(id: string): Promise<ArticleRecord | null> {
    return (await this.getMany([id]))[0] ?? null;
  }

  async getMany(ids: readonly string[]): Promise<ArticleRecord[]> {
    const bySegment = new Map<string, string[]>();
    for (const id of ids) {
      const segment = segmentOf(id);
      const list = bySegment.get(segment);
      if (list) list.push(id);
      else if (this.#parts.segments.has(segment)) bySegment.set(segment, [id]);
    }
    const found = new Map<string, ArticleRecord>();
    for (const [segment, wanted] of bySegment) {
      await this.#cache.use([segment], ([document]) => {
        for (const id of wanted) {
          const record = document?.adapter.committed.articles[id];
          if (record) found.set(id, record);
        }
      });
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  async *scan(options: { changedAfter?: number; from?: string } = {}): AsyncGenerator<{
    segment: string;
    articles: ArticleRecord[];
    highlights: HighlightRecord[];
    tombstones: TombstoneRecord[];
    share: number;
  }> {
    const { segments, journal } = this.#parts;
    const changed = await segments.changedAfter(options.changedAfter ?? 0, journal);
    for (const [at, segment] of changed.entries()) {
      if (segment < (options.from ?? '')) continue;
      yield await this.#cache.use([segment], ([document]) => {
        const tables = document?.adapter.committed;
        const { articles = {}, highlights = {}, tombstones = {} } = tables ?? {};
        return {
          segment,
          articles: Object.values(articles),
          highlights: Object.values(highlights),
          tombstones: Object.values(tombstones),
          share: (at + 1) / changed.length,
        };
      });
    }
  }

  async highlights(articleId: string): Promise<HighlightRecord[]> {
    const segment = segmentOf(articleId);
    if (!this.#parts.segments.has(segment)) return [];
    return this.#cache.use([segment], ([document]) => (document ? highlightsOf(document.adapter.committed, articleId) : []));
  }

  async allocateId(): Promise<string> {
    this.#assertWritable();
    return this.#allocator.allocate();
  }

  async commit(edit: Edit): Promise<Commit> {
    this.#assertWritable();
    const edits = [...editsBySegment(edit)];
    const many = (edit.articles?.size ?? 0) > ATOMIC_ARTICLES;
    const step = many ? SEGMENTS_A_LINE : Math.max(edits.length, 1);
    let result: Commit = { seq: this.seq, changes: [], libraryChanged: false };
    for (let at = 0; at === 0 || at < edits.length; at += step) {
      const part = await this.#commitTogether(edits.slice(at, at + step), at === 0 ? edit.library : undefined);
      result = {
        seq: part.seq,
        changes: many ? [...result.changes, ...part.changes] : part.changes,
        ...both(result.highlights, part.highlights),
        libraryChanged: result.libraryChanged || part.libraryChanged,
      };
      if (many) await this.#checkpointer.catchUp();
    }
    return result;
  }

  /** One journal line. Everything between reading the records and queuing the line is synchronous: no other edit comes in between. */
  #commitTogether(edits: readonly [segment: string, edit: SegmentEdit][], editLibrary: Edit['library']): Promise<Commit> {
    const segments = edits.map(([segment]) => segment);
    return this.#cache.use(segments, async (documents) => {
      this.#assertWritable();
      const { library, journal } = this.#parts;
      const prepared = edits.map(([, edit], index) => {
        const document = documents[index] as SegmentDocument;
        return { document, ...prepareSegment(document.low.data, edit) };
      });
      const tables = editLibrary ? prepareLibrary(library.low.data, editLibrary) : null;
      const seq = await journal.transaction(() => {
        if (tables) replaceTables(library, tables);
        for (const { document, next } of prepared) if (Object.keys(next).length > 0) replaceTables(document, next);
      });
      for (const segment of segments) this.#parts.segments.add(segment);
      for (const [, edit] of edits) for (const id of edit.articles.keys()) this.#reserved.delete(id);
      this.#checkpointer.touched();
      const highlights = prepared.flatMap((part) => part.highlights);
      return { seq, changes: prepared.flatMap(({ changes }) => changes), ...both([], highlights), libraryChanged: tables !== null };
    });
  }

  /** Shows edited library tables without storing them: for a library that cannot be written. */
  adoptLibrary(edit: (draft: LibraryTables) => void): void {
    const tables = prepareLibrary(this.#parts.library.low.data, edit);
    if (tables) this.#parts.library.adapter.adopt(tables);
  }

  async checkpoint(): Promise<void> {
    this.#assertWritable();
    try {
      await this.#checkpointer.run();
    } catch (error) {
      throw storageError(error, 'The library could not be tidied up; nothing is lost, and it is tried again later', this.root);
    }
  }

  /**
   * Brings every document's file up to date, and keeps the files so until the returned function is called: what they hold together is
   * one consistent state. Edits go on in the journal.
   */
  async freeze(): Promise<() => void> {
    if (this.#readOnly) return () => undefined;
    await this.#checkpointer.run();
    const release = this.#checkpointer.hold();
    try {
      await this.#checkpointer.settled();
      await this.#parts.journal.exclusive(() => this.#writePending());
    } catch (error) {
      release();
      throw storageError(error, 'The library could not be written out', this.root);
    }
    return release;
  }

  /** Writes out what is journalled, and keeps the documents' files as they are until the returned function is called. Edits go on. */
  async holdCheckpoints(): Promise<() => void> {
    this.#assertWritable();
    await this.#checkpointer.run();
    const release = this.#checkpointer.hold();
    await this.#checkpointer.settled();
    return release;
  }

  /** True while an export holds the files. */
  get frozen(): boolean {
    return this.#checkpointer.held;
  }

  async #writePending(): Promise<void> {
    for (const name of this.#parts.journal.pending.documents()) await this.#bringUpToDate(name);
  }

  /** Writes a document out, unless its file was found with everything the journal knows of it (see `Journal.retire`). */
  async #bringUpToDate(name: string): Promise<void> {
    const { pending } = this.#parts.journal;
    if (!this.isLoaded(name)) {
      const inFile = (await this.#parts.segments.seqOf(name)) ?? -1;
      if (inFile >= (pending.lastSeq(name) ?? 0) && !this.isLoaded(name)) return pending.forget(name, inFile);
    }
    await this.rewriteDocument(name);
  }

  /** Writes a document's file again from memory; loads a segment that is not there. */
  async rewriteDocument(name: string): Promise<void> {
    if (name === LIBRARY_DOCUMENT) await this.#parts.library.adapter.checkpoint();
    else await this.#cache.use([name], ([document]) => document?.adapter.checkpoint());
    this.#parts.segments.written(name);
  }

  /** True where the document is in memory, whatever its file holds. */
  isLoaded(name: string): boolean {
    return name === LIBRARY_DOCUMENT || this.#cache.loaded().some((document) => document.adapter.place.name === name);
  }

  /** True where the document's file was written at some time: not all of it is in the journal. */
  isWritten(name: string): boolean {
    return name === LIBRARY_DOCUMENT || this.#parts.segments.isWritten(name);
  }

  /** True where a tombstone says that the article was deleted for good. */
  isPurged(id: string): Promise<boolean> {
    return this.#cache.use([segmentOf(id)], ([document]) => document?.adapter.committed.tombstones[id] !== undefined);
  }

  /** How many segments are in memory. */
  get segmentsInMemory(): number {
    return this.#cache.size;
  }

  /** Names of all segments, oldest first. */
  get segments(): string[] {
    return this.#parts.segments.all();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#checkpointer.stop();
    if (!this.#readOnly && !this.#checkpointer.held) await this.#checkpointer.run().catch(() => undefined);
    await this.#parts.journal.close();
  }

  #assertWritable(): void {
    if (this.#closed) throw new AppError('internal', 'The library is closed. Open Offprint again.');
    if (this.#readOnly) {
      throw new AppError('library-read-only', this.#readOnly.sentence, { details: { cause: this.#readOnly.code } });
    }
  }

  #failed(error: unknown): AppError {
    const reason = readOnlyReason(error, this.root, 'writing');
    this.#readOnly = reason;
    for (const { adapter } of [this.#parts.library, ...this.#cache.loaded()]) adapter.rollback();
    for (const listener of this.#readOnlyListeners) listener(reason.sentence);
    return new AppError(reason.code, reason.sentence, { details: { path: this.root }, cause: error });
  }
}

function both(a: Commit['highlights'] = [], b: Commit['highlights'] = []): Pick<Commit, 'highlights'> {
  return a.length + b.length > 0 ? { highlights: [...a, ...b] } : {};
}
