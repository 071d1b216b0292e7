import { LIBRARY_TABLES, type ArticleRecord, type HighlightRecord, type LibraryTables } from '../../core/domain/records.ts';
import type { Backup } from '../../contract/entities.ts';
import { isDue } from '../../core/library/backup-plan.ts';
import type { BackupPart, Backups } from '../../core/ports.ts';
import { readMetaFile } from './article-folder.ts';
import {
  backupFolder,
  backupTime,
  documentsIn,
  journalOf,
  listBackups,
  readFacts,
  readFromBackup,
  type BackupFacts,
} from './backup-files.ts';
import { makeBackup, pruneBackups } from './backup-make.ts';
import type { FileStore } from './file-store.ts';
import { LIBRARY_DOCUMENT } from './layout.ts';
import { reasonOf, storageError } from './storage-error.ts';

/** Backups of an open library: see `Backups`. */
export class FileBackups implements Backups {
  readonly #store: FileStore;
  /** Backups that were restored in this session: they may still be read. */
  readonly #inUse = new Set<string>();

  constructor(store: FileStore) {
    this.#store = store;
  }

  async list(): Promise<Backup[]> {
    const found: Backup[] = [];
    for (const id of (await listBackups(this.#store.root)).reverse()) {
      const facts = await readFacts(this.#store.root, id);
      if (facts) found.push(backupOf(id, facts));
    }
    return found;
  }

  async make(reason: Backup['reason'], keep?: string): Promise<Backup> {
    if (keep !== undefined) this.#inUse.add(keep);
    try {
      return await this.#make(reason);
    } catch (error) {
      throw storageError(error, 'The backup could not be made', this.#store.root);
    }
  }

  async daily(): Promise<void> {
    const { root, report, context, readOnly } = this.#store;
    if (readOnly !== null) return;
    try {
      const [newest] = await this.list();
      if (isDue(newest ? backupTime(newest.id) : null, context.clock.now())) await this.#make('daily');
    } catch (error) {
      const { why, next } = reasonOf(error, root);
      report.note(`Today's backup of the library could not be made: ${why}. ${next}. The library itself is not concerned.`);
    }
  }

  async library(id: string): Promise<LibraryTables | null> {
    const { root } = this.#store;
    const snapshot = await readFromBackup(root, id, LIBRARY_DOCUMENT, await journalOf(root, id));
    return snapshot && { ...LIBRARY_TABLES, ...snapshot.tables };
  }

  async *parts(id: string): AsyncGenerator<BackupPart> {
    const { root } = this.#store;
    const journal = await journalOf(root, id);
    const names = new Set([...(await documentsIn(backupFolder(root, id))), ...journal.documents()]);
    names.delete(LIBRARY_DOCUMENT);
    for (const name of [...names].sort()) {
      const snapshot = await readFromBackup(root, id, name, journal);
      if (!snapshot) continue;
      const articles: ArticleRecord[] = [];
      const all = Object.values(snapshot.tables['articles'] ?? {}) as ArticleRecord[];
      for (const article of all) if (await this.#canReturn(article.id)) articles.push(article);
      const highlights = Object.values(snapshot.tables['highlights'] ?? {}) as HighlightRecord[];
      yield { articles, highlights, gone: all.length - articles.length };
    }
  }

  /** In the library, or not deleted for good and still with its files. */
  async #canReturn(id: string): Promise<boolean> {
    const { root } = this.#store;
    if (await this.#store.get(id)) return true;
    return !(await this.#store.isPurged(id)) && (await readMetaFile(root, id)) !== null;
  }

  async #make(reason: Backup['reason']): Promise<Backup> {
    const { context, root } = this.#store;
    const release = await this.#store.holdCheckpoints();
    try {
      const made = await makeBackup(root, context.files, reason, context.clock.now(), release);
      await pruneBackups(root, context.files, made.id, this.#inUse).catch(() => undefined);
      return backupOf(made.id, made);
    } finally {
      release();
    }
  }
}

function backupOf(id: string, { at, reason, articles, bytes }: BackupFacts): Backup {
  return { id, at, reason, articles, bytes };
}
