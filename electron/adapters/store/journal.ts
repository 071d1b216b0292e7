import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files, OpenFile } from './files.ts';
import { encodeLine, type Operation } from './journal-line.ts';
import { DROPPED_FILE, journalFileName, type RecoveredJournal } from './journal-recovery.ts';
import { Pending } from './pending.ts';
import { Serial } from './serial.ts';
import { hasCode } from './storage-error.ts';

/** The changed records of one document. `durable` is called in the order of the journal, once the line is on disk. */
export interface JournalWrite {
  readonly document: string;
  readonly operations: readonly (readonly [table: string, id: string, record: unknown])[];
  durable(): void;
}

interface Group {
  readonly writes: JournalWrite[];
  resolve(seq: number): void;
  reject(error: unknown): void;
}

/**
 * How long and how much of the journal stays once the documents hold it. Another program that copies the library file by file may have
 * passed a document before a checkpoint wrote it: the copy then has the older document, and these lines make it whole.
 */
const KEPT_MS = 3_600_000;
/** Bytes of such files while the library is open, … */
const KEPT_BYTES = 8 << 20;
/** … and once it is closed: they are read again each time it is opened. */
const KEPT_BYTES_CLOSED = 1 << 20;
/** Beyond these, half of the least that is kept, files are announced as dropped: long before they are, so that a copy has it in writing. */
const ANNOUNCED = { ms: KEPT_MS / 2, bytes: KEPT_BYTES_CLOSED / 2 };

/**
 * The write-ahead journal. Groups queued in one tick, or while a line is being written, become one line: written, `fdatasync`ed, then
 * acknowledged. Writing and swapping files go through one queue, so a line and its sync always meet the same file.
 */
export class Journal {
  readonly pending = new Pending();
  readonly #folder: string;
  readonly #files: Files;
  /** Files with lines that documents may lack; the newest is written to. */
  readonly #names: string[];
  /** Older files whose every line is in the documents: see `KEPT_MS`. Oldest first. */
  readonly #kept: { name: string; bytes: number; writtenAt: number }[] = [];
  readonly #serial = new Serial();
  #seq: number;
  #completeSince: number;
  /** Files that begin before this seq are, or may soon be, dropped. */
  #announced = 0;
  #handle: OpenFile | null = null;
  #size = 0;
  #queue: Group[] = [];
  #open: Group | null = null;
  #scheduled = false;
  #failure: Error | null = null;
  #onFailure: (error: unknown) => Error = (error) => error as Error;

  constructor(folder: string, files: Files, recovered: RecoveredJournal) {
    this.#folder = folder;
    this.#files = files;
    this.#names = recovered.names;
    this.#seq = recovered.seq;
    this.#completeSince = recovered.unsure ? Infinity : Number.parseInt(recovered.names[0] ?? '1', 10) - 1;
    for (const line of recovered.lines) this.pending.add(line);
  }

  /** Seq of the newest durable line. */
  get seq(): number {
    return this.#seq;
  }

  /** `pending.changedAfter` knows every change after this seq; of older ones only the documents' files know. */
  get completeSince(): number {
    return this.#completeSince;
  }

  /** True where older files wait to be dropped, or documents to be written. */
  get needsCheckpoint(): boolean {
    return this.#names.length > 1 || this.pending.documents().length > 0;
  }

  /** Bytes in the newest file. */
  get size(): number {
    return this.#size;
  }

  /** Called once, when a write fails: rolls memory back and returns the error to reject with. */
  set onFailure(handler: (error: unknown) => Error) {
    this.#onFailure = handler;
  }

  /** Opens the newest file for appending, or makes the first. */
  async start(): Promise<void> {
    const last = this.#names.at(-1);
    const name = last ?? journalFileName(this.#seq + 1);
    this.#handle = await this.#files.open(join(this.#folder, name), 'a');
    this.#size = await this.#handle.size();
    if (last === undefined) {
      this.#names.push(name);
      await this.#files.syncFolder(this.#folder);
    }
  }

  /** A document is ahead of the journal (the journal was lost or put back from a copy): seqs go on after it, never below. */
  raise(seq: number): void {
    if (seq <= this.#seq) return;
    this.#seq = seq;
    this.#completeSince = Infinity;
  }

  /**
   * Everything appended by `work`, synchronously, is one atomic group. Resolves when it is durable, with the seq an index that applied
   * all groups resolved so far may note: where a line holds several groups, only the last one resolves with the line's own seq.
   */
  transaction(work: () => void): Promise<number> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      const group: Group = { writes: [], resolve, reject };
      this.#open = group;
      try {
        work();
      } finally {
        this.#open = null;
      }
      this.#queue.push(group);
      if (this.#scheduled) return;
      this.#scheduled = true;
      setImmediate(() => void this.#serial.run(() => this.#flush()));
    });
  }

  /** Adds a document's changes to the transaction that is open. */
  append(write: JournalWrite): void {
    if (!this.#open) throw new Error('A journal write needs a transaction.');
    this.#open.writes.push(write);
  }

  /** Runs `work` while no line is written and no file is swapped; what is queued waits. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    return this.#serial.run(work);
  }

  async #flush(): Promise<void> {
    this.#scheduled = false;
    const batch = this.#queue;
    this.#queue = [];
    if (this.#failure) return this.#reject(batch);
    const operations = batch.flatMap((group) =>
      group.writes.flatMap((write) => write.operations.map(([table, id, record]): Operation => [write.document, table, id, record])),
    );
    if (operations.length > 0) {
      const seq = this.#seq + 1;
      try {
        await this.#writeLine(encodeLine(seq, operations));
      } catch (error) {
        this.#failure = this.#onFailure(error);
        return this.#reject([...batch, ...this.#queue.splice(0)]);
      }
      this.#seq = seq;
      this.pending.add({ seq, operations });
      for (const write of batch.flatMap((group) => group.writes)) write.durable();
    }
    const last = batch.at(-1);
    for (const group of batch) group.resolve(group === last || operations.length === 0 ? this.#seq : this.#seq - 1);
  }

  async #writeLine(line: Buffer): Promise<void> {
    const handle = this.#handle;
    if (!handle) throw new Error('The journal is closed.');
    try {
      await handle.write(line);
      await handle.datasync();
    } catch (error) {
      // What was not acknowledged should not come back. Where even this fails, recovery cuts it or finds it whole: both are correct.
      await handle.truncate(this.#size).catch(() => undefined);
      throw error;
    }
    this.#size += line.length;
  }

  #reject(groups: readonly Group[]): void {
    for (const group of groups) group.reject(this.#failure);
  }

  /** Starts a new file. Returns the older ones, and the documents that must be written out before those may go. */
  rotate(): Promise<{ names: string[]; documents: string[] }> {
    return this.#serial.run(async () => {
      if (this.#failure) throw this.#failure;
      const name = journalFileName(this.#seq + 1);
      if (name !== this.#names.at(-1)) {
        const handle = await this.#newFile(name);
        const old = this.#handle;
        this.#handle = handle;
        this.#names.push(name);
        this.#size = 0;
        await old?.close();
      }
      return { names: this.#names.slice(0, -1), documents: this.pending.documents() };
    });
  }

  /** An empty file whose name is durable, so that lines acknowledged in it cannot vanish with it. */
  async #newFile(name: string): Promise<OpenFile> {
    const path = join(this.#folder, name);
    const handle = await this.#files.open(path, 'ax');
    try {
      await this.#files.syncFolder(this.#folder);
      return handle;
    } catch (error) {
      await handle.close();
      await this.#files.remove(path).catch(() => undefined);
      throw error;
    }
  }

  /** Every line of these files is in the documents now. They go when they are old, or when younger ones need the room. */
  async retire(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const file = await stat(join(this.#folder, name)).catch((error: unknown) => {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      });
      if (file) this.#kept.push({ name, bytes: file.size, writtenAt: file.mtimeMs });
      this.#names.splice(this.#names.indexOf(name), 1);
    }
    await this.#dropKept(KEPT_BYTES);
  }

  /** Writes down up to where files may be missing from a copy without anything being lost. */
  async #announce(): Promise<void> {
    const oldest = Date.now() - ANNOUNCED.ms;
    let bytes = this.#kept.reduce((sum, file) => sum + file.bytes, 0);
    let upTo = 0;
    for (const [at, file] of this.#kept.entries()) {
      if (bytes <= ANNOUNCED.bytes && file.writtenAt >= oldest) break;
      bytes -= file.bytes;
      upTo = Number.parseInt(this.#kept[at + 1]?.name ?? this.#names[0] ?? '1', 10) - 1;
    }
    if (upTo <= this.#announced) return;
    this.#announced = upTo;
    await this.#files.replace(join(this.#folder, DROPPED_FILE), `${upTo}\n`);
  }

  async #dropKept(limit: number): Promise<void> {
    await this.#announce();
    const oldest = Date.now() - KEPT_MS;
    let bytes = this.#kept.reduce((sum, file) => sum + file.bytes, 0);
    let dropped = 0;
    for (const file of this.#kept) {
      if (bytes <= limit && file.writtenAt >= oldest) break;
      await this.#files.remove(join(this.#folder, file.name));
      bytes -= file.bytes;
      dropped++;
    }
    this.#kept.splice(0, dropped);
    if (dropped > 0) await this.#files.syncFolder(this.#folder);
  }

  /** Writes what is queued and closes the file. */
  async close(): Promise<void> {
    await this.#serial.run(async () => {
      if (this.#queue.length > 0) await this.#flush();
      await this.#handle?.close();
      this.#handle = null;
      await this.#dropKept(KEPT_BYTES_CLOSED).catch(() => undefined);
    });
  }
}
