import type {
  ArticleLook,
  Colour,
  Icon,
  Receipt,
  ReceiptSummary,
  ReadingPosition,
  RuleActions,
  RuleCondition,
  RuleTrace,
} from '../../contract/entities.ts';
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
  /** The feeds it came from, first seen first; absent for an article saved by hand. */
  readonly feeds?: readonly ArticleFeed[];
  /** How many highlights it has, and how many of them carry a note: written with the highlights themselves. */
  readonly marks?: { readonly highlights: number; readonly notes: number };
  /** How it is set, where that was changed for it alone. */
  readonly look?: ArticleLook;
  /** Earlier versions, oldest first. */
  readonly versions?: readonly VersionRecord[];
  /** What rules did to it when it came, first to last. */
  readonly why?: readonly RuleTrace[];
  /** Version of the extraction that its text is from; absent for articles stored before it was noted here (the receipt may tell). */
  readonly extractorVersion?: number;
  /** Other addresses at which the same text was found, first found first. */
  readonly otherUrls?: readonly string[];
  /** When it was last opened for reading, ISO 8601 UTC. */
  readonly openedAt?: string;
}

/** An earlier version of an article, in `versions/<n>/` of its folder. */
export interface VersionRecord {
  readonly n: number;
  /** When it was captured, ISO 8601 UTC. */
  readonly capturedAt: string;
  /** What took its place: the page saved again, another extraction of the kept page, or an earlier version. */
  readonly replacedBy: 'again' | 'reextract' | 'restore';
  readonly title: string;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl';
  readonly excerpt: string;
  readonly wordCount: number;
  readonly readingMinutes: number;
  readonly leadImage: string | null;
  readonly receipt: ReceiptSummary;
  readonly files: Readonly<Record<string, string>>;
  readonly images: readonly string[];
}

/** Every image that an article needs, those of its earlier versions included. */
export function imagesOf(record: Pick<ArticleRecord, 'images' | 'versions'>): string[] {
  return [...record.images, ...(record.versions ?? []).flatMap(({ images }) => images)];
}

/** One feed an article came from, and the identity of its item there (guid, else link, else hash). */
export interface ArticleFeed {
  readonly feedId: string;
  readonly item: string;
}

/**
 * `highlights` table of a segment: stands beside its article. Anchored as a W3C Web Annotation does it, by quote and by position, so
 * that it survives another extraction of the page (https://www.w3.org/TR/annotation-model/#selectors).
 */
export interface HighlightRecord {
  /** `h` and nine letters or digits. */
  readonly id: string;
  readonly articleId: string;
  /** The words themselves, and up to 64 UTF-16 units before and after them. */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** UTF-16 offsets into the article's text as shown. */
  readonly start: number;
  readonly end: number;
  readonly color: 'yellow' | 'green' | 'blue' | 'pink';
  readonly note: string | null;
  /** Tag ids. */
  readonly tags: readonly string[];
  /** True where the words are no longer in the article: listed, never dropped. */
  readonly orphan: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** `tombstones` table of a segment: what was purged. Repair never brings these back. */
export interface TombstoneRecord {
  readonly id: string;
  readonly purgedAt: string;
}

/** Tables of `library.json`. */
export interface TagRecord {
  readonly id: string;
  /** `news/turkey` stands below `news`. */
  readonly name: string;
  readonly colour?: Colour;
}
export interface CollectionRecord {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly order: number;
  readonly description?: string;
  readonly icon?: Icon;
  readonly colour?: Colour;
}
/** A query kept under a name: shown as a collection, always up to date. */
export interface SmartRecord {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly icon: Icon | null;
  readonly colour: Colour | null;
  readonly order: number;
}
/** What happens by itself to an article that comes. How often it did is the fact `ran:<id>`. */
export interface RuleRecord {
  readonly id: string;
  readonly name: string;
  readonly condition: RuleCondition;
  readonly actions: RuleActions;
  readonly enabled: boolean;
  readonly until: string | null;
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

/** `feeds` table of `library.json`: what the person decided about a feed. What a refresh learns stands in its state. */
export interface FeedRecord {
  /** `f` and nine letters or digits. */
  readonly id: string;
  /** Address that is asked, as it is after permanent redirects. */
  readonly url: string;
  /** The site it belongs to, or null where it names none. */
  readonly siteUrl: string | null;
  /** The person's name for it, otherwise its own; never empty. */
  readonly title: string;
  /** True where the person chose the title, so that the feed's own no longer replaces it. */
  readonly renamed?: boolean;
  /** Names from the root joined with ` / `; empty at the top. A folder is there as long as a feed is in it. */
  readonly folder: string;
  /** ISO 8601 UTC. */
  readonly addedAt: string;
  /** Library path of its icon (`images/ab/<sha256>.png`), or null. */
  readonly icon: string | null;
  readonly settings: FeedSettings;
  /** Attributes of its outline in the list it was imported from that mean nothing to us: they leave again with an export. */
  readonly outline?: Readonly<Record<string, string>>;
}

export interface FeedSettings {
  readonly paused: boolean;
  /** Minutes between two refreshes; null = what the feed and its server ask for. */
  readonly interval: number | null;
  /** Save the page of each item; false = the text that the feed itself carries. */
  readonly fullText: boolean;
  readonly images: boolean;
  readonly keep: KeepPolicy;
  /** Tag ids. */
  readonly tags: readonly string[];
  /** Collection ids. */
  readonly collections: readonly string[];
}

/** Which of a feed's articles stay. What is tagged, starred, collected, highlighted, noted or kept for later stays whatever it says. */
export type KeepPolicy =
  | { readonly kind: 'all' }
  | { readonly kind: 'newest'; readonly count: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'unread' };

/** `feedStates` table of `library.json`, by feed id: what refreshing learned. Losing it costs a refresh, not an article. */
export interface FeedStateRecord {
  readonly id: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** ISO 8601 UTC. */
  readonly checkedAt: string | null;
  readonly okAt: string | null;
  readonly nextAt: string | null;
  /** Refreshes that failed in a row, and since when. */
  readonly failures: number;
  readonly failingSince: string | null;
  readonly error: { readonly code: string; readonly message: string; readonly status: number | null } | null;
  /** A feed that its site offers now, found after this one was not found. */
  readonly offered: string | null;
  /** Something of the last reading that the person may want to know. */
  readonly note: string | null;
  /** Minutes that the feed asks to be left alone. */
  readonly ttl: number | null;
  /** Items of the last reading that were passed over when the feed was new. */
  readonly older: number;
  /** Identities of items that were dealt with, newest last; `-` before those passed over when the feed was new. */
  readonly seen: readonly string[];
  /** What the items of the last reading said, as short sums by their strongest name: what tells an item that was changed since. */
  readonly sums?: Readonly<Record<string, string>>;
}

const table = <R>(): Record<string, R> => ({});

/** Tables of `articles/<seg>.json`, empty, in the order they are written. */
export const SEGMENT_TABLES = {
  articles: table<ArticleRecord>(),
  highlights: table<HighlightRecord>(),
  tombstones: table<TombstoneRecord>(),
};
export type SegmentTables = { [T in keyof typeof SEGMENT_TABLES]: (typeof SEGMENT_TABLES)[T] };

/** Tables of `library.json`, empty, in the order they are written. A new table is one line here: files without it open as if it were empty. */
export const LIBRARY_TABLES = {
  feeds: table<FeedRecord>(),
  feedStates: table<FeedStateRecord>(),
  tags: table<TagRecord>(),
  collections: table<CollectionRecord>(),
  smart: table<SmartRecord>(),
  rules: table<RuleRecord>(),
  settings: table<SettingsRecord>(),
  facts: table<FactRecord>(),
};
export type LibraryTables = { [T in keyof typeof LIBRARY_TABLES]: (typeof LIBRARY_TABLES)[T] };

/** `content/<seg>/<id>/meta.json`: enough to rebuild the article's record when its segment is lost. */
export interface ContentMeta {
  readonly v: 1;
  /** The record as it was first stored (tags and collections as names beside it, since ids mean nothing without library.json). */
  readonly record: Omit<ArticleRecord, 'files'>;
  readonly tagNames: readonly string[];
  readonly collectionPaths: readonly string[];
  readonly receipt: Receipt;
}
