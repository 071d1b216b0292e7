import { z } from 'zod';
import { articleIdSchema, historyItemSchema, appInfoSchema, sidebarSchema, undoStateSchema, undoWordsSchema } from '../entities.ts';
import { settingsPatchSchema, settingsSchema } from '../settings.ts';
import { method, nothing } from './method.ts';

/** `skipped`: a change of which nothing is left to take back, because everything has changed since. */
const takenBack = z.strictObject({
  done: z.string().nullable(),
  skipped: z.string().optional(),
  /** The words of what was done or skipped. */
  words: undoWordsSchema.optional(),
});

/** Methods of the window itself: what it is, its settings, undo. */
export const APP_METHODS = {
  'app.info': method('writer', nothing, appInfoSchema),
  /** What this program runs on; null for Electron in the headless host. `format` = version of the library's folder. */
  'app.about': method('host', nothing, z.strictObject({ node: z.string(), electron: z.string().nullable(), format: z.number().int() })),
  /** The program, the library in numbers, and the log, as one plain text; addresses that the log noted only where they are asked for. */
  'app.diagnostics': method('host', z.strictObject({ addresses: z.boolean() }), z.strictObject({ text: z.string() })),
  'app.sidebar': method('reader', nothing, sidebarSchema),
  'app.openExternal': method('host', z.strictObject({ url: z.string().max(20_000) }), nothing),
  /** Shows an article in a window of its own. `not-supported-here` where a browser opens its windows itself. */
  'app.openArticle': method('host', z.strictObject({ id: articleIdSchema }), nothing),
  /**
   * Saves what the window in use prints as a PDF, where the person says; `name` is offered as the file's name. `not-supported-here` where
   * the browser's own printing does that.
   */
  'app.savePdf': method('host', z.strictObject({ name: z.string().min(1).max(200) }), z.strictObject({ saved: z.boolean() })),

  'undo.state': method('writer', nothing, undoStateSchema),
  'undo.undo': method('writer', nothing, takenBack),
  'undo.redo': method('writer', nothing, takenBack),
  /** Newest first: what could be redone, then what could be undone. */
  'undo.history': method('writer', nothing, z.strictObject({ items: z.array(historyItemSchema) })),
  /** Undoes (redoes) everything from the newest to this one. */
  'undo.to': method(
    'writer',
    z.strictObject({ id: z.number().int() }),
    z.strictObject({
      done: z.array(z.string()),
      skipped: z.array(z.string()),
      /** The words of each that was skipped; null for none. */
      skippedWords: z.array(undoWordsSchema.nullable()).default([]),
    }),
  ),

  'settings.get': method('writer', nothing, settingsSchema),
  'settings.set': method('writer', settingsPatchSchema, settingsSchema),
} as const;
