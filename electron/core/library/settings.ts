import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../contract/settings.ts';
import type { LibraryTables } from '../domain/records.ts';
import type { Context, Handlers } from './context.ts';

/** What is set, with a default for everything else. A stored value that no longer fits its field falls back to the default. */
export function settingsOf(library: Readonly<LibraryTables>): Settings {
  const stored = library.settings['settings']?.value ?? {};
  const fields = Object.entries(settingsSchema.shape).flatMap(([key, schema]) => {
    const value = (stored as Record<string, unknown>)[key];
    const parsed = value === undefined ? null : schema.safeParse(value);
    return parsed?.success ? [[key, parsed.data] as const] : [];
  });
  return { ...DEFAULT_SETTINGS, ...(Object.fromEntries(fields) as Partial<Settings>) };
}

/** Settings live in the library, so that both hosts and every window share them. */
export function settingsMethods(context: Context, onChange: () => void): Handlers<'settings.get' | 'settings.set'> {
  const { store, emit } = context.deps;
  return {
    'settings.get': async () => settingsOf(store.library),
    'settings.set': async (patch) => {
      const changes = Object.entries(patch).filter(([, value]) => value !== undefined);
      await context.committer.change(() => {
        const now = settingsOf(store.library) as Record<string, unknown>;
        if (changes.every(([key, value]) => JSON.stringify(now[key]) === JSON.stringify(value))) return null;
        return {
          tables: (draft) => {
            const value = { ...draft.settings['settings']?.value, ...(Object.fromEntries(changes) as Partial<Settings>) };
            draft.settings = { ...draft.settings, settings: { id: 'settings', value } };
          },
        };
      });
      const settings = settingsOf(store.library);
      emit({ type: 'settings', settings });
      onChange();
      return settings;
    },
  };
}
