import type { ArticleRecord } from '../domain/records.ts';
import type { CapturedArticle } from '../capture/types.ts';
import type { ContentStore } from '../ports.ts';

/** Shorter texts (a notice, a caption, a wall before the article) may well be the same twice, and say nothing. */
const LEAST_WORDS = 60;

/** What tells that an article is there already although its address is another. */
export interface TextMark {
  /** The sum of its text, as the catalogue knows it. No address looks like it. */
  readonly key: string;
  readonly title: string;
  /** Day of publication; null where it is not known. */
  readonly day: string | null;
}

/** The key of an article's text; null where it is too short to say anything. */
export function keyOfText({ files, wordCount }: Pick<ArticleRecord, 'files' | 'wordCount'>): string | null {
  const sum = files['text.txt'];
  return sum === undefined || wordCount < LEAST_WORDS ? null : `text ${sum}`;
}

/** The mark of an article that is about to be stored; null where its text is too short, or is perhaps not the article's own. */
export function markOfCaptured(captured: CapturedArticle, content: Pick<ContentStore, 'sumOf'>): TextMark | null {
  const { text, wordCount, title, publishedAt, receipt } = captured;
  // A wall before the text is the same before every article of a site.
  if (wordCount < LEAST_WORDS || receipt.truncation.length > 0) return null;
  return { key: `text ${content.sumOf(text)}`, title: plainTitle(title), day: publishedAt?.slice(0, 10) ?? null };
}

/**
 * True where the text is letter for letter the same, under the same title (unless the person gave it another), and published on no other
 * day: what appears every day in the same words is another article each time.
 */
export function isSameText(record: ArticleRecord, { key, title, day }: TextMark): boolean {
  const other = record.publishedAt?.slice(0, 10) ?? null;
  const sameTitle = plainTitle(record.title) === title || record.edited.includes('title');
  const sameDay = day === null || other === null || day === other || record.edited.includes('publishedAt');
  return keyOfText(record) === key && sameTitle && sameDay;
}

function plainTitle(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
