import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { outdated } from '../../core/library/backup-plan.ts';
import {
  BACKUP_FACTS,
  backupFolder,
  backupId,
  backupTime,
  documentsIn,
  journalOf,
  listBackups,
  readFacts,
  readFromBackup,
  takeDocument,
  type BackupFacts,
} from './backup-files.ts';
import { loadDocumentFile } from './document-file.ts';
import { listFolder, type Files } from './files.ts';
import { ARTICLES_FOLDER, BACKUPS_FOLDER, documentFile, FORMAT_FILE, inLibrary, JOURNAL_FOLDER } from './layout.ts';
import { hasCode } from './storage-error.ts';

export interface MadeBackup extends BackupFacts {
  readonly id: string;
  /** Documents that are damaged in the library itself, and are so in the backup. */
  readonly damaged: readonly string[];
}

/**
 * Copies the documents, then the journal that goes with them, and reads all of it back. The caller keeps checkpoints away meanwhile;
 * edits go on. Leaves nothing behind where it fails.
 *
 * @param copied called when checkpoints may go on: only reading back is left
 */
export async function makeBackup(
  root: string,
  files: Files,
  reason: BackupFacts['reason'],
  now: number,
  copied: () => void = () => undefined,
): Promise<MadeBackup> {
  const finished: string[] = [];
  for (const id of await listBackups(root)) if (await readFacts(root, id)) finished.push(id);
  const earlier = finished.at(-1);
  let time = now;
  while (finished.includes(backupId(time))) time++;
  const id = backupId(time);
  const folder = backupFolder(root, id);
  try {
    await files.makeFolder(join(folder, ARTICLES_FOLDER));
    await files.makeFolder(join(folder, JOURNAL_FOLDER));
    for (const document of await documentsIn(root)) {
      await takeDocument(files, document, root, folder, earlier ? backupFolder(root, earlier) : null).catch(unlessMissing);
    }
    for (const name of await listFolder(join(root, JOURNAL_FOLDER))) {
      if (!name.endsWith('.jsonl')) continue;
      files.check('write', join(folder, JOURNAL_FOLDER, name));
      await copyDurably(files, join(root, JOURNAL_FOLDER, name), join(folder, JOURNAL_FOLDER, name)).catch(unlessMissing);
    }
    await copyDurably(files, join(root, FORMAT_FILE), join(folder, FORMAT_FILE)).catch(unlessMissing);
    copied();
    const read = await readBack(root, id);
    const facts: BackupFacts = { v: 1, at: new Date(time).toISOString(), reason, articles: read.articles, bytes: read.bytes };
    for (const inner of [ARTICLES_FOLDER, JOURNAL_FOLDER]) await files.syncFolder(join(folder, inner));
    await files.replaceDurably(join(folder, BACKUP_FACTS), `${JSON.stringify(facts)}\n`);
    return { id, ...facts, damaged: read.damaged };
  } catch (error) {
    await files.removeTree(folder).catch(() => undefined);
    throw error;
  }
}

/** Reads every document of a backup. One that is damaged there must be so in the library; else the copy went wrong, and this throws. */
async function readBack(root: string, id: string): Promise<{ articles: number; bytes: number; damaged: string[] }> {
  const folder = backupFolder(root, id);
  const journal = await journalOf(root, id);
  const sum = { articles: 0, bytes: 0, damaged: [] as string[] };
  for (const document of new Set([...(await documentsIn(folder)), ...journal.documents()])) {
    const snapshot = await readFromBackup(root, id, document, journal);
    if (snapshot) {
      sum.articles += Object.keys(snapshot.tables['articles'] ?? {}).length;
      sum.bytes += (await sizeOf(inLibrary(folder, documentFile(document)))) ?? 0;
    } else {
      const here = await loadDocumentFile(inLibrary(root, documentFile(document)), () => true);
      if (here.kind === 'whole') throw new Error(`${documentFile(document)} could not be copied as it is.`);
      sum.damaged.push(document);
    }
    // Between two documents others get their turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return sum;
}

async function copyDurably(files: Files, from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await files.syncFile(to);
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

function unlessMissing(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}

/** Removes backups whose time has passed, never the one just made or one in use, and what is left of those that were cut off. */
export async function pruneBackups(root: string, files: Files, justMade: string, inUse: ReadonlySet<string>): Promise<void> {
  const finished: string[] = [];
  const beforeRestores: number[] = [];
  for (const id of await listBackups(root)) {
    const facts = await readFacts(root, id);
    if (!facts) await files.removeTree(backupFolder(root, id));
    else finished.push(id);
    if (facts?.reason === 'before-restore') beforeRestores.push(backupTime(id));
  }
  const gone = new Set(outdated(finished.map(backupTime), backupTime(justMade), beforeRestores));
  for (const id of finished) if (gone.has(backupTime(id)) && !inUse.has(id)) await files.removeTree(backupFolder(root, id));
  if (gone.size > 0) await files.syncFolder(join(root, BACKUPS_FOLDER));
}
