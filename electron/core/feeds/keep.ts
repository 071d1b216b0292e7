import type { ArticleRecord, KeepPolicy } from '../domain/records.ts';

const DAY = 86_400_000;

/** Marked by a person in any way: no policy may take it. */
export function isProtected(record: ArticleRecord): boolean {
  const { highlights = 0, notes = 0 } = record.marks ?? {};
  return (
    record.starred ||
    record.later ||
    record.archived ||
    record.tags.length > 0 ||
    record.collections.length > 0 ||
    highlights > 0 ||
    notes > 0 ||
    record.edited.length > 0
  );
}

const when = (record: ArticleRecord): number => Date.parse(record.publishedAt ?? record.savedAt) || Date.parse(record.savedAt);

/**
 * What a policy would move to the trash out of a feed's articles, newest first, and how many it leaves because somebody marked them, or
 * because they came from another feed too.
 */
export function planKeep(
  articles: readonly ArticleRecord[],
  keep: KeepPolicy,
  now: number,
): { remove: ArticleRecord[]; protected: number } {
  const present = articles.filter(({ trashedAt }) => trashedAt === null).sort((a, b) => when(b) - when(a));
  const doomed = present.filter((record, place) => goes(record, place, keep, now));
  const remove = doomed.filter((record) => !isProtected(record) && (record.feeds?.length ?? 0) < 2);
  return { remove, protected: doomed.length - remove.length };
}

function goes(record: ArticleRecord, place: number, keep: KeepPolicy, now: number): boolean {
  switch (keep.kind) {
    case 'all':
      return false;
    case 'newest':
      return place >= keep.count;
    case 'days':
      // Counted from when it came: an old article that was fetched yesterday was not read yet.
      return now - Math.max(when(record), Date.parse(record.savedAt)) > keep.days * DAY;
    case 'unread':
      return record.read;
  }
}
