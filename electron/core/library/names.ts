import { PATH_SEPARATOR, lineage, pathOf } from '../domain/collection-paths.ts';
import type { ArticleRecord, LibraryTables } from '../domain/records.ts';

/** Two spellings of one name: case and composed characters aside, and inner spaces. */
export function nameKey(name: string): string {
  return tidyName(name).toLowerCase();
}

/** A name as it is kept: NFC, one space at a time. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** `News / Turkey` as its names from the root. Only a slash between spaces separates, so that `AC/DC` is one name. */
export function pathNames(path: string): string[] {
  return tidyName(path)
    .split(PATH_SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Tags of a record with their names; ids that no longer mean anything are left out. */
export function tagsOf(record: ArticleRecord, library: Readonly<LibraryTables>): { id: string; name: string }[] {
  return record.tags.flatMap((id) => {
    const tag = library.tags[id];
    return tag ? [{ id, name: tag.name }] : [];
  });
}

/** Collections of a record with their paths. */
export function collectionsOf(record: ArticleRecord, library: Readonly<LibraryTables>): { id: string; path: string }[] {
  return record.collections.filter((id) => library.collections[id]).map((id) => ({ id, path: pathOf(id, library.collections) }));
}

/** A record's collections and everything above them. */
export function ancestorsOf(record: ArticleRecord, library: Readonly<LibraryTables>): string[] {
  return [...new Set(record.collections.flatMap((id) => lineage(id, library.collections).map((collection) => collection.id)))];
}

/** `id` and everything below it. */
export function subtree(id: string, collections: LibraryTables['collections']): string[] {
  const all = Object.values(collections);
  const found = new Set([id]);
  for (let grew = true; grew;) {
    grew = false;
    for (const { id: child, parentId } of all) {
      if (parentId === null || found.has(child) || !found.has(parentId)) continue;
      found.add(child);
      grew = true;
    }
  }
  return [...found];
}
