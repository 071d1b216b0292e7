import type { FileStore } from './file-store.ts';
import { NameBook } from './name-book.ts';

/** Gives tags and collections that articles refer to, and library.json does not hold, names to go on with. Returns how many. */
export async function nameUnknown(store: FileStore): Promise<number> {
  const tags = new Set<string>();
  const collections = new Set<string>();
  for await (const { articles } of store.scan()) {
    for (const article of articles) {
      for (const id of article.tags) if (!store.library.tags[id]) tags.add(id);
      for (const id of article.collections) if (!store.library.collections[id]) collections.add(id);
    }
  }
  if (store.readOnly !== null || tags.size + collections.size === 0) return 0;
  await store.commit({
    library: (draft) => {
      const book = new NameBook(draft, store.context.random);
      book.nameUnknown({ tags, collections });
      Object.assign(draft, book.tables);
    },
  });
  return tags.size + collections.size;
}
