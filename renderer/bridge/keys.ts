import type { Sort, View } from '../../electron/contract/entities.ts';

/** What a list shows: a view narrowed by a query. */
export interface ListOf {
  readonly view: View;
  readonly query: string;
  /** Counts visits: a view that was left and entered again is a new list (the rows kept because they were just read are gone). */
  readonly visit: number;
  /** Left out = the usual order. */
  readonly sort?: Sort | undefined;
}

export const keys = {
  info: ['info'] as const,
  sidebar: ['sidebar'] as const,
  settings: ['settings'] as const,
  /** Changes of settings that are under way. */
  setSettings: ['set-settings'] as const,
  jobs: ['jobs'] as const,
  undo: ['undo'] as const,
  feeds: ['feeds'] as const,
  watch: ['watch'] as const,
  health: ['health'] as const,
  duplicates: ['health', 'duplicates'] as const,
  outdated: ['health', 'outdated'] as const,
  backups: ['health', 'backups'] as const,
  diskUse: ['health', 'disk-use'] as const,
  places: ['places'] as const,
  lists: ['list'] as const,
  list: (of: ListOf) => ['list', of] as const,
  page: (of: ListOf, page: number) => ['list', of, page] as const,
  snippets: (query: string, ids: readonly string[]) => ['snippets', query, ids] as const,
  names: (by: 'source' | 'byline', typed: string) => ['names', by, typed] as const,
  articles: ['article'] as const,
  article: (id: string) => ['article', id] as const,
  highlights: ['highlights'] as const,
  highlightsOf: (id: string) => ['highlights', 'of', id] as const,
  highlightList: (filter: object, limit: number) => ['highlights', 'list', filter, limit] as const,
  versions: (id: string) => ['versions', id] as const,
  contents: ['content'] as const,
  content: (id: string) => ['content', id] as const,
};
