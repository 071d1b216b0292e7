import { articleRow } from '../../core/domain/article-row.ts';
import { AppError } from '../../core/errors.ts';
import type { IndexDocument, IndexNames, IndexWriter } from '../../core/ports.ts';
import { columnsOf } from '../../core/search/columns.ts';
import { factsOf } from '../../core/search/facts.ts';
import { rowidAt, sortKeysOf } from '../../core/search/order.ts';
import { stampOf } from '../../core/search/stamp.ts';
import { formLanguage } from '../../core/search/word-forms.ts';
import type { IndexBatch } from './batch.ts';
import { closeIndex, createIndex, openIndex } from './index-file.ts';
import { looksOf } from './looks.ts';
import { packRow } from './packed-row.ts';
import type { ReadText } from './read-text.ts';
import { SQLITE_CORRUPT, SQLITE_FULL, SQLITE_NOTADB, sqliteCode, type Database } from './sqlite.ts';
import { TallyKeeper } from './tally.ts';
import { WordKeeper } from './word-keeper.ts';

const DELETES = ['art where', 'row where', 'fts where'] as const;

function prepare(database: Database) {
  const sql = (text: string) => database.prepare(text);
  return {
    rowOf: sql('select rowid, saved from art where id = ?'),
    taken: sql('select 1 from art where rowid = ?'),
    head: sql('select head from row where rowid = ?'),
    art: sql(
      `insert or replace into art (rowid, id, saved, read, starred, later, archived, trashed, incomplete, image, highlighted, note,
         lang, site, published, title_key, source_key, issued, words, progress, opened)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    row: sql('insert or replace into row (rowid, head, json, stamp) values (?, ?, ?, ?)'),
    tags: sql('select tag from art_tag where rid = ?'),
    addTag: sql('insert or ignore into art_tag (tag, rid) values (?, ?)'),
    dropTag: sql('delete from art_tag where tag = ? and rid = ?'),
    dropTags: sql('delete from art_tag where rid = ?'),
    feeds: sql('select feed from art_feed where rid = ?'),
    addFeed: sql('insert or ignore into art_feed (feed, rid) values (?, ?)'),
    dropFeed: sql('delete from art_feed where feed = ? and rid = ?'),
    dropFeeds: sql('delete from art_feed where rid = ?'),
    collections: sql('select col, own from art_col where rid = ?'),
    addCollection: sql('insert or replace into art_col (col, rid, own) values (?, ?, ?)'),
    dropCollection: sql('delete from art_col where col = ? and rid = ?'),
    dropCollections: sql('delete from art_col where rid = ?'),
    remove: DELETES.map((table) => sql(`delete from ${table} rowid = ?`)),
    fts: sql('insert or replace into fts (rowid, title, byline, source, text, aux) values (?, ?, ?, ?, ?, ?)'),
    nameTag: sql('insert or replace into tag (id, name) values (?, ?)'),
    nameCollection: sql('insert or replace into col (id, name, parent, ord) values (?, ?, ?, ?)'),
    look: sql('insert or replace into look (id, json) values (1, ?)'),
    seq: sql('update state set seq = ?'),
    tally: new TallyKeeper(database),
    words: new WordKeeper(database),
  };
}

/** Everything of a document that full-text search holds and that an edit can change without the text. */
function headOf({ record }: IndexDocument): string {
  return [record.title, record.byline ?? '', record.source, formLanguage(record.lang) ?? ''].join('\u0000');
}

/** The index in `cache/index.db`. One per library (the library's lock sees to that). */
export class FtsWriter implements IndexWriter {
  readonly mode = 'fts';
  private readonly root: string;
  private readonly readText: ReadText;
  private database: Database;
  private statements: ReturnType<typeof prepare>;
  private seq: number;
  /**
   * A batch was lost (disk full, damage): the seq stays where it is, so that the next opening indexes again from there. Ends when
   * somebody starts over (an empty batch with seq 0).
   */
  private behind = false;
  /** Rowids in a row that are all taken. */
  private run: { readonly from: number; readonly to: number } | null = null;

  constructor(root: string, readText: ReadText) {
    this.root = root;
    this.readText = readText;
    this.database = openIndex(root);
    this.statements = prepare(this.database);
    this.seq = Number(this.database.prepare('select seq from state').get()?.['seq'] ?? 0);
  }

  get appliedSeq(): number {
    return this.seq;
  }

  async apply(batch: IndexBatch): Promise<void> {
    try {
      this.transaction(batch);
    } catch (error) {
      const code = sqliteCode(error);
      if (code === SQLITE_CORRUPT || code === SQLITE_NOTADB) {
        this.recreate();
        this.transaction(batch);
        return;
      }
      this.behind = true;
      if (code !== SQLITE_FULL) throw error;
      throw new AppError(
        'disk-full',
        'The disk is full, so search is out of date. Nothing is lost: free some space and start Offprint again.',
        {
          cause: error,
        },
      );
    }
  }

  async ids(): Promise<ReadonlySet<string>> {
    const rows = this.database.prepare('select id from art').all();
    return new Set(rows.map((row) => String(row['id'])));
  }

  async stamps(): Promise<ReadonlyMap<string, number>> {
    const rows = this.database.prepare('select art.id, row.stamp from row join art on art.rowid = row.rowid').all();
    return new Map(rows.map((row) => [String(row['id']), Number(row['stamp'])]));
  }

  async close(): Promise<void> {
    closeIndex(this.database);
  }

  private recreate(): void {
    try {
      this.database.close();
    } catch {
      // A damaged file may refuse; it is removed next.
    }
    this.database = createIndex(this.root);
    this.statements = prepare(this.database);
    this.run = null;
    this.seq = 0;
    this.behind = true;
  }

  private transaction({ seq, upsert, remove, names }: IndexBatch): void {
    if (seq === 0 && upsert.length === 0 && remove.length === 0) this.behind = false;
    this.database.exec('begin immediate');
    try {
      for (const id of remove) this.remove(id);
      for (const document of upsert) this.upsert(document);
      this.statements.words.flush();
      if (names) this.name(names);
      if (!this.behind) this.statements.seq.run(seq);
      this.database.exec('commit');
      if (!this.behind) this.seq = seq;
    } catch (error) {
      this.run = null;
      this.statements.words.forget();
      this.rollback();
      throw error;
    }
  }

  private rollback(): void {
    try {
      this.database.exec('rollback');
    } catch {
      // SQLite has rolled back by itself.
    }
  }

  private remove(id: string): void {
    const rowid = this.statements.rowOf.get(id)?.['rowid'];
    if (typeof rowid !== 'number') return;
    this.run = null;
    this.statements.tally.takeOut(rowid);
    for (const statement of this.statements.remove) statement.run(rowid);
    this.statements.dropTags.run(rowid);
    this.statements.dropFeeds.run(rowid);
    this.statements.dropCollections.run(rowid);
  }

  /** The rowid the article has, or the first free one at or after its saved-at. */
  private place(id: string, saved: number): number {
    const known = this.statements.rowOf.get(id);
    if (known && known['saved'] === saved) return Number(known['rowid']);
    if (known) this.remove(id);
    return this.freeFrom(rowidAt(saved));
  }

  /** Many articles that an import saves in one second stand in a row, whose end is remembered so that it is not walked for each. */
  private freeFrom(start: number): number {
    const { run } = this;
    let rowid = run !== null && start >= run.from && start <= run.to ? run.to + 1 : start;
    while (this.statements.taken.get(rowid)) rowid++;
    this.run = { from: run !== null && start >= run.from && start <= run.to + 1 ? run.from : start, to: rowid };
    return rowid;
  }

  private upsert(document: IndexDocument): void {
    const { record } = document;
    const facts = factsOf(record);
    const rowid = this.place(record.id, facts.saved);
    const head = headOf(document);
    const before = this.statements.head.get(rowid)?.['head'];
    if (before !== undefined) this.statements.tally.takeOut(rowid);
    const { read, starred, later, archived, trashed, incomplete, image, highlighted, note } = facts;
    const bits = [read, starred, later, archived, trashed, incomplete, image, highlighted, note].map(Number);
    const keys = sortKeysOf(record);
    const sorted = [keys.title, keys.source, keys.published, keys.length, keys.progress, keys.opened];
    this.statements.art.run(rowid, record.id, facts.saved, ...bits, facts.lang, facts.site, facts.published, ...sorted);
    this.statements.row.run(rowid, head, packRow(articleRow(record, document.tags, document.collections)), stampOf(record));
    this.linkTags(rowid, document);
    this.linkFeeds(rowid, document);
    this.linkCollections(rowid, document);
    this.statements.tally.putIn(rowid);
    if (document.text !== null || before !== head) this.indexText(rowid, document);
  }

  private indexText(rowid: number, { record, text }: IndexDocument): void {
    const whole = text ?? this.readText(record.id) ?? '';
    const columns = columnsOf(record, whole);
    // FTS5 wants a true integer, which only a BigInt is bound as.
    this.statements.fts.run(BigInt(rowid), columns.title, columns.byline, columns.source, columns.text, columns.aux);
    this.statements.words.add(record, whole, columns.aux);
  }

  private linkTags(rowid: number, { tags }: IndexDocument): void {
    const wanted = new Set(tags.map(({ id }) => id));
    for (const { tag } of this.statements.tags.all(rowid)) {
      if (!wanted.delete(String(tag))) this.statements.dropTag.run(String(tag), rowid);
    }
    for (const id of wanted) this.statements.addTag.run(id, rowid);
    for (const { id, name } of tags) this.statements.nameTag.run(id, name);
  }

  private linkFeeds(rowid: number, { record }: IndexDocument): void {
    const wanted = new Set(record.feeds?.map(({ feedId }) => feedId));
    for (const { feed } of this.statements.feeds.all(rowid)) {
      if (!wanted.delete(String(feed))) this.statements.dropFeed.run(String(feed), rowid);
    }
    for (const id of wanted) this.statements.addFeed.run(id, rowid);
  }

  private linkCollections(rowid: number, { collections, collectionIds }: IndexDocument): void {
    const own = new Set(collections.map(({ id }) => id));
    const wanted = new Map([...collectionIds, ...own].map((id) => [id, own.has(id) ? 1 : 0]));
    for (const { col, own: held } of this.statements.collections.all(rowid)) {
      const id = String(col);
      if (!wanted.has(id)) this.statements.dropCollection.run(id, rowid);
      else if (wanted.get(id) === held) wanted.delete(id);
    }
    for (const [id, isOwn] of wanted) this.statements.addCollection.run(id, rowid, isOwn);
  }

  private name(names: IndexNames): void {
    const { tags, collections } = names;
    this.database.exec('delete from tag; delete from col');
    for (const { id, name } of tags) this.statements.nameTag.run(id, name);
    for (const { id, name, parentId, order } of collections) this.statements.nameCollection.run(id, name, parentId, order);
    this.statements.look.run(JSON.stringify(looksOf(names)));
  }
}
