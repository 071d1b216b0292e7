import type { ArticleRecord } from '../domain/records.ts';
import { fold } from './fold.ts';

/** What filters ask of an article, in the form in which the index and the scan compare it. */
export interface Facts {
  readonly read: boolean;
  readonly starred: boolean;
  readonly later: boolean;
  readonly archived: boolean;
  readonly trashed: boolean;
  readonly incomplete: boolean;
  readonly highlighted: boolean;
  /** It was opened for reading. */
  readonly opened: boolean;
  /** It has a stored image. */
  readonly image: boolean;
  /** A highlight of it has a note. */
  readonly note: boolean;
  /** Lower case with hyphens; empty where unknown. */
  readonly lang: string;
  /** Folded source and host, to be searched for a part of either. */
  readonly site: string;
  /** Milliseconds since the epoch. */
  readonly saved: number;
  /** Day of publication as the article says it (`2023-03-09`); empty where unknown. */
  readonly published: string;
}

/** Host and path's start of an address (`example.com`); empty where there is none. */
function hostOf(url: string | null): string {
  if (url === null) return '';
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}

/** Milliseconds of `savedAt`; 0 for a text that is no date, so that such an article is still listed (last). */
export function savedTime(savedAt: string): number {
  const time = Date.parse(savedAt);
  return Number.isFinite(time) ? time : 0;
}

export function factsOf(record: ArticleRecord): Facts {
  return {
    read: record.read,
    starred: record.starred,
    later: record.later,
    archived: record.archived,
    trashed: record.trashedAt !== null,
    incomplete: record.receipt.status !== 'complete' || record.receipt.truncated,
    highlighted: (record.marks?.highlights ?? 0) > 0,
    opened: record.openedAt !== undefined,
    note: (record.marks?.notes ?? 0) > 0,
    image: record.images.length > 0 || record.leadImage !== null,
    lang: (record.lang ?? '').toLowerCase().replaceAll('_', '-'),
    site: `${fold(record.source)}\n${hostOf(record.url)}`,
    saved: savedTime(record.savedAt),
    published: record.publishedAt?.slice(0, 10) ?? '',
  };
}
