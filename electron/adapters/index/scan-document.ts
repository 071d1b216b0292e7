import type { ArticleRow } from '../../contract/entities.ts';
import { articleRow } from '../../core/domain/article-row.ts';
import type { IndexDocument } from '../../core/ports.ts';
import { columnsOf, type Columns, type Fields } from '../../core/search/columns.ts';
import type { Evaluated } from '../../core/search/evaluate.ts';
import { factsOf, type Facts } from '../../core/search/facts.ts';
import { sortKeysOf, type SortKeys } from '../../core/search/order.ts';
import type { NameTable } from '../../core/search/query/names.ts';
import type { ReadText } from './read-text.ts';

/** Words of texts kept in memory, in UTF-16 units; beyond it the least recently searched are read from their files again. */
const KEPT = 64_000_000;

/** The words of documents, read when they are first searched. */
export class ColumnCache {
  private readonly readText: ReadText;
  private readonly known = new Map<string, Columns>();
  private size = 0;

  constructor(readText: ReadText) {
    this.readText = readText;
  }

  get(id: string, fields: Fields): Columns {
    const known = this.known.get(id);
    if (known) {
      this.known.delete(id);
      this.known.set(id, known);
      return known;
    }
    return this.put(id, fields, this.readText(id) ?? '');
  }

  put(id: string, fields: Fields, text: string): Columns {
    this.drop(id);
    const columns = columnsOf(fields, text);
    this.known.set(id, columns);
    this.size += columns.text.length;
    for (const [oldest] of this.known) {
      if (this.size <= KEPT || oldest === id) break;
      this.drop(oldest);
    }
    return columns;
  }

  drop(id: string): void {
    const known = this.known.get(id);
    if (!known) return;
    this.known.delete(id);
    this.size -= known.text.length;
  }

  text(id: string): string {
    return this.readText(id) ?? '';
  }
}

/** A document as the scan holds it. */
export class ScanDocument implements Evaluated {
  readonly rowid: number;
  readonly row: ArticleRow;
  readonly facts: Facts;
  readonly tags: readonly string[];
  readonly feeds: readonly string[];
  readonly keys: SortKeys;
  readonly collections: readonly string[];
  readonly inherited: readonly string[];
  private readonly cache: ColumnCache;
  private readonly names: () => NameTable;

  constructor(rowid: number, document: IndexDocument, cache: ColumnCache, names: () => NameTable) {
    this.names = names;
    this.rowid = rowid;
    this.row = articleRow(document.record, document.tags, document.collections);
    this.facts = factsOf(document.record);
    this.tags = document.tags.map(({ id }) => id);
    this.feeds = (document.record.feeds ?? []).map(({ feedId }) => feedId);
    this.keys = sortKeysOf(document.record);
    this.collections = document.collections.map(({ id }) => id);
    this.inherited = [...new Set([...document.collectionIds, ...this.collections])];
    this.cache = cache;
  }

  columns(): Columns {
    return this.cache.get(this.row.id, this.row);
  }

  originals(): readonly string[] {
    const { title, byline, source, id, tags } = this.names().renamed(this.row);
    return [title, byline ?? '', source, ...tags.map(({ name }) => name), this.cache.text(id)];
  }
}
