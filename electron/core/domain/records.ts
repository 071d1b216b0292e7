import type { Receipt, ReceiptSummary, ReadingPosition } from '../../contract/entities.ts';
import type { Settings } from '../../contract/settings.ts';

/**
 * Records as they stand in the library's lowdb documents. They are replaced, never mutated (frozen in development and tests).
 * New fields must be optional or come with a migration: old libraries have records without them.
 */

/** `articles` table of `articles/<seg>.json`. */
export interface ArticleRecord {
  readonly id: string;
  /** Address as fetched at the end of the redirects; null for a file. */
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  /** Normalised addresses (see domain/address.ts) that mean this article: what finds "already saved". */
  readonly keys: readonly string[];
  readonly title: string;
  readonly byline: string | null;
  readonly source: string;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** ISO 8601 UTC with milliseconds; unique in the library (the index uses it as rowid). */
  readonly savedAt: string;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly excerpt: string;
  readonly wordCount: number;
  readonly readingMinutes: number;
  readonly leadImage: string | null;
  readonly read: boolean;
  readonly starred: boolean;
  readonly later: boolean;
  readonly archived: boolean;
  /** When it went to the trash, or null. */
  readonly trashedAt: string | null;
  readonly position: ReadingPosition | null;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly edited: readonly string[];
  readonly receipt: ReceiptSummary;
  /** sha256 by file name (`article.html`, `text.txt`, `meta.json`, `source.html.gz`). */
  readonly files: Readonly<Record<string, string>>;
  /** Library paths of stored images (`images/ab/<sha256>.<ext>`). */
  readonly images: readonly string[];
}

/** `highlights` table of a segment (a later issue fills it). */
export interface HighlightRecord {
  readonly id: string;
  readonly articleId: string;
}

/** `tombstones` table of a segment: what was purged. Repair never brings these back. */
export interface TombstoneRecord {
  readonly id: string;
  readonly purgedAt: string;
}

/** Tables of `library.json`. */
export interface TagRecord {
  readonly id: string;
  readonly name: string;
}
export interface CollectionRecord {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly order: number;
}
export interface SettingsRecord {
  readonly id: 'settings';
  readonly value: Partial<Settings>;
}
/** Facts the core keeps for itself, e.g. `samples-added`. */
export interface FactRecord {
  readonly id: string;
  readonly value: string | number | boolean;
}

export interface SegmentTables {
  articles: Record<string, ArticleRecord>;
  highlights: Record<string, HighlightRecord>;
  tombstones: Record<string, TombstoneRecord>;
}
export interface LibraryTables {
  feeds: Record<string, { readonly id: string }>;
  tags: Record<string, TagRecord>;
  collections: Record<string, CollectionRecord>;
  settings: Record<string, SettingsRecord>;
  facts: Record<string, FactRecord>;
}

/** `content/<seg>/<id>/meta.json`: enough to rebuild the article's record when its segment is lost. */
export interface ContentMeta {
  readonly v: 1;
  /** The record as it was first stored (tags and collections as names beside it, since ids mean nothing without library.json). */
  readonly record: Omit<ArticleRecord, 'files'>;
  readonly tagNames: readonly string[];
  readonly collectionPaths: readonly string[];
  readonly receipt: Receipt;
}
