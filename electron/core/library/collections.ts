import { lineage } from '../domain/collection-paths.ts';
import type { ArticleRecord, CollectionRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import { type LibraryChange, previewLibrary, sameRecord } from '../undo/library-change.ts';
import { freeName, movedUp, newCollection, siblings } from './collection-names.ts';
import type { Context, Handlers } from './context.ts';
import { mutate, withItems } from './mutate.ts';
import { concerned } from './take-back.ts';
import { articles, quoted } from './words.ts';
import { labelled } from '../undo/label.ts';

type CollectionMethods =
  'articles.collect' | 'collections.create' | 'collections.rename' | 'collections.update' | 'collections.move' | 'collections.delete';

/** Articles in collections, and the tree of collections. */
export function collectionMethods(context: Context): Handlers<CollectionMethods> {
  const { deps, catalogue } = context;
  const { store, random } = deps;
  const collectionOf = (id: string): CollectionRecord => {
    const collection = store.library.collections[id];
    if (!collection) throw new AppError('not-found', 'That collection is no longer there. It may have been deleted.', { details: { id } });
    return collection;
  };
  const reindexFor = async (changes: readonly LibraryChange[]): Promise<string[]> => {
    await catalogue.ready();
    return concerned(changes, store.library, previewLibrary(store.library, changes), catalogue);
  };
  return {
    'articles.collect': ({ ids, add, remove }) =>
      mutate(context, () => {
        const names = [...add.map((id) => collectionOf(id).name), ...remove.map((id) => store.library.collections[id]?.name ?? '')];
        const edit = recollect(add, remove);
        const single = add.length + remove.length === 1;
        return {
          articles: new Map(ids.map((id) => [id, edit])),
          label: (count) => {
            if (!single) return labelled('collectionsChange', { count }, `Change collections of ${articles(count)}`);
            const name = names[0] ?? '';
            return add.length === 1
              ? labelled('collectionAdd', { count, name }, `Add ${articles(count)} to ${quoted(name)}`)
              : labelled('collectionRemove', { count, name }, `Remove ${articles(count)} from ${quoted(name)}`);
          },
        };
      }),

    'collections.create': async ({ name, parentId }) => {
      let id = '';
      const { undo } = await mutate(context, () => {
        if (parentId !== null) collectionOf(parentId);
        const collection = newCollection(freeName(name, parentId, null, store.library), parentId, store.library, random);
        id = collection.id;
        return {
          library: [{ table: 'collections', id, before: null, after: collection }],
          label: () => labelled('collectionCreate', { name: collection.name }, `Create collection ${quoted(collection.name)}`),
        };
      });
      return { id, undo };
    },

    'collections.rename': ({ id, name }) =>
      mutate(context, async () => {
        const collection = collectionOf(id);
        const wanted = freeName(name, collection.parentId, id, store.library);
        if (wanted === collection.name) return null;
        const library: LibraryChange[] = [{ table: 'collections', id, before: collection, after: { ...collection, name: wanted } }];
        const text = `Rename collection ${quoted(collection.name)} to ${quoted(wanted)}`;
        const label = labelled('collectionRename', { name: collection.name, to: wanted }, text);
        return { library, reindex: await reindexFor(library), label: () => label };
      }),

    'collections.update': ({ id, description, icon, colour }) =>
      mutate(context, () => {
        const before = collectionOf(id);
        const wanted = {
          description: description ?? before.description ?? '',
          icon: icon === undefined ? (before.icon ?? null) : icon,
          colour: colour === undefined ? (before.colour ?? null) : colour,
        };
        const { name, parentId, order } = before;
        const after: CollectionRecord = {
          ...{ id, name, parentId, order },
          ...(wanted.description !== '' && { description: wanted.description }),
          ...(wanted.icon && { icon: wanted.icon }),
          ...(wanted.colour && { colour: wanted.colour }),
        };
        if (sameRecord(before, after)) return null;
        return {
          library: [{ table: 'collections', id, before, after }],
          label: () => labelled('collectionChange', { name }, `Change collection ${quoted(name)}`),
        };
      }),

    'collections.move': ({ id, parentId, before }) =>
      mutate(context, async () => {
        const collection = collectionOf(id);
        if (parentId !== null) {
          collectionOf(parentId);
          if (lineage(parentId, store.library.collections).some((above) => above.id === id)) {
            throw new AppError(
              'would-nest-in-itself',
              `${quoted(collection.name)} cannot be put into itself or into a collection inside it.`,
            );
          }
        }
        freeName(collection.name, parentId, id, store.library);
        const others = siblings(parentId, store.library.collections).filter((other) => other.id !== id);
        const place = before === null ? others.length : others.findIndex((other) => other.id === before);
        if (place < 0) throw new AppError('not-found', 'The collection to put it before is not in that place any more. Try again.');
        const library = placed({ ...collection, parentId }, collection, others, place);
        if (library.length === 0) return null;
        return {
          library,
          reindex: await reindexFor(library),
          label: () => labelled('collectionMove', { name: collection.name }, `Move collection ${quoted(collection.name)}`),
        };
      }),

    'collections.delete': ({ id }) =>
      mutate(context, async () => {
        const collection = collectionOf(id);
        const below = siblings(id, store.library.collections);
        const library: LibraryChange[] = [
          ...movedUp(collection, below, store.library).map((after, index): LibraryChange => {
            return { table: 'collections', id: after.id, before: below[index] ?? null, after };
          }),
          { table: 'collections', id, before: collection, after: null },
        ];
        const reindex = await reindexFor(library);
        const edit = recollect([], [id]);
        return {
          articles: new Map(catalogue.collected([id]).map((member) => [member, edit])),
          library,
          reindex,
          label: () => labelled('collectionDelete', { name: collection.name }, `Delete collection ${quoted(collection.name)}`),
        };
      }),
  };
}

/** The records that change when `moved` goes to `place` among its new siblings: as few orders as possible. */
function placed(moved: CollectionRecord, was: CollectionRecord, others: readonly CollectionRecord[], place: number): LibraryChange[] {
  const [previous, next] = [others[place - 1], others[place]];
  if (moved.parentId === was.parentId && (previous?.order ?? -Infinity) < was.order && was.order < (next?.order ?? Infinity)) return [];
  const low = previous?.order ?? (next ? next.order - 2 : 0);
  const order = next ? (low + next.order) / 2 : low + 1;
  if (low < order && (!next || order < next.order)) return [{ table: 'collections', id: was.id, before: was, after: { ...moved, order } }];
  // Equal neighbours (or no number left between them): number all of them afresh.
  const line = [...others.slice(0, place), moved, ...others.slice(place)];
  return line.flatMap((collection, index): LibraryChange[] => {
    const before = collection === moved ? was : collection;
    const after = { ...collection, order: index + 1 };
    return before.order === after.order && before.parentId === after.parentId
      ? []
      : [{ table: 'collections', id: after.id, before, after }];
  });
}

function recollect(add: readonly string[], remove: readonly string[]): (record: ArticleRecord | null) => ArticleRecord | null {
  return (record) => {
    if (!record) return null;
    const collections = withItems(record.collections, add, remove);
    return collections === record.collections ? record : { ...record, collections };
  };
}
