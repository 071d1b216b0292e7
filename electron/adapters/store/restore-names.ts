import type { LibraryTables } from '../../core/domain/records.ts';
import { readMetaFile } from './article-folder.ts';
import type { FileStore } from './file-store.ts';
import { NameBook } from './name-book.ts';

/** For each id without a record, how much speaks for each name. */
type Votes = Map<string, Map<string, number>>;

/**
 * Gives tags and collections that articles refer to, and library.json does not hold any more, their names back: those that most of the
 * articles were saved with. Where nothing is known they are called "Recovered …". Returns how many there were.
 */
export async function restoreNames(store: FileStore): Promise<number> {
  const tags: Votes = new Map();
  const collections: Votes = new Map();
  const known = store.library;
  for await (const { articles } of store.scan()) {
    for (const { id, ...article } of articles) {
      const unknown = article.tags.some((tag) => !known.tags[tag]) || article.collections.some((entry) => !known.collections[entry]);
      if (!unknown) continue;
      const meta = await readMetaFile(store.root, id);
      vote(tags, article.tags, meta?.tagNames ?? [], known.tags);
      vote(collections, article.collections, meta?.collectionPaths ?? [], known.collections);
    }
  }
  if (tags.size + collections.size === 0) return 0;
  const restore = (draft: LibraryTables) => {
    const book = new NameBook(draft, store.context.random);
    for (const [id, names] of strongestFirst(tags)) book.nameTag(id, names);
    // Short paths first, so that a collection gets its own id before one below it needs it as a parent.
    for (const [id, paths] of shortestFirst(strongestFirst(collections))) book.nameCollection(id, paths);
    Object.assign(draft, book.tables);
  };
  if (store.readOnly === null) await store.commit({ library: restore });
  else store.adoptLibrary(restore);
  return tags.size + collections.size;
}

/** An article's names were listed in the order of its ids when it was saved; where their numbers still agree, so may their places. */
function vote(votes: Votes, ids: readonly string[], names: readonly string[], known: Readonly<Record<string, unknown>>): void {
  for (const [place, id] of ids.entries()) {
    if (known[id]) continue;
    const forId = votes.get(id) ?? new Map<string, number>();
    votes.set(id, forId);
    for (const [index, name] of names.entries()) {
      const samePlace = ids.length === names.length && place === index;
      forId.set(name, (forId.get(name) ?? 0) + (samePlace ? 2 : 1 / names.length));
    }
  }
}

type Candidates = readonly [id: string, names: readonly string[]];

function strongestFirst(votes: Votes): Candidates[] {
  const best = (names: Map<string, number>) => Math.max(0, ...names.values());
  return [...votes]
    .sort(([, a], [, b]) => best(b) - best(a))
    .map(([id, names]) => [id, [...names].sort(([, a], [, b]) => b - a).map(([name]) => name)]);
}

function shortestFirst(candidates: readonly Candidates[]): Candidates[] {
  const depth = ([, [path = '']]: Candidates) => path.split('/').length;
  return [...candidates].sort((a, b) => depth(a) - depth(b));
}
