import type { ArticleRow } from '../../contract/entities.ts';
import type { ArticleRecord } from './records.ts';

/** The list row of a record, with the names of its tags and the paths of its collections. */
export function articleRow(
  record: ArticleRecord,
  tags: readonly { id: string; name: string }[],
  collections: readonly { id: string; path: string }[],
): ArticleRow {
  return {
    id: record.id,
    title: record.title,
    url: record.url,
    source: record.source,
    byline: record.byline,
    publishedAt: record.publishedAt,
    savedAt: record.savedAt,
    lang: record.lang,
    dir: record.dir,
    excerpt: record.excerpt,
    wordCount: record.wordCount,
    readingMinutes: record.readingMinutes,
    leadImage: record.leadImage,
    read: record.read,
    starred: record.starred,
    later: record.later,
    archived: record.archived,
    trashed: record.trashedAt !== null,
    progress: record.position?.fraction ?? 0,
    tags: tags.map(({ id, name }) => ({ id, name })),
    collections: collections.map(({ id, path }) => ({ id, path })),
    receipt: record.receipt,
  };
}
