import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { peer } from './peers.ts';

type Db = object;
interface Orama {
  create(options: { schema: Record<string, string> }): Db;
  insert(db: Db, document: Record<string, unknown>): unknown;
  search(db: Db, query: Record<string, unknown>): Promise<{ count: number; hits: { id: string }[] }>;
  save(db: Db): unknown;
  load(db: Db, saved: unknown): void;
}

const load = () => peer('@orama/orama') as Orama;
const SCHEMA = { title: 'string', byline: 'string', text: 'string', tag: 'enum', read: 'boolean' };

/** Orama as its README shows it: an index in memory, saved as one JSON file. It is no store, so there are no edits to time. */
export const orama: Engine = {
  label: 'Orama',
  build: async (root, articles) => {
    const { create, insert, save } = load();
    const db = create({ schema: SCHEMA });
    for (const { index, title, byline, tag, read, paragraphs } of articles)
      await insert(db, { id: String(index), title, byline, tag, read, text: paragraphs.join('\n') });
    await writeFile(join(root, 'index.json'), JSON.stringify(save(db)));
  },
  open: async (root) => {
    const orama = load();
    const db = orama.create({ schema: SCHEMA });
    orama.load(db, JSON.parse(await readFile(join(root, 'index.json'), 'utf8')));
    return {
      search: async ({ kind, words, tag }) => {
        if (kind === 'phrase') return null;
        const where = tag === null ? {} : { where: { tag: { eq: tag }, read: false } };
        const { hits } = await orama.search(db, { term: words.join(' '), limit: 20, threshold: 0, ...where });
        return hits.length;
      },
      close: async () => undefined,
    };
  },
  quality: async (texts, queries) => {
    const { create, insert, search } = load();
    const db = create({ schema: { text: 'string' } });
    for (const [index, text] of texts.entries()) await insert(db, { id: String(index), text });
    const answers: number[][] = [];
    for (const term of queries) {
      const { hits } = await search(db, { term, limit: texts.length, threshold: 0 });
      answers.push(hits.map(({ id }) => Number(id)));
    }
    return answers;
  },
};
