import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { peer } from './peers.ts';

interface DocumentIndex {
  add(document: Record<string, unknown>): unknown;
  search(query: string, options: Record<string, unknown>): { field: string; result: number[] }[];
  export(write: (key: string, data: string | undefined) => Promise<void>): Promise<void>;
  import(key: string, data: string): void;
}
interface FlexSearch {
  Document: new (options: object) => DocumentIndex;
}

const load = () => peer('flexsearch') as FlexSearch;
const OPTIONS = { document: { id: 'id', index: ['title', 'byline', 'text'], tag: ['tag'] } };

/** FlexSearch as its README shows it (its default tokeniser): an index in memory, exported to files. It is no store: no edits to time. */
export const flexsearch: Engine = {
  label: 'FlexSearch',
  build: async (root, articles) => {
    const index = new (load().Document)(OPTIONS);
    for (const { index: id, title, byline, tag, paragraphs } of articles)
      index.add({ id, title, byline, tag, text: paragraphs.join('\n') });
    await index.export(async (key, data) => {
      if (data !== undefined) await writeFile(join(root, `${key}.json`), data);
    });
  },
  open: async (root) => {
    const index = new (load().Document)(OPTIONS);
    for (const name of await readdir(root)) index.import(name.replace(/\.json$/, ''), await readFile(join(root, name), 'utf8'));
    return {
      search: async ({ kind, words, tag }) => {
        // Its default tokeniser knows neither phrases nor beginnings of words; it has no filter but a tag.
        if (kind === 'phrase' || kind === 'prefix' || kind === 'two letters') return null;
        const found = index.search(words.join(' '), { limit: 20, ...(tag === null ? {} : { tag: { tag } }) });
        return new Set(found.flatMap(({ result }) => result)).size;
      },
      close: async () => undefined,
    };
  },
  quality: async (texts, queries) => {
    const index = new (load().Document)({ document: { id: 'id', index: ['text'] } });
    texts.forEach((text, id) => index.add({ id, text }));
    return queries.map((query) => index.search(query, { limit: texts.length }).flatMap(({ result }) => result));
  },
};
