import type { Sort } from './entities/sort.ts';
import type { KeyPreset } from './key-presets.table.ts';
import type { LanguageSetting } from './languages.ts';

/** What every setting is until the person sets it. Apart from the schema, so that the window can have it without the validator. */
export const SETTINGS_DEFAULTS = {
  language: 'system' as LanguageSetting,
  theme: 'system' as const,
  fontSize: 18,
  lineHeight: 1.6,
  measure: 66,
  fontFamily: 'serif' as const,
  justify: false,
  density: 'comfortable' as const,
  listLooks: {} as Record<
    string,
    { sort?: Sort | undefined; group?: 'none' | 'day' | 'source' | undefined; density?: 'compact' | 'comfortable' | 'cards' | undefined }
  >,
  sidebarWidth: 240,
  listWidth: 380,
  sidebarCollapsed: false,
  listCollapsed: false,
  closedCollections: [] as string[],
  paletteRecent: [] as string[],
  singleKeys: true,
  keyPreset: 'offprint' as KeyPreset,
  keys: {} as Record<string, string[]>,
  keepSearches: true,
  recentSearches: [] as string[],
  markReadOnOpen: true,
  maxPageMb: 20,
  maxImageMb: 25,
  maxArticleMb: 100,
  watchFolder: '',
  watchMove: false,
  logAddresses: false,
  welcomed: false,
};
