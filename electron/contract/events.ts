import type { AppInfo, ArticleRow, Feed, Job, JobTotals, MoveProgress, Sidebar, UndoState } from './entities.ts';
import type { WatchStatus } from './entities/watch.ts';
import type { Settings } from './settings.ts';

/** What the core announces. Events carry the changed rows, so that a window patches what it shows instead of asking again. */
export type AppEvent =
  /**
   * Committed and searchable. `rows` = articles whose row changed (at most 500; `more` is true where there were more, and lists
   * must be asked again). `added` / `removed` = articles that came into or left the library or the trash.
   */
  | { type: 'articles'; rows: ArticleRow[]; added: string[]; removed: string[]; more: boolean }
  /** Highlights of these articles were made, changed or removed. */
  | { type: 'highlights'; articles: string[] }
  | { type: 'sidebar'; sidebar: Sidebar }
  /**
   * The jobs worth a line (all, or of many those that run, failed, come next or ended last), oldest first, and the numbers of all: replaces
   * what a window knew. At most about ten a second; the last state always comes.
   */
  | { type: 'jobs'; jobs: Job[]; totals: JobTotals }
  /** The bodies of these articles are others than before (saved again, extracted again, an earlier version): ask for them again. */
  | { type: 'content'; ids: string[] }
  | { type: 'undo'; state: UndoState }
  /** Feeds that came, changed (settings, health) or went. At most about three a second; the last state always comes. */
  | { type: 'feeds'; changed: Feed[]; removed: string[] }
  | { type: 'watch'; status: WatchStatus }
  /** The background's comparison of files began, ended, or found something: see `library.health`. */
  | { type: 'health' }
  /** The library is being moved; null = it is not any more. */
  | { type: 'move'; progress: MoveProgress | null }
  | { type: 'settings'; settings: Settings }
  /** Read-only state, search mode or path changed; after an import everything must be asked again (`replaced`). */
  | { type: 'library'; info: AppInfo; replaced: boolean };

export type AppEventType = AppEvent['type'];
