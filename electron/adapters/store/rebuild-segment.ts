import { copyFile } from 'node:fs/promises';
import type { ArticleRecord, SegmentTables } from '../../core/domain/records.ts';
import { listArticleFolders, readArticleFolder } from './article-folder.ts';
import { loadDocumentFile, type LoadedFile } from './document-file.ts';
import { EMPTY, openDocument, placeOf, replaceTables, type SegmentDocument } from './document.ts';
import { documentFile } from './layout.ts';
import { NameBook } from './name-book.ts';
import { articlesAgain, lostRecords } from './rebuild-from-backup.ts';
import { isSegmentRecord } from './record-check.ts';
import { isNoWrite } from './storage-error.ts';
import type { StoreContext } from './store-context.ts';

/**
 * Loads a segment: its file, then the journal's newer changes. A damaged or missing file is rebuilt from the journal and from the
 * articles' own folders, journalled, and reported; the damaged one is kept beside it.
 */
export async function loadSegment(context: StoreContext, segment: string): Promise<SegmentDocument> {
  const { root, journal, files } = context;
  const place = placeOf(root, segment);
  const loaded = await loadDocumentFile(place.path, isSegmentRecord);
  if (loaded.kind === 'whole') journal.raise(loaded.snapshot.seq);
  if (loaded.kind === 'damaged') journal.raise(loaded.salvage.seq);
  const document = await openDocument<SegmentTables>(place, loaded.kind === 'whole' ? loaded.snapshot : EMPTY, journal, files);
  if (loaded.kind !== 'whole') await rebuild(context, segment, document, loaded);
  else if (loaded.mended) await putRight(context, document);
  return document;
}

/** The file again as it was written, the damaged one beside it. Where that fails the bit is put right each time it is read. */
async function putRight(context: StoreContext, { adapter }: SegmentDocument): Promise<void> {
  const { name, path } = adapter.place;
  context.recovery.note(`A damaged bit in ${documentFile(name)} was put right; nothing was lost by it.`);
  if (context.readOnly() !== null) return;
  try {
    await copyFile(path, `${path}.damaged-${context.clock.now()}`);
    await adapter.checkpoint();
  } catch (error) {
    if (!isNoWrite(error)) throw error;
  }
}

async function rebuild(
  context: StoreContext,
  segment: string,
  document: SegmentDocument,
  loaded: Exclude<LoadedFile, { kind: 'whole' }>,
): Promise<void> {
  const salvage = loaded.kind === 'damaged' ? (loaded.salvage.tables as Partial<SegmentTables>) : {};
  const journalled = document.adapter.committed;
  // The journal is newer than the file, also where it says that a record is gone.
  const inJournal = new Set(context.journal.pending.of(segment).map((change) => `${change.table}/${change.id}`));
  const older = <T>(table: string, records: Record<string, T> = {}) =>
    Object.fromEntries(Object.entries(records).filter(([id]) => !inJournal.has(`${table}/${id}`)));
  const backup = await lostRecords(context.root, segment, loaded);
  const backedUp = (backup?.tables ?? {}) as Partial<SegmentTables>;
  const tombstones = {
    ...older('tombstones', backedUp.tombstones),
    ...older('tombstones', salvage.tombstones),
    ...journalled.tombstones,
  };
  const fromBackup = await articlesAgain(context.root, older('articles', backedUp.articles));
  const articles = { ...fromBackup, ...older('articles', salvage.articles), ...journalled.articles };
  for (const id of Object.keys(tombstones)) Reflect.deleteProperty(articles, id);
  const marked = { ...older('highlights', backedUp.highlights), ...older('highlights', salvage.highlights), ...journalled.highlights };
  const highlights = Object.fromEntries(Object.entries(marked).filter(([, { articleId }]) => articles[articleId]));

  const book = new NameBook(context.library.adapter.committed, context.random);
  const found: ArticleRecord[] = [];
  for (const id of await listArticleFolders(context.root, segment)) {
    if (articles[id] || tombstones[id] || inJournal.has(`articles/${id}`) || context.reserved.has(id)) continue;
    const folder = await readArticleFolder(context.root, id);
    if (!folder) continue;
    const record: ArticleRecord = { ...folder.meta.record, ...book.idsOf(folder.meta), files: folder.files };
    articles[id] = record;
    found.push(record);
  }
  if (loaded.kind === 'missing' && found.length === 0 && Object.keys(fromBackup).length === 0) return;

  report(context, segment, loaded, { found: found.length, articles: Object.keys(articles).length, backup: backup?.id ?? null });
  const tables = { articles, highlights, tombstones };
  if (context.readOnly() !== null) return document.adapter.adopt(tables);
  try {
    await persist(context, document, tables, book, loaded.kind === 'damaged');
  } catch (error) {
    if (!isNoWrite(error) && context.readOnly() === null) throw error;
    document.adapter.adopt(tables);
  }
}

/** Journals everything first: whatever happens next, the damaged file is not needed any more. */
async function persist(
  context: StoreContext,
  document: SegmentDocument,
  tables: SegmentTables,
  book: NameBook,
  keepDamaged: boolean,
): Promise<void> {
  const { path } = document.adapter.place;
  if (keepDamaged) await copyFile(path, `${path}.damaged-${context.clock.now()}`);
  const seq = await context.journal.transaction(() => {
    if (book.made > 0) replaceTables(context.library, book.tables);
    replaceTables(document, tables);
  });
  // Told at once, before another change can be: whoever notes seqs never claims one without what came back under it.
  const changes = Object.values(tables.articles).map((record) => ({ id: record.id, before: null, after: record }));
  context.recovered({ seq, changes, libraryChanged: book.made > 0 });
  // Not the damaged file any more; the journal holds it all until the next checkpoint drops its lines.
  await document.adapter.checkpoint();
}

/** A few whole folders without a record, in a segment that has no file yet, are saves that were cut off; anything else was lost data. */
const CUT_OFF_SAVES = 4;

function report(
  context: StoreContext,
  segment: string,
  loaded: LoadedFile,
  { found, articles, backup }: { found: number; articles: number; backup: string | null },
): void {
  const path = documentFile(segment);
  const { recovery } = context;
  if (loaded.kind === 'missing' && found <= CUT_OFF_SAVES && backup === null && context.isNewest(segment)) {
    recovery.note(found === 1 ? 'A save that was cut off was finished.' : `${found} saves that were cut off were finished.`);
    return;
  }
  const then = backup === null ? '' : ` What could not be read otherwise comes from the backup ${backup}, as it was then.`;
  const aside = loaded.kind === 'missing' ? `${path} was missing` : `${path} was damaged; the damaged file is kept beside it`;
  const lost =
    found > 0
      ? `${found} of them come from their own folders, as they were when they were saved: later changes (tags, stars, reading position) may be lost.`
      : 'All of them come from the journal or could be read.';
  recovery.problem(`${aside}. Its ${articles} articles were put together again.${then} ${lost}`, path);
}
