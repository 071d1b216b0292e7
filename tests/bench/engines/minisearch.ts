import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { peer } from './peers.ts';

interface Hit {
  id: number;
  tag?: string;
  read?: boolean;
}
interface Index {
  add(document: Record<string, unknown>): void;
  search(query: string, options: { combineWith: 'AND'; prefix: boolean; filter?: (hit: Hit) => boolean }): Hit[];
}
interface MiniSearchClass {
  new (options: object): Index;
  loadJSON(json: string, options: object): Index;
}

const OPTIONS = { fields: ['title', 'byline', 'text'], storeFields: ['tag', 'read'] };
const load = () => peer('minisearch') as MiniSearchClass;

/** MiniSearch as its README shows it: an index in memory, saved as one JSON file. It is no store, so there are no edits to time. */
export const minisearch: Engine = {
  label: 'MiniSearch',
  build: async (root, articles) => {
    const index = new (load())(OPTIONS);
    for (const { index: id, title, byline, tag, read, paragraphs } of articles)
      index.add({ id, title, byline, tag, read, text: paragraphs.join('\n') });
    await writeFile(join(root, 'index.json'), JSON.stringify(index));
  },
  open: async (root) => {
    const index = load().loadJSON(await readFile(join(root, 'index.json'), 'utf8'), OPTIONS);
    return {
      search: async ({ kind, words, tag }) => {
        if (kind === 'phrase') return null;
        const hits = index.search(words.join(' '), {
          combineWith: 'AND',
          prefix: kind === 'prefix' || kind === 'two letters',
          ...(tag === null ? {} : { filter: (hit) => hit.tag === tag && hit.read === false }),
        });
        return hits.slice(0, 20).length;
      },
      close: async () => undefined,
    };
  },
  quality: async (texts, queries) => {
    const index = new (load())({ fields: ['text'] });
    texts.forEach((text, id) => index.add({ id, text }));
    return queries.map((query) => index.search(query, { combineWith: 'AND', prefix: false }).map(({ id }) => id));
  },
};
