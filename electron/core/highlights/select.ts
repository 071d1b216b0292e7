import type { HighlightFilter } from '../../contract/methods/highlights.ts';
import type { ArticleRecord, HighlightRecord } from '../domain/records.ts';
import { fold } from '../search/fold.ts';
import type { Page } from './book.ts';

/** A highlight and its article. */
export interface Selected {
  readonly article: ArticleRecord;
  readonly highlight: HighlightRecord;
}

/** By place in the text; those without one last, oldest first. */
export function inOrder(highlights: readonly HighlightRecord[]): HighlightRecord[] {
  return highlights.toSorted(
    (a, b) =>
      Number(a.orphan) - Number(b.orphan) || (a.orphan ? 0 : a.start - b.start || a.end - b.end) || compare(a.createdAt, b.createdAt),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What a filter lets through: the article highlighted last comes first, and in it everything by place. Articles in the trash are left out.
 * `below` gives a collection with those below it, `nameOf` the name of a tag (null where it is no longer there).
 */
export function select(
  pages: readonly Page[],
  filter: HighlightFilter,
  names: { below: (collectionId: string) => readonly string[]; nameOf: (tagId: string) => string | null },
): Selected[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const inside = filter.collection === null ? null : new Set(names.below(filter.collection));
  const newest = ({ highlights }: Page): string => highlights.reduce((last, { createdAt }) => (createdAt > last ? createdAt : last), '');
  return pages
    .filter(
      ({ article }) =>
        article.trashedAt === null &&
        (filter.article === null || article.id === filter.article) &&
        (inside === null || article.collections.some((id) => inside.has(id))),
    )
    .map((page) => ({ page, last: newest(page) }))
    .toSorted((a, b) => compare(b.last, a.last) || compare(a.page.article.id, b.page.article.id))
    .flatMap(({ page: { article, highlights } }) =>
      inOrder(highlights)
        .filter((highlight) => fits(highlight, article, filter, words, names.nameOf))
        .map((highlight) => ({ article, highlight })),
    );
}

function fits(
  { color, tags, note, orphan, exact }: HighlightRecord,
  article: ArticleRecord,
  filter: HighlightFilter,
  words: readonly string[],
  nameOf: (tagId: string) => string | null,
): boolean {
  if (filter.colours.length > 0 && !filter.colours.includes(color)) return false;
  if (filter.tag !== null && !tags.includes(filter.tag)) return false;
  if (filter.noted && note === null) return false;
  if (filter.orphans && !orphan) return false;
  if (words.length === 0) return true;
  const named = tags.flatMap((id) => nameOf(id) ?? []);
  const text = fold([exact, note ?? '', article.title, article.source, article.byline ?? '', ...named].join(' \n '));
  return words.every((word) => text.includes(word));
}
