import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BenchQuery, Engine } from './engine.ts';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT, byline TEXT, source TEXT, tag TEXT, read INTEGER, starred INTEGER, saved INTEGER, text TEXT);
  CREATE INDEX articles_saved ON articles (saved);
  CREATE VIRTUAL TABLE words USING fts5 (title, byline, text, content = 'articles', content_rowid = 'id');
`;

/** SQLite with FTS5 as its manual shows it: external content, the tokeniser it comes with, bm25. */
export const sqlite: Engine = {
  label: 'SQLite FTS5, stock tokeniser',
  build: async (root, articles) => {
    const db = new DatabaseSync(join(root, 'library.db'));
    db.exec(SCHEMA);
    const article = db.prepare('INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)');
    const words = db.prepare('INSERT INTO words (rowid, title, byline, text) VALUES (?, ?, ?, ?)');
    db.exec('BEGIN');
    for (const one of articles) {
      const text = one.paragraphs.join('\n');
      const id = one.index + 1;
      article.run(id, one.title, one.byline, one.source, one.tag, one.read ? 1 : 0, 1_700_000_000 + one.index * 60, text);
      words.run(id, one.title, one.byline, text);
      if (id % 1000 === 0) db.exec('COMMIT; BEGIN');
    }
    db.exec('COMMIT');
    db.close();
  },
  open: async (root) => {
    const db = new DatabaseSync(join(root, 'library.db'));
    db.exec('PRAGMA synchronous = FULL');
    const rows = db.prepare(
      'SELECT id, title, source, saved, read, starred, substr(text, 1, 200) FROM articles ORDER BY saved DESC LIMIT 60',
    );
    const star = db.prepare('UPDATE articles SET starred = ? WHERE id = ?');
    const read = db.prepare('UPDATE articles SET read = ? WHERE id = ?');
    const found = db.prepare(
      `SELECT rowid, title, snippet(words, 2, '[', ']', '…', 24) FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20`,
    );
    const filtered = db.prepare(
      `SELECT words.rowid, words.title, snippet(words, 2, '[', ']', '…', 24) FROM words JOIN articles ON articles.id = words.rowid
       WHERE words MATCH ? AND articles.tag = ? AND articles.read = 0 ORDER BY rank LIMIT 20`,
    );
    return {
      firstRows: async () => rows.all().length,
      edit: async (index, on) => void star.run(on ? 1 : 0, index + 1),
      bulk: async (indexes, on) => {
        db.exec('BEGIN');
        for (const index of indexes) read.run(on ? 1 : 0, index + 1);
        db.exec('COMMIT');
      },
      search: async (query) => (query.tag === null ? found.all(match(query)) : filtered.all(match(query), query.tag)).length,
      close: async () => db.close(),
    };
  },
  quality: async (texts, queries) => {
    const db = new DatabaseSync(':memory:');
    db.exec('CREATE VIRTUAL TABLE words USING fts5 (text)');
    const insert = db.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
    texts.forEach((text, index) => insert.run(index + 1, text));
    const found = db.prepare('SELECT rowid FROM words WHERE words MATCH ?');
    const answers = queries.map((query) => {
      const words = query.split(/\s+/).map((word) => `"${word.replaceAll('"', '""')}"`);
      return found.all(words.join(' ')).map((row) => Number(row['rowid']) - 1);
    });
    db.close();
    return answers;
  },
};

function match({ kind, words }: BenchQuery): string {
  const quoted = words.map((word) => `"${word}"`);
  if (kind === 'phrase') return `"${words.join(' ')}"`;
  if (kind === 'prefix' || kind === 'two letters') return `${quoted.join(' ')} *`;
  return quoted.join(' ');
}
