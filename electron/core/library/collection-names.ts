import { PATH_SEPARATOR } from '../domain/collection-paths.ts';
import { makeCollectionId } from '../domain/ids.ts';
import type { CollectionRecord, LibraryTables } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { RandomText } from '../ports.ts';
import { type LibraryChange, previewLibrary } from '../undo/library-change.ts';
import { nameKey, pathNames, tidyName } from './names.ts';
import { quoted } from './words.ts';

/** Collections directly below a parent (null = top level), as the sidebar shows them. */
export function siblings(parentId: string | null, collections: LibraryTables['collections']): CollectionRecord[] {
  return Object.values(collections)
    .filter((collection) => collection.parentId === parentId)
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
}

/** A collection's name fit to keep. Throws `name-taken` where a sibling has it, `invalid-input` where it reads as a path. */
export function freeName(name: string, parentId: string | null, self: string | null, library: Readonly<LibraryTables>): string {
  const wanted = tidyName(name);
  if (wanted.includes(PATH_SEPARATOR)) {
    throw new AppError('invalid-input', `A collection's name cannot contain ${quoted(PATH_SEPARATOR)}: that separates nested collections.`);
  }
  const taken = siblings(parentId, library.collections).find((other) => other.id !== self && nameKey(other.name) === nameKey(wanted));
  if (taken) {
    throw new AppError('name-taken', `There is already a collection ${quoted(taken.name)} in that place. Choose another name.`, {
      details: { id: taken.id },
    });
  }
  return wanted;
}

/**
 * The collections below one that is deleted, as they stand in its place: last among its siblings, in their order. One whose name is taken
 * there says where it came from, as `Ports (News)`.
 */
export function movedUp(gone: CollectionRecord, below: readonly CollectionRecord[], library: Readonly<LibraryTables>): CollectionRecord[] {
  const stay = siblings(gone.parentId, library.collections).filter(({ id }) => id !== gone.id);
  const last = siblings(gone.parentId, library.collections).at(-1)?.order ?? 0;
  const taken = new Set(stay.map(({ name }) => nameKey(name)));
  const own = new Set(below.map(({ name }) => nameKey(name)));
  return below.map((child, index) => {
    let name = child.name;
    for (let count = 1; taken.has(nameKey(name)) || (name !== child.name && own.has(nameKey(name))); count++) {
      name = `${child.name} (${gone.name}${count === 1 ? '' : ` ${count}`})`;
    }
    taken.add(nameKey(name));
    return { ...child, name, parentId: gone.parentId, order: last + 1 + index };
  });
}

/** A new collection at the end of its siblings. */
export function newCollection(
  name: string,
  parentId: string | null,
  library: Readonly<LibraryTables>,
  random: RandomText,
): CollectionRecord {
  const last = siblings(parentId, library.collections).at(-1);
  return { id: makeCollectionId(random), name, parentId, order: (last?.order ?? 0) + 1 };
}

/** Ids for collection paths, in order and once each, with the collections that have to be made for them. */
export function ensureCollections(
  paths: readonly string[],
  library: Readonly<LibraryTables>,
  random: RandomText,
): { ids: string[]; made: LibraryChange[] } {
  let preview: Readonly<LibraryTables> = library;
  const made: LibraryChange[] = [];
  const ids = paths.flatMap((path) => {
    let parentId: string | null = null;
    for (const name of pathNames(path)) {
      const found: CollectionRecord | undefined = siblings(parentId, preview.collections).find(
        (other) => nameKey(other.name) === nameKey(name),
      );
      const collection: CollectionRecord = found ?? newCollection(name, parentId, preview, random);
      if (!found) {
        const change: LibraryChange = { table: 'collections', id: collection.id, before: null, after: collection };
        made.push(change);
        preview = previewLibrary(preview, [change]);
      }
      parentId = collection.id;
    }
    return parentId ?? [];
  });
  return { ids: [...new Set(ids)], made };
}
