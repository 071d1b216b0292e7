import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { DatabaseSync } from 'node:sqlite';

export type Database = DatabaseSync;
type DatabaseClass = typeof DatabaseSync;

export const SQLITE_CORRUPT = 11;
export const SQLITE_FULL = 13;
export const SQLITE_NOTADB = 26;
/** A new index is not begun with less free space than this. Bytes. */
const ROOM = 8_000_000;

/** SQLite's primary result code of an error; 0 for any other error. */
export function sqliteCode(error: unknown): number {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? code & 0xff : 0;
}

let probed: DatabaseClass | null | undefined;

/**
 * SQLite of this runtime, or null where there is none, or one without what the index needs (FTS5 with deletes in contentless tables,
 * SQLite 3.43). Asked once. Never imported by name: an Electron or Node without it must still load this file.
 */
export function sqlite(): DatabaseClass | null {
  if (probed !== undefined) return probed;
  probed = null;
  try {
    const found = (process.getBuiltinModule as ((id: string) => unknown) | undefined)?.('node:sqlite') as
      { DatabaseSync: DatabaseClass } | undefined;
    if (found) {
      const database = new found.DatabaseSync(':memory:');
      database.exec("create virtual table probe using fts5(a, content='', contentless_delete=1, prefix=3)");
      database.close();
      probed = found.DatabaseSync;
    }
  } catch {
    // This runtime cannot keep an index: the scan answers.
  }
  return probed;
}

export function cacheFolder(root: string): string {
  return join(root, 'cache');
}

export function indexFile(root: string): string {
  return join(cacheFolder(root), 'index.db');
}

/**
 * How this library is searched here. Writer and reader both ask, each in its own thread, and must get the same answer: so it depends on
 * the runtime, the environment and the folder only.
 */
export function searchMode(root: string): 'fts' | 'scan' {
  if (process.env['OFFPRINT_SEARCH'] === 'scan' || sqlite() === null) return 'scan';
  try {
    mkdirSync(cacheFolder(root), { recursive: true });
    accessSync(cacheFolder(root), constants.W_OK);
    return existsSync(indexFile(root)) || hasRoom(root) ? 'fts' : 'scan';
  } catch {
    return 'scan';
  }
}

function hasRoom(root: string): boolean {
  const { bavail, bsize } = statfsSync(cacheFolder(root));
  return bavail * bsize >= ROOM;
}
