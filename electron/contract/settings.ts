import { z } from 'zod';

/** Everything the person can set; kept in library.json, one record. New fields get a default, so that old libraries open. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'sepia', 'dark', 'black']).default('system'),
  /** Reader text, CSS pixels. */
  fontSize: z.number().int().min(12).max(32).default(18),
  lineHeight: z.number().min(1.3).max(2.2).default(1.6),
  /** Line length in `ch`. */
  measure: z.number().int().min(45).max(80).default(66),
  fontFamily: z.enum(['serif', 'sans', 'mono', 'dyslexia']).default('serif'),
  density: z.enum(['compact', 'comfortable', 'cards']).default('comfortable'),
  /** Pane widths in CSS pixels. */
  sidebarWidth: z.number().min(160).max(480).default(240),
  listWidth: z.number().min(240).max(720).default(380),
  sidebarCollapsed: z.boolean().default(false),
  listCollapsed: z.boolean().default(false),
  /** Ids of collections closed in the sidebar. */
  closedCollections: z.array(z.string()).default([]),
  /** Single-key shortcuts (WCAG 2.1.4). */
  singleKeys: z.boolean().default(true),
  markReadOnOpen: z.boolean().default(true),
  /** Megabytes (10^6 bytes). */
  maxPageMb: z.number().int().min(1).max(500).default(20),
  maxImageMb: z.number().int().min(1).max(500).default(25),
  maxArticleMb: z.number().int().min(1).max(2000).default(100),
  /** The first-run card has been closed. */
  welcomed: z.boolean().default(false),
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
