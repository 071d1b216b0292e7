import { statSync } from 'node:fs';
import { AppError } from '../../core/errors.ts';
import { markDamaged } from './index-file.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './schema.ts';
import { indexFile, sqlite, SQLITE_CORRUPT, SQLITE_NOTADB, sqliteCode, type Database } from './sqlite.ts';

type Statement = ReturnType<Database['prepare']>;
type Value = string | number | null;

/** One look at the index: every statement inside sees the same state of it. */
export interface Session {
  readonly database: Database;
  /** Grows with every change another connection commits, and with every reopening. */
  readonly version: string;
  all(sql: string, params?: readonly Value[]): Record<string, unknown>[];
  get(sql: string, params?: readonly Value[]): Record<string, unknown> | undefined;
  /** First column of the first row as a number; 0 without a row. */
  number(sql: string, params?: readonly Value[]): number;
  /** The one column of all rows, fetched as one JSON text: far faster than row by row for long lists. */
  column<T>(sql: string, params?: readonly Value[]): T[];
}

const DAMAGED = new Set([SQLITE_CORRUPT, SQLITE_NOTADB]);
const STATEMENTS = 200;

/**
 * The reader's own connection. It follows a writer that makes the file anew (another inode), does without a file that is not there yet,
 * and holds no transaction between calls, so that it never keeps the writer from folding its log.
 */
export class IndexConnection {
  private readonly root: string;
  private readonly file: string;
  private database: Database | null = null;
  private statements = new Map<string, Statement>();
  private identity = '';
  private opened = 0;

  constructor(root: string) {
    this.root = root;
    this.file = indexFile(root);
  }

  /** Runs `work` on the index, or answers `absent` where there is none (yet). */
  read<T>(work: (session: Session) => T, absent: T): T {
    for (let attempt = 0; ; attempt++) {
      try {
        const database = this.current();
        return database === null ? absent : this.session(database, work);
      } catch (error) {
        if (error instanceof AppError) throw error;
        const damaged = DAMAGED.has(sqliteCode(error));
        this.close();
        if (attempt < 2) continue;
        if (damaged) markDamaged(this.root);
        throw new AppError(
          'internal',
          damaged
            ? 'The search index is damaged. Start Offprint again: it makes a new one from your articles, and nothing is lost.'
            : 'The search index could not be read. Try again; if it stays like this, start Offprint again.',
          { cause: error, retryable: true },
        );
      }
    }
  }

  close(): void {
    this.statements.clear();
    const database = this.database;
    this.database = null;
    this.identity = '';
    try {
      database?.close();
    } catch {
      // It is let go of either way.
    }
  }

  private current(): Database | null {
    const identity = identityOf(this.file);
    if (this.database !== null && identity === this.identity) return this.database;
    this.close();
    const Class = sqlite();
    if (identity === null || Class === null) return null;
    const database = new Class(this.file, { readOnly: true });
    database.exec('pragma busy_timeout = 2000; pragma temp_store = memory; pragma cache_size = -16000; pragma query_only = 1');
    const id = Number(database.prepare('pragma application_id').get()?.['application_id']);
    const version = Number(database.prepare('pragma user_version').get()?.['user_version']);
    // Made by another version, or still being made: its writer is about to replace it.
    if (id !== APPLICATION_ID || version !== SCHEMA_VERSION) {
      database.close();
      return null;
    }
    this.database = database;
    this.identity = identity;
    this.opened++;
    return database;
  }

  private session<T>(database: Database, work: (session: Session) => T): T {
    database.exec('begin');
    try {
      // The first read takes the snapshot; only then does the version name it.
      database.prepare('select seq from state').get();
      const version = `${this.opened}:${String(database.prepare('pragma data_version').get()?.['data_version'])}`;
      return work(this.sessionOf(database, version));
    } finally {
      try {
        database.exec('commit');
      } catch {
        // Nothing was written.
      }
    }
  }

  private sessionOf(database: Database, version: string): Session {
    const statement = (sql: string): Statement => {
      const known = this.statements.get(sql);
      if (known) return known;
      if (this.statements.size >= STATEMENTS) this.statements.clear();
      const made = database.prepare(sql);
      this.statements.set(sql, made);
      return made;
    };
    const get = (sql: string, params: readonly Value[] = []) => statement(sql).get(...params);
    return {
      database,
      version,
      get,
      all: (sql, params = []) => statement(sql).all(...params),
      number: (sql, params) => {
        const row = get(sql, params);
        return row === undefined ? 0 : Number(Object.values(row)[0]);
      },
      column: <T>(sql: string, params: readonly Value[] = []): T[] => {
        const row = get(`select json_group_array(v) from (${sql})`, params);
        return row === undefined ? [] : (JSON.parse(String(Object.values(row)[0])) as T[]);
      },
    };
  }
}

/** Names this very file: another one under the same path has another identity. Null where there is none. */
function identityOf(file: string): string | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined || stat.size === 0n ? null : `${stat.dev}:${stat.ino}:${stat.birthtimeNs}`;
}
