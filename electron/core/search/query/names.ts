import type { ArticleRow } from '../../../contract/entities.ts';
import { PATH_SEPARATOR } from '../../domain/collection-paths.ts';
import type { IndexNames } from '../../ports.ts';
import { foldName } from '../fold.ts';
import { foldPath } from './operators.ts';

export type TagName = IndexNames['tags'][number];
export type CollectionName = IndexNames['collections'][number];
export type FeedName = NonNullable<IndexNames['feeds']>[number];
export type SmartName = NonNullable<IndexNames['smart']>[number];

/** The names of the library, ready to be asked: what `tag:` and `in:` mean, and the tree of collections. */
export class NameTable {
  readonly tags: readonly TagName[];
  readonly collections: readonly CollectionName[];
  readonly smart: readonly SmartName[];
  readonly feeds: readonly FeedName[];
  /** What it was made from. */
  readonly named: IndexNames;
  private readonly tagNames: ReadonlyMap<string, string>;
  private readonly byId: ReadonlyMap<string, CollectionName>;
  private readonly children: ReadonlyMap<string, readonly string[]>;

  constructor(named: IndexNames) {
    const { tags, collections, smart = [], feeds = [] } = named;
    this.named = named;
    this.tags = tags;
    this.collections = collections;
    this.smart = smart;
    this.feeds = feeds;
    this.tagNames = new Map(tags.map(({ id, name }) => [id, name]));
    this.byId = new Map(collections.map((collection) => [collection.id, collection]));
    const children = new Map<string, string[]>();
    for (const { id, parentId } of collections) {
      if (parentId === null) continue;
      const siblings = children.get(parentId);
      if (siblings) siblings.push(id);
      else children.set(parentId, [id]);
    }
    this.children = children;
  }

  /** Tags of this folded name, and those below it (`news` finds `news/turkey`). */
  tagIds(folded: string): string[] {
    return this.tags.filter(({ name }) => isOrBelow(foldName(name), folded)).map(({ id }) => id);
  }

  /** A tag and the tags below it. */
  tagFamily(id: string): string[] {
    const name = this.tagNames.get(id);
    return name === undefined ? [id] : this.tagIds(foldName(name));
  }

  /** Feeds whose title has these folded letters, and those in or below a folder of this name or path. */
  feedIds(folded: string): string[] {
    const titled = this.feeds.filter(({ title }) => foldName(title).includes(folded)).map(({ id }) => id);
    const foldered = this.feeds.filter(({ folder }) => {
      const names = foldPath(folder).split('/');
      return names.includes(folded);
    });
    return [...new Set([...titled, ...foldered.map(({ id }) => id), ...this.feedsIn(folded)])];
  }

  /** Feeds in the folder with this folded path and in those below it. */
  feedsIn(folded: string): string[] {
    return this.feeds.filter(({ folder }) => isOrBelow(foldPath(folder), folded)).map(({ id }) => id);
  }

  /** Collections with this folded name or path, and all below them. */
  collectionIds(folded: string): string[] {
    const found = this.collections.filter(({ id, name }) => foldPath(name) === folded || foldPath(this.names(id).join('/')) === folded);
    return [...new Set(found.flatMap(({ id }) => this.below(id)))];
  }

  knows(collectionId: string): boolean {
    return this.byId.has(collectionId);
  }

  /** A collection and everything below it. A cycle cannot loop. */
  below(collectionId: string): string[] {
    const found = new Set([collectionId]);
    for (const id of found) for (const child of this.children.get(id) ?? []) found.add(child);
    return [...found];
  }

  /** Names from the root down to the collection. */
  names(collectionId: string): string[] {
    const line: string[] = [];
    const seen = new Set<string>();
    for (let at: string | null = collectionId; at !== null && !seen.has(at);) {
      seen.add(at);
      const record = this.byId.get(at);
      if (!record) break;
      line.unshift(record.name);
      at = record.parentId;
    }
    return line;
  }

  /** `News / Turkey`, or what is known otherwise. */
  path(collectionId: string, otherwise: string): string {
    return this.knows(collectionId) ? this.names(collectionId).join(PATH_SEPARATOR) : otherwise;
  }

  /** A row with the names its tags and collections have now, whatever they were when it was stored. */
  renamed(row: ArticleRow): ArticleRow {
    return {
      ...row,
      tags: row.tags.map(({ id, name }) => ({ id, name: this.tagNames.get(id) ?? name })),
      collections: row.collections.map(({ id, path }) => ({ id, path: this.path(id, path) })),
    };
  }
}

function isOrBelow(name: string, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}/`);
}
