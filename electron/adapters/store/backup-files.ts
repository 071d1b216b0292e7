import { copyFile, link, open } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { loadDocumentFile, type RecordCheck, type Snapshot } from './document-file.ts';
import { HEAD_BYTES } from './document-sum.ts';
import { listFolder, readIfThere, type Files } from './files.ts';
import { ARTICLES_FOLDER, BACKUPS_FOLDER, documentFile, inLibrary, JOURNAL_FOLDER, LIBRARY_DOCUMENT } from './layout.ts';
import { isLibraryRecord, isSegmentRecord } from './record-check.ts';
import { scanJournalFile } from './journal-scan.ts';
import { Pending } from './pending.ts';

/** `backups/<id>/`: `2024-06-01T10-00-00-000Z`, the moment it was made, in UTC. */
const ID = /^(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3})Z$/;
/** Written last: a backup that has it was read back whole. */
export const BACKUP_FACTS = 'backup.json';

export interface BackupFacts {
  readonly v: 1;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly reason: 'daily' | 'by-hand' | 'before-migration' | 'before-restore' | 'before-import';
  readonly articles: number;
  readonly bytes: number;
}

export function backupId(now: number): string {
  return new Date(now).toISOString().replaceAll(/[:.]/g, '-');
}

/** Milliseconds since the epoch; NaN for what is no backup's id. */
export function backupTime(id: string): number {
  return Date.parse(id.replace(ID, '$1:$2:$3.$4Z'));
}

export function backupFolder(root: string, id: string): string {
  if (!ID.test(id)) throw new Error(`${id} is no backup's id.`);
  return join(root, BACKUPS_FOLDER, id);
}

/** Ids of all backups, also unfinished ones, oldest first. */
export async function listBackups(root: string): Promise<string[]> {
  return (await listFolder(join(root, BACKUPS_FOLDER))).filter((name) => ID.test(name));
}

/** What a finished backup says of itself; null where it is not finished or cannot be read. */
export async function readFacts(root: string, id: string): Promise<BackupFacts | null> {
  try {
    const facts = JSON.parse((await readIfThere(join(backupFolder(root, id), BACKUP_FACTS)))?.toString() ?? 'null') as BackupFacts | null;
    return facts?.v === 1 && typeof facts.at === 'string' ? facts : null;
  } catch {
    return null;
  }
}

/** Names of the documents in a library or a backup, library.json first. */
export async function documentsIn(folder: string): Promise<string[]> {
  const segments = (await listFolder(join(folder, ARTICLES_FOLDER))).flatMap((name) => /^(....)\.json$/.exec(name)?.[1] ?? []);
  return [LIBRARY_DOCUMENT, ...segments];
}

export function recordCheckOf(document: string): RecordCheck {
  return document === LIBRARY_DOCUMENT ? isLibraryRecord : isSegmentRecord;
}

/** Changes that a backup's documents do not hold: its own copy of the journal. */
export async function journalOf(root: string, id: string): Promise<Pending> {
  const pending = new Pending();
  const folder = join(backupFolder(root, id), JOURNAL_FOLDER);
  for (const name of await listFolder(folder)) {
    const { lines } = scanJournalFile((await readIfThere(join(folder, name))) ?? Buffer.alloc(0), true);
    for (const { line } of lines) pending.add(line);
  }
  return pending;
}

/** A document as a backup has it, its journal applied; null where it is missing or damaged there. */
export async function readFromBackup(root: string, id: string, document: string, journal: Pending): Promise<Snapshot | null> {
  const loaded = await loadDocumentFile(inLibrary(backupFolder(root, id), documentFile(document)), recordCheckOf(document));
  const changes = journal.of(document);
  if (loaded.kind === 'damaged' || (loaded.kind === 'missing' && changes.length === 0)) return null;
  const snapshot = loaded.kind === 'whole' ? loaded.snapshot : { seq: 0, tables: {} };
  const tables = Object.fromEntries(Object.entries(snapshot.tables).map(([name, records]) => [name, { ...records }]));
  let { seq } = snapshot;
  for (const change of changes) {
    if (change.seq <= snapshot.seq) continue;
    const records = (tables[change.table] ??= {});
    if (change.record === null) Reflect.deleteProperty(records, change.id);
    else records[change.id] = change.record;
    seq = change.seq;
  }
  return { seq, tables };
}

/** A document from the newest finished backup that has it whole, or null: what rebuilding falls back on. */
export async function newestInBackups(root: string, document: string): Promise<{ id: string; snapshot: Snapshot } | null> {
  for (const id of (await listBackups(root)).reverse()) {
    if (!(await readFacts(root, id))) continue;
    const snapshot = await readFromBackup(root, id, document, await journalOf(root, id));
    if (snapshot) return { id, snapshot };
  }
  return null;
}

/**
 * Copies a document into a backup. Where the backup before has the same state of it, whole, that file gets a second name instead: each
 * state is on the disk once more than in the library itself, and not once for every backup. Durable but for its name.
 */
export async function takeDocument(files: Files, document: string, from: string, to: string, earlier: string | null): Promise<void> {
  const [source, target] = [inLibrary(from, documentFile(document)), inLibrary(to, documentFile(document))];
  const before = earlier && inLibrary(earlier, documentFile(document));
  if (before && (await sameState(source, before)) && (await loadDocumentFile(before, recordCheckOf(document))).kind === 'whole') {
    const linked = await link(before, target).then(
      () => true,
      () => false,
    );
    if (linked) return;
  }
  files.check('write', target);
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  await files.syncFile(target);
}

async function sameState(a: string, b: string): Promise<boolean> {
  const [one, two] = await Promise.all([startOf(a), startOf(b)]);
  return one !== null && two !== null && one.equals(two);
}

async function startOf(path: string): Promise<Buffer | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return Buffer.concat([buffer.subarray(0, bytesRead), Buffer.from(String(size))]);
  } finally {
    await file.close();
  }
}
