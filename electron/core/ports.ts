import type { AppEvent } from '../contract/events.ts';
import type { ArticleRow, Backup, Colour, Icon, KnownLibrary, QueryProblem, Sidebar, Snippet, Sort, View } from '../contract/entities.ts';
import type { ArticleRecord, ContentMeta, HighlightRecord, LibraryTables, SmartRecord, TombstoneRecord } from './domain/records.ts';
import type { NamedBy } from './search/names-offered.ts';

/**
 * What the core needs from the outside. Adapters implement these with Node; tests implement them small. Every promise rejects with an
 * `AppError` (core/errors.ts) where the failure is one that a person can be told about.
 */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Random lower-case base 36 text of `length` characters. */
export type RandomText = (length: number) => string;

/** One edit of articles: for each record that changed, what it was and what it is (null = not there). */
export interface ArticleChange {
  readonly id: string;
  readonly before: ArticleRecord | null;
  readonly after: ArticleRecord | null;
}
/** One edit of a highlight; `before` and `after` as with articles. */
export interface HighlightChange {
  readonly id: string;
  readonly articleId: string;
  readonly before: HighlightRecord | null;
  readonly after: HighlightRecord | null;
}
export type ArticleEdit = (record: ArticleRecord | null) => ArticleRecord | null;
/** Gets all highlights of an article in the order of its text and gives those it shall have; the same reference = no change. */
export type HighlightEdit = (highlights: readonly HighlightRecord[]) => readonly HighlightRecord[];

export interface Commit {
  /**
   * Journal sequence number for the index to note: where one journal line holds several commits, all but the last carry the number
   * before it, so an index that applied commits in the order they resolved never claims more than it has.
   */
  readonly seq: number;
  readonly changes: readonly ArticleChange[];
  /** Highlights that were made, changed or removed; left out where there were none. */
  readonly highlights?: readonly HighlightChange[];
  /** True where library.json's tables (tags, collections, settings…) changed. */
  readonly libraryChanged: boolean;
}

/** What opening had to recover, in plain English: not problems. */
export interface OpenReport {
  readonly notes: readonly string[];
  /** Committed data that was found missing or damaged on opening and could not be recovered. */
  readonly problems: readonly { message: string; path: string | null }[];
}

/**
 * The lowdb documents behind the journal. One writer. Every write is acknowledged only when durable; a failed write rolls memory back
 * and turns the store read-only (`readOnly` gives the sentence).
 */
export interface LibraryStore {
  readonly root: string;
  readonly seq: number;
  readonly readOnly: string | null;
  readonly report: OpenReport;
  /** Told when the store turns read-only. */
  onReadOnly(listener: (reason: string) => void): void;
  /**
   * Told of records that came back outside an edit: a damaged segment was rebuilt when it was first read, or a library check adopted a
   * folder or asks for articles to be indexed again (`before` is null for all). The index must apply it like any commit.
   */
  onRecovered(listener: (commit: Commit) => void | Promise<void>): void;
  /** Snapshot of library.json's tables. Frozen. */
  readonly library: Readonly<LibraryTables>;
  get(id: string): Promise<ArticleRecord | null>;
  /** In the order asked, unknown ids left out. */
  getMany(ids: readonly string[]): Promise<ArticleRecord[]>;
  /**
   * All articles, oldest segment first; `changedAfter` limits to segments with a change after that seq, `from` to a segment and those after
   * it. Never pins more than one segment. `share` = how much of it all has been given, 0–1.
   */
  scan(options?: { changedAfter?: number; from?: string }): AsyncIterable<{
    segment: string;
    articles: ArticleRecord[];
    highlights: HighlightRecord[];
    tombstones: TombstoneRecord[];
    share: number;
  }>;
  /** An article's highlights, in the order of its text; none for an article that is not there. */
  highlights(articleId: string): Promise<HighlightRecord[]>;
  /** An id in the newest segment that has room, unused and without a folder. */
  allocateId(): Promise<string>;
  /**
   * One atomic change. `articles` maps ids to an edit of the current record (null in = not there; null out = delete; the same reference
   * out = no change). `highlights` maps ids of articles to an edit of their highlights, after the edit of the article itself; the
   * article's `marks` are kept in step, and highlights go where their article goes. `library` edits a draft copy of the tables by replacing records. Large edits (over 1,000 articles) are split by
   * segment into several journal lines, each atomic.
   */
  commit(edit: {
    articles?: ReadonlyMap<string, ArticleEdit>;
    highlights?: ReadonlyMap<string, HighlightEdit>;
    tombstones?: readonly TombstoneRecord[];
    library?: (draft: LibraryTables) => void;
  }): Promise<Commit>;
  /** Folds the journal into the documents. Runs by itself when idle or at 4 MB; edits go on meanwhile. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
}

/** What a backup has of one segment. */
export interface BackupPart {
  /** Articles that can be put back: their files are there. */
  readonly articles: readonly ArticleRecord[];
  readonly highlights: readonly HighlightRecord[];
  /** Articles of the backup that cannot: they were deleted for good since. */
  readonly gone: number;
}

/** Copies of the documents, in the library's own folder. */
export interface Backups {
  /** Finished ones, newest first. */
  list(): Promise<Backup[]>;
  /** Edits go on meanwhile. Those whose time has passed go, but not `keep`, which is about to be restored. */
  make(reason: Backup['reason'], keep?: string): Promise<Backup>;
  /** Makes one where a day has passed since the newest. A failure is noted in the store's report; it never rejects. */
  daily(): Promise<void>;
  /** library.json's tables as the backup has them; null where they are damaged there. */
  library(id: string): Promise<LibraryTables | null>;
  /** Its segments, oldest first; the ones that are damaged in it are left out. */
  parts(id: string): AsyncIterable<BackupPart>;
}

/** A file of an article that is not as it was saved, as the scrub finds it. */
export interface FoundFault {
  readonly kind: 'damaged' | 'missing';
  /** Within the library, with `/`. */
  readonly path: string;
  readonly message: string;
}

/** Compares files with what was stored. */
export interface FileCheck {
  /**
   * Looks at an article's files, earlier versions and images, read in small pieces with `breathe` in between. What is edited or saved anew
   * meanwhile is no fault. `images` remembers those that several articles share.
   */
  faultsOf(article: ArticleRecord, images: Map<string, FoundFault['kind'] | null>, breathe: () => Promise<void>): Promise<FoundFault[]>;
  /** What was kept last, in this session or an earlier one; null where there is nothing. It may be from another version. */
  recall(): Promise<unknown>;
  /** Keeps where the scrub stands. Never rejects: what is lost is looked at again. */
  keep(state: unknown): Promise<void>;
}

/** How large the library's files are, in bytes. What vanishes meanwhile counts nothing. */
export interface DiskSizes {
  /** Every stored image, by library path, referred to or not. Rejects with `cancelled` where the signal says so. */
  images(signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** An article's folder with everything in it. */
  article(id: string): Promise<number>;
  /** Everything else. */
  parts(): Promise<{ backups: number; cache: number; documents: number }>;
}

/** Keeps the catalogue's file (see core/library/catalogue.ts) in the cache. Losing it costs one reading of the library. */
export interface CatalogueCache {
  /** As it was written, or null. With `first`, so many bytes of its beginning, whatever the rest is. */
  read(first?: number): Promise<Uint8Array | null>;
  /** Never rejects: an older file, or none, is as good. */
  write(bytes: Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

/** Content and images as files. Paths are library-relative with `/`. All writes are atomic and durable before they return. */
export interface ContentStore {
  /** Stores the article's folder; meta.json comes last. Returns sha256 by file name. */
  write(
    id: string,
    files: {
      articleHtml: string;
      text: string;
      sourceGz: Uint8Array | null;
      /** A file kept as it came. */
      original?: { readonly name: string; readonly bytes: Uint8Array };
      meta: Omit<ContentMeta, 'record'> & { record: Omit<ArticleRecord, 'files'> };
    },
  ): Promise<Record<string, string>>;
  /** The page as it was fetched, unpacked; null where none is kept. */
  readSource(id: string): Promise<Uint8Array | null>;
  /** Keeps the article's files as version `n`, its document as `articleHtml`. Returns sha256 by file name. */
  keepVersion(id: string, n: number, articleHtml: string): Promise<Record<string, string>>;
  /** Puts the files of version `n` in the place of the article's, its document as `articleHtml`. Returns sha256 by file name. */
  putVersionBack(id: string, n: number, articleHtml: string): Promise<Record<string, string>>;
  readVersion(id: string, n: number): Promise<{ html: string; text: string; meta: ContentMeta }>;
  removeVersion(id: string, n: number): Promise<void>;
  /** The bytes of a stored image; null where it is missing. */
  readImage(path: string): Promise<Uint8Array | null>;
  readHtml(id: string): Promise<string>;
  /** The sha256 that a file of this text has, as `write` gives it. */
  sumOf(text: string): string;
  /** False where the article's document is missing or cannot be read. */
  hasHtml(id: string): Promise<boolean>;
  readText(id: string): Promise<string>;
  readMeta(id: string): Promise<ContentMeta>;
  /** Content-addressed; storing the same bytes again is free. `extension` without dot. */
  putImage(bytes: Uint8Array, extension: string): Promise<{ path: string; sha256: string; bytes: number }>;
  removeContent(id: string): Promise<void>;
  /** Removes images that no id in `referenced` names; keeps those younger than an hour (an ingest may be under way). */
  sweepImages(referenced: ReadonlySet<string>): Promise<{ removed: number; bytes: number }>;
  folderOf(id: string): string;
}

/** A document as the index sees it. */
export interface IndexDocument {
  readonly record: ArticleRecord;
  readonly tags: readonly { id: string; name: string }[];
  /** The article's collections and all their ancestors are in `collectionIds`; `collections` are its own with paths. */
  readonly collections: readonly { id: string; path: string }[];
  readonly collectionIds: readonly string[];
  /** Full plain text; null = the text has not changed since the document was last indexed (only columns need an update). */
  readonly text: string | null;
}

/** Names the index needs to answer `tag:` and `in:` and to fill the sidebar. */
export interface IndexNames {
  readonly tags: readonly { id: string; name: string; colour?: Colour }[];
  readonly collections: readonly {
    id: string;
    name: string;
    parentId: string | null;
    order: number;
    description?: string;
    icon?: Icon;
    colour?: Colour;
  }[];
  /** Smart collections; none where it is left out. */
  readonly smart?: readonly SmartRecord[];
  /** Feeds; none where they are left out. `folder` = names from the root joined with ` / `, empty at the top. */
  readonly feeds?: readonly { id: string; title: string; folder: string }[];
}

export interface IndexWriter {
  readonly mode: 'fts' | 'scan';
  /** Seq up to which the index is in step; 0 when it is new or was thrown away. */
  readonly appliedSeq: number;
  /** One transaction; afterwards readers see it. */
  apply(batch: { seq: number; upsert: readonly IndexDocument[]; remove: readonly string[]; names: IndexNames | null }): Promise<void>;
  /** The stamp (see core/search/stamp.ts) of each article as it was last indexed, by id: a rebuild that was cut short goes on from there. */
  stamps?(): Promise<ReadonlyMap<string, number>>;
  /** Ids the index holds (verify compares them with the store). */
  ids(): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

export interface ListRequest {
  readonly view: View;
  readonly query: string;
  readonly keep: readonly string[];
  /** Relevance where it is left out. */
  readonly sort?: Sort | undefined;
}

/** Answers from the index (or the scan). Synchronous inside one thread; the reader thread wraps it. */
export type GroupBy = 'day' | 'source';

export interface IndexReader {
  list(request: ListRequest & { offset: number; limit: number }): {
    total: number;
    rows: ArticleRow[];
    problems: QueryProblem[];
    didYouMean: string[];
  };
  ids(request: ListRequest & { offset: number; limit: number }): string[];
  seekUnread(request: ListRequest & { from: number; step: 1 | -1 }): { index: number; id: string } | null;
  indexOf(request: ListRequest & { id: string }): number | null;
  /** Neighbours alike in day or source, in the order of the list. Empty where the list has another order. */
  groups(request: ListRequest & { by: GroupBy }): { key: string; count: number }[];
  rows(ids: readonly string[]): ArticleRow[];
  snippets(query: string, ids: readonly string[]): Record<string, Snippet>;
  /** Sources or bylines to offer for what is typed, those of most of the articles looked at first. */
  namesLike(by: NamedBy, typed: string): string[];
  sidebar(): Sidebar;
  close(): void;
}

/** A set of contract methods that run in one place (the writer thread, the reader thread, or the host). Input is validated already. */
export interface Service {
  call(method: string, input: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export type EventSink = (event: AppEvent) => void;

/** A page after its scripts have run: where it ended, and its HTML. */
export interface RenderedPage {
  readonly url: string;
  readonly html: string;
}

/** What a host lends to the core. */
export interface HostPowers {
  /** Opens an http(s) or mailto address outside, in the person's browser. */
  openExternal(url: string): Promise<void>;
  /** Opens a file of the library (its path there, with `/`) in the program for it; missing where the window can show it itself. */
  openFile?(path: string): Promise<void>;
  /** Shows an article in a window of its own; missing where the host opens no windows. */
  openArticle?(id: string): Promise<void>;
  /** Saves what the window in use prints, where the person says; false where they say nowhere. Missing where a browser does that. */
  savePdf?(name: string): Promise<boolean>;
  /** Loads a page with its scripts and gives what it came to. Missing where the host has no browser of its own. */
  render?(url: string): Promise<RenderedPage>;
  /** Lets the person choose a folder: its absolute path, or null. Missing where the host has no window of its own. */
  chooseFolder?(): Promise<string | null>;
  /** What the program is, and what went wrong lately; missing in tests of the core. */
  readonly program?: ProgramFacts;
  /** Missing where the library cannot be exchanged. */
  readonly places?: LibraryPlaces;
}

export interface ProgramFacts {
  readonly about: { readonly node: string; readonly electron: string | null; readonly format: number };
  diagnostics(addresses: boolean): Promise<string>;
}

/** Where this person's libraries are. Paths are absolute. */
export interface LibraryPlaces {
  list(): Promise<{ libraries: KnownLibrary[]; removable: string[] }>;
  open(path: string): Promise<void>;
  create(path: string, name: string | undefined): Promise<void>;
  forget(path: string): Promise<void>;
  move(path: string): Promise<{ from: string; files: number; bytes: number }>;
  removeOld(path: string): Promise<void>;
}
