import { closeSync, existsSync, openSync, readSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { cacheFolder, indexFile, sqlite, sqliteCode, SQLITE_FULL, type Database } from './sqlite.ts';

const SIDE_FILES = ['-wal', '-shm', '-journal'];
/** Two readings of the same start of the machine may differ by this much. Seconds. */
const BOOT_SLACK = 60;

/** When this machine started, in seconds since the epoch. */
function bootTime(): number {
  return Math.round(Date.now() / 1000 - uptime());
}

function markerFile(root: string): string {
  return join(cacheFolder(root), 'index.damaged');
}

/** Left by a reader that met damage: the next writer throws the index away. */
export function markDamaged(root: string): void {
  try {
    writeFileSync(markerFile(root), '');
  } catch {
    // The folder cannot be written: then the writer cannot use the index either.
  }
}

/** Removes the index. Where another thread still has it open and the system forbids that (Windows), it is emptied instead. */
function discard(root: string): void {
  const file = indexFile(root);
  for (const path of [...SIDE_FILES.map((suffix) => file + suffix), file]) {
    try {
      rmSync(path, { force: true, recursive: true, maxRetries: 3, retryDelay: 20 });
    } catch {
      truncateSync(path, 0);
    }
  }
  rmSync(markerFile(root), { force: true });
}

/** SQLite does not notice a file that was cut until it wants a page that is gone, so the length is compared with the header's. */
function isCut(file: string): boolean {
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    if (readSync(descriptor, header, 0, 100, 0) < 100) return true;
  } finally {
    closeSync(descriptor);
  }
  const stored = header.readUInt16BE(16);
  const pageSize = stored === 1 ? 65_536 : stored;
  return statSync(file).size < header.readUInt32BE(28) * pageSize;
}

function number(database: Database, sql: string): number {
  const row = database.prepare(sql).get();
  const value = row === undefined ? null : Object.values(row)[0];
  return typeof value === 'number' ? value : Number.NaN;
}

/** Folds the log into the file; false where the disk has no room for that, which is no fault of the index. */
function folded(database: Database): boolean {
  try {
    database.exec('pragma wal_checkpoint(truncate)');
    return true;
  } catch (error) {
    if (sqliteCode(error) === SQLITE_FULL) return false;
    throw error;
  }
}

/**
 * True for an index of ours, of this version, whole as far as a quick look shows. `synchronous` is off, so an index that was open while
 * the machine went down (not just the program) is not believed.
 */
function isUsable(database: Database, file: string): boolean {
  if (number(database, 'pragma application_id') !== APPLICATION_ID) return false;
  if (number(database, 'pragma user_version') !== SCHEMA_VERSION) return false;
  if (folded(database) && isCut(file)) return false;
  const state = database.prepare('select seq, clean, boot from state').get();
  if (state === undefined) return false;
  if (state['clean'] !== 1 && Math.abs(Number(state['boot']) - bootTime()) > BOOT_SLACK) return false;
  database.prepare('select rowid from fts limit 1').all();
  database.prepare("select rowid from fts where fts match 'a' limit 1").all();
  return number(database, 'select count(*) from art') === number(database, 'select count(*) from row');
}

function connect(file: string): Database {
  const Class = sqlite();
  if (Class === null) throw new TypeError('This runtime has no SQLite.');
  const database = new Class(file);
  try {
    database.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = off; pragma temp_store = memory');
    database.exec('pragma cache_size = -16000');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function openExisting(root: string): Database | null {
  const file = indexFile(root);
  if (!existsSync(file) || existsSync(markerFile(root))) return null;
  let database: Database | null = null;
  try {
    database = connect(file);
    if (isUsable(database, file)) return database;
  } catch {
    // Damaged or not a database at all: it is made again.
  }
  database?.close();
  return null;
}

export function createIndex(root: string): Database {
  discard(root);
  const database = connect(indexFile(root));
  database.exec('begin');
  database.exec(SCHEMA);
  database.exec('commit');
  return database;
}

/** The library's index, made anew where it is missing, foreign, of another version or damaged. */
export function openIndex(root: string): Database {
  const database = openExisting(root) ?? createIndex(root);
  try {
    database.prepare('update state set clean = 0, boot = ?').run(bootTime());
  } catch (error) {
    // On a full disk nothing else will be written either: what is there can still be searched.
    if (sqliteCode(error) !== SQLITE_FULL) throw error;
  }
  return database;
}

/** Closes an index in good order. */
export function closeIndex(database: Database): void {
  try {
    database.prepare('update state set clean = 1').run();
    database.exec('pragma wal_checkpoint(truncate)');
  } catch {
    // It will be looked at more closely on the next start.
  }
  database.close();
}
