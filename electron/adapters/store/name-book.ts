import { PATH_SEPARATOR } from '../../core/domain/collection-paths.ts';
import { makeCollectionId, makeTagId } from '../../core/domain/ids.ts';
import type { CollectionRecord, ContentMeta, LibraryTables, TagRecord } from '../../core/domain/records.ts';
import type { RandomText } from '../../core/ports.ts';

type Names = Pick<LibraryTables, 'tags' | 'collections'>;

const same = (a: string, b: string) => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/**
 * Finds the ids of tag names and collection paths, and makes those that are missing: what rebuilding from the articles' folders needs,
 * where only names mean something.
 */
export class NameBook {
  readonly #random: RandomText;
  #tags: Record<string, TagRecord>;
  #collections: Record<string, CollectionRecord>;
  #made = 0;

  constructor(names: Readonly<Names>, random: RandomText) {
    this.#tags = { ...names.tags };
    this.#collections = { ...names.collections };
    this.#random = random;
  }

  /** How many tags and collections had to be made. */
  get made(): number {
    return this.#made;
  }

  get tables(): Names {
    return { tags: this.#tags, collections: this.#collections };
  }

  /** Ids of an article's tags and collections. The ids it had before stay its own where they still mean the same, or nothing else. */
  idsOf(meta: ContentMeta): { tags: string[]; collections: string[] } {
    const { record, tagNames, collectionPaths } = meta;
    const earlier = <T>(ids: readonly T[], names: readonly string[], index: number) =>
      ids.length === names.length ? ids[index] : undefined;
    return {
      tags: unique(tagNames.map((name, index) => this.#tag(name, earlier(record.tags, tagNames, index)))),
      collections: unique(
        collectionPaths.map((path, index) => this.#collection(path, earlier(record.collections, collectionPaths, index))),
      ),
    };
  }

  /** Gives an id without a record the first of these names that is free, or one to go on with. */
  nameTag(id: string, names: readonly string[]): void {
    const free = names.find((name) => !Object.values(this.#tags).some((tag) => same(tag.name, name)));
    this.#addTag(id, free ?? this.#placeholder('Recovered tag', Object.values(this.#tags)));
  }

  /** As `nameTag`; collections above it are made where they are missing. */
  nameCollection(id: string, paths: readonly string[]): void {
    for (const path of paths) if (this.#collection(path, id) === id) return;
    this.#addCollection(id, this.#placeholder('Recovered collection', Object.values(this.#collections)), null);
  }

  #placeholder(words: string, taken: readonly { readonly name: string }[]): string {
    for (let n = 1; ; n++) {
      const name = `${words} ${n}`;
      if (!taken.some((entry) => same(entry.name, name))) return name;
    }
  }

  #tag(name: string, earlierId: string | undefined): string {
    if (earlierId && this.#tags[earlierId] && same(this.#tags[earlierId].name, name)) return earlierId;
    const known = Object.values(this.#tags).find((tag) => same(tag.name, name));
    if (known) return known.id;
    const id = earlierId && !this.#tags[earlierId] ? earlierId : makeTagId(this.#random);
    this.#addTag(id, name);
    return id;
  }

  #collection(path: string, earlierId: string | undefined): string {
    const names = path.split(PATH_SEPARATOR);
    let parentId: string | null = null;
    for (const [depth, name] of names.entries()) {
      const under: string | null = parentId;
      const known: CollectionRecord | undefined = Object.values(this.#collections).find(
        (entry) => entry.parentId === under && same(entry.name, name),
      );
      if (known) {
        parentId = known.id;
        continue;
      }
      const leaf = depth === names.length - 1;
      const id: string = leaf && earlierId && !this.#collections[earlierId] ? earlierId : makeCollectionId(this.#random);
      this.#addCollection(id, name, under);
      parentId = id;
    }
    return parentId ?? '';
  }

  #addTag(id: string, name: string): void {
    this.#tags = { ...this.#tags, [id]: { id, name } };
    this.#made++;
  }

  #addCollection(id: string, name: string, parentId: string | null): void {
    const order = Object.values(this.#collections).filter((entry) => entry.parentId === parentId).length;
    this.#collections = { ...this.#collections, [id]: { id, name, parentId, order } };
    this.#made++;
  }
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => id !== '');
}
