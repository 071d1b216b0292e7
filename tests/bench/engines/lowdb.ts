import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import type { BenchArticle, Engine } from './engine.ts';

interface Row {
  id: string;
  title: string;
  source: string;
  savedAt: number;
  excerpt: string;
  tags: string[];
  read: boolean;
  starred: boolean;
}
interface Data {
  articles: Row[];
}

/** lowdb as its README shows it: one JSON file, written whole on every edit. Texts are left out, as they would be files of their own. */
export const lowdb: Engine = {
  label: 'lowdb JSONFile',
  quality: null,
  build: async (root, articles) => {
    const db = await openFile(root);
    for (const article of articles) db.data.articles.push(rowOf(article));
    await db.write();
  },
  open: async (root) => {
    const db = await openFile(root);
    const rowAt = (index: number): Row => {
      const row = db.data.articles[index];
      if (!row) throw new Error(`no article ${index}`);
      return row;
    };
    return {
      firstRows: async () => [...db.data.articles].sort((a, b) => b.savedAt - a.savedAt).slice(0, 60).length,
      edit: async (index, on) => {
        rowAt(index).starred = on;
        await db.write();
      },
      bulk: async (indexes, on) => {
        for (const index of indexes) rowAt(index).read = on;
        await db.write();
      },
      close: async () => undefined,
    };
  },
};

async function openFile(root: string) {
  return JSONFilePreset<Data>(join(root, 'library.json'), { articles: [] });
}

function rowOf(article: BenchArticle): Row {
  return {
    id: `a${article.index}`,
    title: article.title,
    source: article.source,
    savedAt: 1_700_000_000_000 + article.index * 60_000,
    excerpt: (article.paragraphs[0] ?? '').slice(0, 200),
    tags: [article.tag],
    read: article.read,
    starred: false,
  };
}
