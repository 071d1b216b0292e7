import { z } from 'zod';
import { appInfoSchema, sidebarSchema, undoStateSchema } from '../entities.ts';
import { settingsPatchSchema, settingsSchema } from '../settings.ts';
import { method, nothing } from './method.ts';

/** Methods of the window itself: what it is, its settings, undo. */
export const APP_METHODS = {
  'app.info': method('writer', nothing, appInfoSchema),
  'app.sidebar': method('reader', nothing, sidebarSchema),
  'app.openExternal': method('host', z.strictObject({ url: z.string().max(20_000) }), nothing),

  'undo.state': method('writer', nothing, undoStateSchema),
  'undo.undo': method('writer', nothing, z.strictObject({ done: z.string().nullable() })),
  'undo.redo': method('writer', nothing, z.strictObject({ done: z.string().nullable() })),

  'settings.get': method('writer', nothing, settingsSchema),
  'settings.set': method('writer', settingsPatchSchema, settingsSchema),
} as const;
