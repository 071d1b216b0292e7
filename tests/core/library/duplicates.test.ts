import { describe, expect, it } from 'vitest';
import { testLibrary } from '../../helpers/test-library.ts';
import { Duplicates } from '../../../electron/core/library/duplicates.ts';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';

function article(id: string, over: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    id,
    url: `https://news.example/${id}`,
    canonicalUrl: null,
    keys: [`news.example/${id}`],
    title: `Article ${id}`,
    byline: null,
    source: 'News',
    publishedAt: null,
    modifiedAt: null,
    savedAt: `2024-06-01T10:00:00.00${id.slice(-1)}Z`,
    lang: 'en',
    dir: 'ltr',
    excerpt: '',
    wordCount: 400,
    readingMinutes: 2,
    leadImage: null,
    read: false,
    starred: false,
    later: false,
    archived: false,
    trashedAt: null,
    position: null,
    tags: [],
    collections: [],
    edited: [],
    receipt: { status: 'complete', images: 0, imagesStored: 0, truncated: false, bytes: 1 },
    files: { 'text.txt': `sum-${id}` },
    images: [],
    ...over,
  };
}

function groups(...records: ArticleRecord[]): { same: string; ids: string[] }[] {
  const duplicates = new Duplicates();
  for (const record of records) duplicates.add(record);
  return duplicates.groups().map(({ same, articles }) => ({ same, ids: articles.map(({ id }) => id) }));
}

describe('duplicates', () => {
  it.each<[string, ArticleRecord[], { same: string; ids: string[] }[]]>([
    ['nothing alike', [article('a1'), article('a2')], []],
    [
      'the same text, oldest kept',
      [article('a2', { files: { 'text.txt': 'x' } }), article('a1', { files: { 'text.txt': 'x' } })],
      [{ same: 'text', ids: ['a1', 'a2'] }],
    ],
    [
      'the same address',
      [article('a1', { keys: ['n/1'] }), article('a2', { keys: ['n/2', 'n/1'] })],
      [{ same: 'address', ids: ['a1', 'a2'] }],
    ],
    [
      'one by text and one by address are one group',
      [
        article('a1', { files: { 'text.txt': 'x' } }),
        article('a2', { files: { 'text.txt': 'x' }, keys: ['n/2'] }),
        article('a3', { keys: ['n/2'] }),
      ],
      [{ same: 'address', ids: ['a1', 'a2', 'a3'] }],
    ],
    [
      'the one that something was done with is kept',
      [article('a1', { files: { 'text.txt': 'x' } }), article('a2', { files: { 'text.txt': 'x' }, marks: { highlights: 1, notes: 0 } })],
      [{ same: 'text', ids: ['a2', 'a1'] }],
    ],
    [
      'a short text says nothing',
      [article('a1', { wordCount: 3, files: { 'text.txt': 'x' } }), article('a2', { wordCount: 3, files: { 'text.txt': 'x' } })],
      [],
    ],
    [
      'what is in the trash is no duplicate',
      [article('a1', { keys: ['n/1'] }), article('a2', { keys: ['n/1'], trashedAt: '2024-06-02T10:00:00.000Z' })],
      [],
    ],
    ['the same record twice', [article('a1'), article('a1')], []],
  ])('%s', (_name, records, expected) => {
    expect(groups(...records)).toEqual(expected);
  });

  it('are found in a library, and no more once the extra one is in the trash', async () => {
    const library = await testLibrary();
    try {
      const [first = '', second = ''] = await library.save('one', 'two');
      const { files } = await library.record(first);
      const edit = (record: ArticleRecord | null): ArticleRecord | null =>
        record && { ...record, files: { ...record.files, 'text.txt': files['text.txt'] ?? '' }, wordCount: 100 };
      await library.opened.store.commit({ articles: new Map([first, second].map((id) => [id, edit])) });
      const { groups: found, total } = await library.call('library.duplicates', {});
      expect(total).toBe(1);
      expect(found[0]?.articles.map(({ id, keep }) => [id, keep])).toEqual([
        [first, true],
        [second, false],
      ]);
      await library.call('articles.trash', { ids: [second] });
      expect((await library.call('library.duplicates', {})).total).toBe(0);
    } finally {
      await library.close();
    }
  });
});
