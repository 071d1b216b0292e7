import type { Feed } from '../../contract/entities.ts';
import type { FeedSettings, LibraryTables } from '../domain/records.ts';
import { ensureCollections } from '../library/collection-names.ts';
import { ensureTags } from '../library/tag-names.ts';
import type { RandomText } from '../ports.ts';
import type { LibraryChange } from '../undo/library-change.ts';

export type SettingsInput = { readonly [K in keyof Feed['settings']]?: Feed['settings'][K] | undefined };

/** Settings as they are kept: names become ids, and tags and collections that are missing are made. Only what is given is in the patch. */
export function settingsPatch(
  input: SettingsInput,
  library: Readonly<LibraryTables>,
  random: RandomText,
): { patch: Partial<FeedSettings>; made: LibraryChange[] } {
  const { tags: tagNames, collections: paths, ...plain } = input;
  const tags = tagNames && ensureTags(tagNames, library, random);
  const collections = paths && ensureCollections(paths, library, random);
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as Partial<FeedSettings>;
  return {
    patch: { ...given, ...(tags && { tags: tags.ids }), ...(collections && { collections: collections.ids }) },
    made: [...(tags?.made ?? []), ...(collections?.made ?? [])],
  };
}
