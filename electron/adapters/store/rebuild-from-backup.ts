import type { ArticleRecord, SegmentTables } from '../../core/domain/records.ts';
import { readArticleFolder } from './article-folder.ts';
import { newestInBackups } from './backup-files.ts';
import type { LoadedFile, Tables } from './document-file.ts';

type Unreadable = Exclude<LoadedFile, { kind: 'whole' }>;

/** What the newest backup knows of the records that a document's file has lost, and which backup that is; null where none does. */
export async function lostRecords(root: string, document: string, loaded: Unreadable): Promise<{ id: string; tables: Tables } | null> {
  const legible = loaded.kind === 'damaged' && loaded.legible;
  if (legible && loaded.bad.size === 0) return null;
  const found = await newestInBackups(root, document);
  if (!found) return null;
  const isLost = (table: string, id: string) => !legible || loaded.bad.has(`${table}/${id}`);
  const tables = Object.entries(found.snapshot.tables).map(([table, records]) => [
    table,
    Object.fromEntries(Object.entries(records).filter(([id]) => isLost(table, id))),
  ]);
  return { id: found.id, tables: Object.fromEntries(tables) as Tables };
}

/** What a person does with an article, apart from what it says. */
const KEPT = ['read', 'starred', 'later', 'archived', 'trashedAt', 'position', 'tags', 'collections', 'feeds', 'openedAt'] as const;

/**
 * An article from a backup as it can stand in the library again: null where its own folder is gone, since then it was deleted for good
 * after the backup. Where the folder is of a later save, what the article says comes from there.
 */
export async function articleAgain(root: string, record: ArticleRecord): Promise<ArticleRecord | null> {
  const folder = await readArticleFolder(root, record.id);
  if (!folder) return null;
  const same = Object.entries(record.files).every(([name, hash]) => name === 'meta.json' || folder.files[name] === hash);
  if (same) return record;
  const kept = Object.fromEntries(KEPT.flatMap((field) => (record[field] === undefined ? [] : [[field, record[field]]])));
  return { ...folder.meta.record, ...kept, files: folder.files };
}

export async function articlesAgain(root: string, records: SegmentTables['articles'] = {}): Promise<SegmentTables['articles']> {
  const again: SegmentTables['articles'] = {};
  for (const [id, record] of Object.entries(records)) {
    const article = await articleAgain(root, record);
    if (article) again[id] = article;
  }
  return again;
}
