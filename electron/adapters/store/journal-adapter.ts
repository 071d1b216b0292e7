import type { Adapter } from 'lowdb';
import { deepFreeze } from './deep-freeze.ts';
import { serialiseDocument, type Snapshot, type Tables } from './document-file.ts';
import type { Files } from './files.ts';
import type { Journal } from './journal.ts';
import { Serial } from './serial.ts';

export interface DocumentPlace {
  /** Name in journal lines. */
  readonly name: string;
  /** Absolute path of the file. */
  readonly path: string;
  /** Tables that are always there, in the order they are written. */
  readonly tables: readonly string[];
}

type Change = readonly [table: string, id: string, record: unknown];

/**
 * lowdb's adapter for one document. `read` = the file and the journal's newer changes; `write` = the records that are other objects
 * than before, appended to the journal. Keeps apart what is durable (`committed`) from what lowdb's data shows at once (edits still on
 * their way to the disk), so that a checkpoint or a reader never sees what may yet be rolled back.
 */
export class JournalAdapter<T extends object> implements Adapter<T> {
  readonly place: DocumentPlace;
  readonly #journal: Journal;
  readonly #files: Files;
  readonly #snapshot: Snapshot;
  /** lowdb's data: what edits see. */
  #data: Tables = {};
  /** What has been journalled or is queued: what `write` compares with. */
  #written: Tables = {};
  #committed: Tables = {};
  #seq: number;
  readonly #saving = new Serial();

  constructor(place: DocumentPlace, snapshot: Snapshot, journal: Journal, files: Files) {
    this.place = place;
    this.#snapshot = snapshot;
    this.#journal = journal;
    this.#files = files;
    this.#seq = snapshot.seq;
  }

  /** Records that survive a power cut, by table. Replaced, never changed, so it may be kept as a snapshot of this moment. */
  get committed(): T {
    return this.#committed as T;
  }

  /** Seq of the newest durable change. */
  get seq(): number {
    return this.#seq;
  }

  read(): Promise<T> {
    const tables: Tables = {};
    for (const table of [...this.place.tables, ...Object.keys(this.#snapshot.tables)]) {
      tables[table] ??= { ...this.#snapshot.tables[table] };
    }
    for (const { seq, table, id, record } of this.#journal.pending.of(this.place.name)) {
      if (seq <= this.#snapshot.seq) continue;
      const records = (tables[table] ??= {});
      if (record === null) Reflect.deleteProperty(records, id);
      else records[id] = record;
      this.#seq = seq;
    }
    this.#committed = deepFreeze(tables);
    this.#written = this.#committed;
    this.#data = openTables(this.#committed);
    return Promise.resolve(this.#data as T);
  }

  /** Called by lowdb inside a journal transaction, which is what acknowledges. */
  write(data: T): Promise<void> {
    const changes = difference(this.#written, data as Tables);
    if (changes.length === 0) return Promise.resolve();
    for (const [, , record] of changes) deepFreeze(record);
    this.#written = withChanges(this.#written, changes);
    this.#journal.append({
      document: this.place.name,
      operations: changes,
      durable: () => {
        this.#committed = withChanges(this.#committed, changes);
        this.#seq = this.#journal.seq;
      },
    });
    return Promise.resolve();
  }

  /** Forgets every edit that is not durable. */
  rollback(): void {
    this.#written = this.#committed;
    const fresh = openTables(this.#committed);
    for (const table of Object.keys(this.#data)) Reflect.deleteProperty(this.#data, table);
    Object.assign(this.#data, fresh);
  }

  /** Shows `tables` without journalling them: for a damaged document of a library that cannot be written. */
  adopt(tables: T): void {
    this.#committed = deepFreeze(tables as Tables);
    this.rollback();
  }

  /**
   * Writes the durable state to the document's file. One at a time: an older state never comes last. The caller syncs the folder, once
   * for all documents of a checkpoint, before the journal's lines may go.
   */
  checkpoint(): Promise<void> {
    return this.#saving.run(async () => {
      const seq = this.#seq;
      await this.#files.replace(this.place.path, serialiseDocument({ seq, tables: this.#committed }));
      this.#journal.pending.forget(this.place.name, seq);
    });
  }
}

/** Tables whose records may be replaced; the records themselves are shared. */
function openTables(tables: Tables): Tables {
  return Object.fromEntries(Object.entries(tables).map(([table, records]) => [table, { ...records }]));
}

/** Records of `now` that are other objects than in `before`, and nulls for those that are gone. */
function difference(before: Tables, now: Tables): Change[] {
  const changes: Change[] = [];
  for (const [table, records] of Object.entries(now)) {
    const old = before[table] ?? {};
    for (const [id, record] of Object.entries(records)) {
      if (old[id] !== record) changes.push([table, id, record]);
    }
    for (const id of Object.keys(old)) {
      if (!Object.hasOwn(records, id)) changes.push([table, id, null]);
    }
  }
  return changes;
}

function withChanges(tables: Tables, changes: readonly Change[]): Tables {
  const next: Tables = { ...tables };
  for (const table of new Set(changes.map(([name]) => name))) next[table] = { ...next[table] };
  for (const [table, id, record] of changes) {
    const records = next[table] ?? {};
    if (record === null) Reflect.deleteProperty(records, id);
    else records[id] = record;
  }
  return Object.freeze(next);
}
