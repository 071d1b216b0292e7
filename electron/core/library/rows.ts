import type { ArticleRow } from '../../contract/entities.ts';
import { articleRow } from '../domain/article-row.ts';
import type { ArticleRecord, LibraryTables } from '../domain/records.ts';
import type { IndexDocument, IndexNames } from '../ports.ts';
import { ancestorsOf, collectionsOf, tagsOf } from './names.ts';

/** The list row of a record, names resolved. */
export function rowOf(record: ArticleRecord, library: Readonly<LibraryTables>): ArticleRow {
  return articleRow(record, tagsOf(record, library), collectionsOf(record, library));
}

/** What the index is told about a record. */
export function documentOf(record: ArticleRecord, library: Readonly<LibraryTables>, text: string | null): IndexDocument {
  return {
    record,
    tags: tagsOf(record, library),
    collections: collectionsOf(record, library),
    collectionIds: ancestorsOf(record, library),
    text,
  };
}

/** All names the index needs for `tag:`, `in:` and the sidebar. */
export function namesOf(library: Readonly<LibraryTables>): IndexNames {
  return {
    tags: Object.values(library.tags),
    collections: Object.values(library.collections),
    smart: Object.values(library.smart),
    feeds: Object.values(library.feeds).map(({ id, title, folder }) => ({ id, title, folder })),
  };
}
