import type { Collection } from '../../contract/entities.ts';
import { nameKey, pathNames } from '../../core/library/names.ts';
import { UsageError } from './arguments.ts';
import type { LibraryConnection } from './library-connection.ts';

/** The collection at a path (`News / Turkey`), made level by level where it is missing. Answers with its id. */
export async function ensureCollection(library: LibraryConnection, path: string): Promise<string> {
  const { collections } = await library.call('app.sidebar', {});
  let parentId: string | null = null;
  for (const name of pathNames(path)) {
    const found = collections.find((one) => one.parentId === parentId && nameKey(one.name) === nameKey(name));
    parentId = found?.id ?? (await library.call('collections.create', { name, parentId })).id;
  }
  if (parentId === null) throw new UsageError('The name of a collection cannot be empty.');
  return parentId;
}

/** Every collection before those inside it; siblings as the sidebar shows them. One that hangs on nothing comes last. */
export function inTreeOrder(collections: readonly Collection[]): Collection[] {
  const ordered: Collection[] = [];
  const visit = (parentId: string | null): void => {
    const below = collections.filter((one) => one.parentId === parentId && !ordered.includes(one));
    for (const one of below.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1))) {
      ordered.push(one);
      visit(one.id);
    }
  };
  visit(null);
  return [...ordered, ...collections.filter((one) => !ordered.includes(one))];
}
