import { makeTagId } from '../domain/ids.ts';
import type { LibraryTables, TagRecord } from '../domain/records.ts';
import type { RandomText } from '../ports.ts';
import type { LibraryChange } from '../undo/library-change.ts';
import { nameKey, tidyName } from './names.ts';

/** The tag of that name, however it is spelled in case and composition. */
export function tagNamed(name: string, library: Readonly<LibraryTables>): TagRecord | null {
  const key = nameKey(name);
  return Object.values(library.tags).find((tag) => nameKey(tag.name) === key) ?? null;
}

/** Ids for tag names, in order and once each, with the tags that have to be made for them. */
export function ensureTags(
  names: readonly string[],
  library: Readonly<LibraryTables>,
  random: RandomText,
): { ids: string[]; made: LibraryChange[] } {
  const known = new Map(Object.values(library.tags).map((tag) => [nameKey(tag.name), tag.id]));
  const made: LibraryChange[] = [];
  const ids = names.map((name) => {
    const key = nameKey(name);
    const found = known.get(key);
    if (found !== undefined) return found;
    const id = makeTagId(random);
    known.set(key, id);
    made.push({ table: 'tags', id, before: null, after: { id, name: tidyName(name) } });
    return id;
  });
  return { ids: [...new Set(ids)], made };
}
