import { z } from 'zod';
import { LANGUAGES, type LanguageSetting } from './languages.ts';
import { sortSchema } from './entities/sort.ts';
import { KEY_PRESETS } from './key-presets.table.ts';
import { SETTINGS_DEFAULTS as D } from './settings-defaults.ts';

/** Everything the person can set; kept in library.json, one record. New fields get a default, so that old libraries open. */
export const settingsSchema = z.strictObject({
  /** Of the window's words; `system` = the first of the computer's languages that is here. */
  language: z.enum(['system', ...LANGUAGES.map(({ id }) => id)] as [LanguageSetting, ...LanguageSetting[]]).default(D.language),
  theme: z.enum(['system', 'light', 'sepia', 'dark', 'black']).default(D.theme),
  /** Reader text, CSS pixels. */
  fontSize: z.number().int().min(12).max(32).default(D.fontSize),
  lineHeight: z.number().min(1.3).max(2.2).default(D.lineHeight),
  /** Line length in `ch`. */
  measure: z.number().int().min(45).max(80).default(D.measure),
  fontFamily: z.enum(['serif', 'sans', 'mono', 'dyslexia']).default(D.fontFamily),
  /** Lines as long as one another. */
  justify: z.boolean().default(D.justify),
  density: z.enum(['compact', 'comfortable', 'cards']).default(D.density),
  /** How each list is shown, by its view (`unread`, `tag:t…`): what is left out is as usual. */
  listLooks: z
    .record(
      z.string().max(600),
      z.strictObject({
        sort: sortSchema.optional(),
        group: z.enum(['none', 'day', 'source']).optional(),
        density: z.enum(['compact', 'comfortable', 'cards']).optional(),
      }),
    )
    .default(D.listLooks),
  /** Pane widths in CSS pixels. */
  sidebarWidth: z.number().min(160).max(480).default(D.sidebarWidth),
  listWidth: z.number().min(240).max(720).default(D.listWidth),
  sidebarCollapsed: z.boolean().default(D.sidebarCollapsed),
  listCollapsed: z.boolean().default(D.listCollapsed),
  /** Ids of collections closed in the sidebar. */
  closedCollections: z.array(z.string()).default(D.closedCollections),
  /** What was chosen in the palette, newest first. */
  paletteRecent: z.array(z.string().max(600)).max(50).default(D.paletteRecent),
  /** Single-key shortcuts (WCAG 2.1.4). */
  singleKeys: z.boolean().default(D.singleKeys),
  /** The keys to start from. */
  keyPreset: z.enum(KEY_PRESETS).default(D.keyPreset),
  /** The person's own keys by command id, instead of the preset's: `{"article.toggleStar": ["Shift+S"]}`. An empty list takes them away. */
  keys: z.record(z.string().max(100), z.array(z.string().min(1).max(40)).max(8)).default(D.keys),
  /** Remember what was searched for. */
  keepSearches: z.boolean().default(D.keepSearches),
  /** Newest first. */
  recentSearches: z.array(z.string().max(2000)).max(20).default(D.recentSearches),
  markReadOnOpen: z.boolean().default(D.markReadOnOpen),
  /** Megabytes (10^6 bytes). */
  maxPageMb: z.number().int().min(1).max(500).default(D.maxPageMb),
  maxImageMb: z.number().int().min(1).max(500).default(D.maxImageMb),
  maxArticleMb: z.number().int().min(1).max(2000).default(D.maxArticleMb),
  /** Absolute path of the folder whose new files are saved; empty = none is watched. */
  watchFolder: z.string().max(4000).default(D.watchFolder),
  /** Saved files are moved to `Saved` in the watched folder. */
  watchMove: z.boolean().default(D.watchMove),
  /** The log may note addresses and file names of what failed. */
  logAddresses: z.boolean().default(D.logAddresses),
  /** The first-run card has been closed. */
  welcomed: z.boolean().default(D.welcomed),
});
export type Settings = z.infer<typeof settingsSchema>;
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

type Shape = (typeof settingsSchema)['shape'];
/** Some of the settings. Without the defaults, which `partial()` would fill in, and so reset whatever the patch does not name. */
export const settingsPatchSchema = z.strictObject(
  Object.fromEntries(Object.entries(settingsSchema.shape).map(([key, schema]) => [key, schema.unwrap().optional()])) as {
    [K in keyof Shape]: z.ZodOptional<ReturnType<Shape[K]['unwrap']>>;
  },
);
