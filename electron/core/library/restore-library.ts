import type { LibraryTables } from '../domain/records.ts';
import { nameKey } from './names.ts';

export interface MergedLibrary {
  readonly tables: LibraryTables;
  /** Ids of tags and collections that gave way to one of the backup with the same name, and that one's id. */
  readonly renamed: ReadonlyMap<string, string>;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string | null;
}

/**
 * The library's tables with a backup's put back: what the backup has is as it was there, what came since stays. A tag or collection
 * that came since under a name that the backup has too becomes the backup's. Facts are what this library knows by now.
 */
export function mergeLibrary(now: Readonly<LibraryTables>, then: Readonly<LibraryTables>): MergedLibrary {
  const renamed = new Map<string, string>();
  const merge = <T extends Named>(present: Readonly<Record<string, T>>, earlier: Readonly<Record<string, T>>): Record<string, T> => {
    const taken = new Map(Object.values(earlier).map((record) => [placeOf(record), record.id]));
    const result = { ...earlier };
    for (const [id, record] of Object.entries(present)) {
      if (earlier[id]) continue;
      const twin = taken.get(placeOf(record));
      if (twin === undefined) result[id] = record;
      else renamed.set(id, twin);
    }
    return result;
  };
  const tags = merge(now.tags, then.tags);
  const collections = merge(now.collections, then.collections);
  for (const [id, record] of Object.entries(collections)) {
    const parentId = record.parentId === null ? null : (renamed.get(record.parentId) ?? record.parentId);
    if (parentId !== record.parentId) collections[id] = { ...record, parentId };
  }
  const others = Object.fromEntries(
    Object.keys({ ...now, ...then }).map((name) => {
      const table = name as keyof LibraryTables;
      return [name, { ...now[table], ...then[table] }];
    }),
  ) as unknown as LibraryTables;
  return { tables: { ...others, tags, collections, facts: { ...then.facts, ...now.facts } }, renamed };
}

function placeOf({ name, parentId }: Named): string {
  return `${parentId ?? ''}/${nameKey(name)}`;
}
