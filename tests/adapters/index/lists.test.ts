import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../../electron/contract/entities.ts';
import { documentOf, FIRST_SAVED, idOf, openTestLibrary, type Sample, type TestLibrary } from './library.ts';

const DAY = 86_400_000;
const TAGS = [
  { id: 't000000001', name: 'Haber' },
  { id: 't000000002', name: 'haber/Türkiye' },
  { id: 't000000003', name: 'Long Read' },
];
const COLLECTIONS = [
  { id: 'c000000001', name: 'News', parentId: null, order: 2 },
  { id: 'c000000002', name: 'Turkey', parentId: 'c000000001', order: 1 },
  { id: 'c000000003', name: 'İzmir', parentId: 'c000000002', order: 1 },
  { id: 'c000000004', name: 'Books', parentId: null, order: 1 },
];
const SMART = [
  { id: 's000000001', name: 'Wolves', query: 'wolf -is:read', icon: null, colour: 'teal' as const, order: 2 },
  { id: 's000000002', name: 'Thrown away', query: 'is:trashed', icon: 'book' as const, colour: null, order: 1 },
];
const NAMES = { tags: TAGS, collections: COLLECTIONS, smart: SMART };

const SAMPLES: readonly Sample[] = [
  /* 0 */ { title: 'Plain', text: 'wolf' },
  /* 1 */ { title: 'Read', text: 'wolf wolf', read: true, tags: ['t000000001'] },
  /* 2 */ { title: 'Wolf in the title', text: 'bear', later: true, tags: ['t000000002'], collections: ['c000000002'] },
  /* 3 */ { title: 'Starred', text: 'fox', starred: true, image: true, collections: ['c000000003'], read: true },
  /* 4 */ { title: 'Archived', text: 'wolf', archived: true, collections: ['c000000001', 'c000000003'], tags: ['t000000003'] },
  /* 5 */ { title: 'Incomplete', text: 'fox', incomplete: true, lang: 'en-GB', byline: 'Jane O’Hara' },
  /* 6 */ { title: 'Trashed', text: 'wolf', trashed: true, starred: true, tags: ['t000000001'], collections: ['c000000002'] },
  /* 7 */ {
    title: 'Others',
    text: 'fox',
    source: 'Die Zeit',
    url: 'https://www.zeit.de/a/b',
    lang: 'de',
    publishedAt: '2023-03-09',
    saved: FIRST_SAVED + 40 * DAY,
  },
];

describe.each(['fts', 'scan'] as const)('lists in %s mode', (mode) => {
  let library: TestLibrary;
  beforeEach(async () => {
    library = await openTestLibrary(mode);
    await library.put(SAMPLES, NAMES);
  });
  afterEach(() => library.close());

  const VIEWS: readonly (readonly [View, readonly number[]])[] = [
    [{ kind: 'all' }, [7, 5, 3, 2, 1, 0]],
    [{ kind: 'unread' }, [7, 5, 2, 0]],
    [{ kind: 'later' }, [2]],
    [{ kind: 'starred' }, [3]],
    [{ kind: 'archive' }, [4]],
    [{ kind: 'incomplete' }, [5]],
    [{ kind: 'trash' }, [6]],
    [{ kind: 'everything' }, [7, 5, 4, 3, 2, 1, 0]],
    [{ kind: 'tag', id: 't000000001' }, [2, 1]],
    [{ kind: 'tag', id: 't000000003' }, [4]],
    [{ kind: 'collection', id: 'c000000001' }, [4, 3, 2]],
    [{ kind: 'collection', id: 'c000000002' }, [4, 3, 2]],
    [{ kind: 'collection', id: 'c000000004' }, []],
    [{ kind: 'collection', id: 'c999999999' }, []],
  ];
  it.each(VIEWS)('the view %j shows %j, newest first', (view, expected) => {
    expect(library.found('', { view })).toEqual(expected);
    expect(library.total('', { view })).toBe(expected.length);
  });

  const FILTERS: readonly (readonly [string, readonly number[]])[] = [
    ['tag:haber', [2, 1]],
    ['tag:HABER', [2, 1]],
    ['tag:haber/turkiye', [2]],
    ['tag:"long read"', [4]],
    ['tag:long', []],
    ['-tag:haber', [7, 5, 4, 3, 0]],
    ['in:news', [4, 3, 2]],
    ['in:turkey', [4, 3, 2]],
    ['in:izmir', [4, 3]],
    ['in:"News / Turkey"', [4, 3, 2]],
    ['in:news/turkey/İZMİR', [4, 3]],
    ['in:izmir/turkey', []],
    ['is:unread', [7, 5, 4, 2, 0]],
    ['is:read', [3, 1]],
    ['-is:read', [7, 5, 4, 2, 0]],
    ['is:starred', [3]],
    ['is:later', [2]],
    ['is:archived', [4]],
    ['is:incomplete', [5]],
    ['is:trashed', [6]],
    ['is:trashed wolf', [6]],
    ['-is:trashed wolf', [2, 4, 1, 0]],
    ['has:image', [3]],
    ['lang:en', [5, 4, 3, 2, 1, 0]],
    ['lang:en-gb', [5]],
    ['lang:de', [7]],
    ['site:zeit', [7]],
    ['site:zeit.de', [7]],
    ['site:"die zeit"', [7]],
    ['site:news.example', [5, 4, 3, 2, 1, 0]],
    ['by:jane', [5]],
    ["by:o'hara", [5]],
    ['by:ohara', [5]],
    ['by:"jane hara"', []],
    ['jane', [5]],
    ['published:2023', [7]],
    ['published:2023-03-01..2023-03-31', [7]],
    ['published:2022', []],
    ['saved:2024-02', [7]],
    ['after:2024-02-01', [7]],
    ['before:2024-02', [5, 4, 3, 2, 1, 0]],
    // Tags are found as words too.
    ['haber', [2, 1]],
    ['long', [4]],
    ['"long read"', [4]],
    ['turkiye wolf', [2]],
    ['wolf -haber', [4, 0]],
    ['is:starred OR is:later', [3, 2]],
    ['(is:starred OR bear) in:turkey', [2, 3]],
  ];
  it.each(FILTERS)('%j finds %j', (query, expected) => {
    expect(library.found(query).sort((a, b) => b - a)).toEqual([...expected].sort((a, b) => b - a));
    expect(library.total(query)).toBe(expected.length);
  });

  it('puts titles that have the words first', () => {
    expect(library.found('wolf')[0]).toBe(2);
  });

  it('puts titles with the very spelling that was typed before the others', async () => {
    await library.put(['Resume now', 'Résumé now', 'Other'].map((title, i) => ({ title, text: 'resume résumé', saved: FIRST_SAVED + i })));
    expect(library.found('résumé').slice(0, 3)).toEqual([1, 0, 2]);
    expect(library.found('RESUME').slice(0, 3)).toEqual([0, 1, 2]);
    expect(library.found('rés').slice(0, 3)).toEqual([1, 0, 2]);
  });

  it('narrows a view by a query', () => {
    expect(library.found('wolf', { view: { kind: 'archive' } })).toEqual([4]);
    expect(library.found('wolf', { view: { kind: 'trash' } })).toEqual([6]);
    expect(library.found('fox', { view: { kind: 'unread' } })).toEqual([7, 5]);
  });

  it('keeps articles in the list that were only read since, and no others', () => {
    const keep = [1, 3, 4, 6].map(idOf);
    expect(library.found('', { view: { kind: 'unread' }, keep })).toEqual([7, 5, 3, 2, 1, 0]);
    expect(library.found('is:unread', { keep })).toEqual([7, 5, 4, 3, 2, 1, 0]);
    expect(library.found('-is:read', { keep })).toEqual([7, 5, 4, 3, 2, 1, 0]);
    expect(library.found('is:unread is:starred', { keep })).toEqual([3]);
    expect(library.found('is:read', { keep })).toEqual([3, 1]);
    expect(library.found('-is:unread', { keep })).toEqual([3, 1]);
    expect(library.found('', { view: { kind: 'starred' }, keep })).toEqual([3]);
  });

  it('counts all matches, whatever window is asked for', () => {
    const ask = (offset: number, limit: number, query = '') =>
      library.reader.list({ view: { kind: 'all' }, query, keep: [], offset, limit });
    expect(ask(0, 2)).toMatchObject({ total: 6, rows: [{ id: idOf(7) }, { id: idOf(5) }] });
    expect(ask(4, 10).rows.map(({ id }) => id)).toEqual([1, 0].map(idOf));
    expect(ask(100, 10)).toMatchObject({ total: 6, rows: [] });
    expect(ask(0, 0)).toMatchObject({ total: 6, rows: [] });
    expect(ask(1, 1, 'wolf')).toMatchObject({ total: 3 });
    expect(ask(1, 1, 'wolf').rows).toHaveLength(1);
  });

  it('gives rows in the order asked, and leaves unknown ids out', () => {
    const rows = library.reader.rows([3, 500, 0].map(idOf));
    expect(rows.map(({ id }) => id)).toEqual([3, 0].map(idOf));
    expect(rows[0]).toMatchObject({ title: 'Starred', collections: [{ id: 'c000000003', path: 'News / Turkey / İzmir' }] });
  });

  it('says where an article stands', () => {
    expect(library.reader.indexOf({ view: { kind: 'all' }, query: '', keep: [], id: idOf(3) })).toBe(2);
    expect(library.reader.indexOf({ view: { kind: 'all' }, query: '', keep: [], id: idOf(4) })).toBeNull();
    expect(library.reader.indexOf({ view: { kind: 'all' }, query: 'wolf', keep: [], id: idOf(2) })).toBe(0);
  });

  it('falls into groups of days and of sources, in its order', () => {
    const groups = (sort: { by: 'saved' | 'source' | 'title'; descending: boolean }, by: 'day' | 'source') =>
      library.reader.groups({ view: { kind: 'all' }, query: '', keep: [], sort, by });
    expect(groups({ by: 'saved', descending: true }, 'day').map(({ count }) => count)).toEqual([1, 5]);
    expect(groups({ by: 'saved', descending: false }, 'day').map(({ count }) => count)).toEqual([5, 1]);
    expect(groups({ by: 'source', descending: false }, 'source')).toEqual([
      { key: 'die zeit', count: 1 },
      { key: 'gazette', count: 5 },
    ]);
    expect(groups({ by: 'title', descending: false }, 'day')).toEqual([]);
    expect(groups({ by: 'saved', descending: true }, 'source')).toEqual([]);
  });

  it('finds the next and the previous unread article', () => {
    const seek = (from: number, step: 1 | -1, query = '') =>
      library.reader.seekUnread({ view: { kind: 'all' }, query, keep: [], from, step });
    expect(seek(-1, 1)).toEqual({ index: 0, id: idOf(7) });
    expect(seek(1, 1)).toEqual({ index: 3, id: idOf(2) });
    expect(seek(3, 1)).toEqual({ index: 5, id: idOf(0) });
    expect(seek(5, 1)).toBeNull();
    expect(seek(5, -1)).toEqual({ index: 3, id: idOf(2) });
    expect(seek(0, -1)).toBeNull();
    expect(seek(99, -1)).toEqual({ index: 5, id: idOf(0) });
    expect(seek(99, 1)).toBeNull();
    expect(seek(-1, 1, 'wolf')).toEqual({ index: 0, id: idOf(2) });
  });

  it('fills the sidebar', () => {
    const { counts, tags, collections } = library.reader.sidebar();
    expect(counts).toEqual({ all: 6, unread: 4, later: 1, starred: 1, archive: 1, incomplete: 1, trash: 1 });
    expect(tags.map(({ name, count, unread }) => [name, count, unread])).toEqual([
      ['Haber', 2, 1],
      ['haber/Türkiye', 1, 1],
      ['Long Read', 1, 1],
    ]);
    expect(collections.map(({ path, count, unread }) => [path, count, unread])).toEqual([
      ['Books', 0, 0],
      ['News', 3, 2],
      ['News / Turkey', 3, 2],
      ['News / Turkey / İzmir', 2, 1],
    ]);
  });

  it('counts what smart collections find, and shows it newest first', async () => {
    const { smart } = library.reader.sidebar();
    expect(smart.map(({ name, count, unread, colour, icon }) => [name, count, unread, colour, icon])).toEqual([
      ['Thrown away', 1, 1, null, 'book'],
      ['Wolves', 3, 3, 'teal', null],
    ]);
    expect(library.found('', { view: { kind: 'smart', id: 's000000001' } })).toEqual([4, 2, 0]);
    expect(library.found('bear', { view: { kind: 'smart', id: 's000000001' } })).toEqual([2]);
    expect(library.found('', { view: { kind: 'smart', id: 's000000002' } })).toEqual([6]);
    expect(library.found('', { view: { kind: 'smart', id: 's999999999' } })).toEqual([]);
    await library.writer.apply({ seq: 2, upsert: [documentOf(0, { ...SAMPLES[0], read: true }, NAMES, null)], remove: [], names: null });
    expect(library.reader.sidebar().smart[1]).toMatchObject({ count: 2, unread: 2 });
  });

  it('shows a tag with those below it, and keeps the colours of both', async () => {
    expect(library.found('', { view: { kind: 'tag', id: 't000000001' } })).toEqual([2, 1]);
    expect(library.found('', { view: { kind: 'tag', id: 't000000002' } })).toEqual([2]);
    const tags = TAGS.map((tag) => (tag.id === 't000000001' ? { ...tag, colour: 'red' as const } : tag));
    await library.writer.apply({ seq: 2, upsert: [], remove: [], names: { ...NAMES, tags } });
    await library.writer.apply({ seq: 3, upsert: [documentOf(1, SAMPLES[1] ?? {}, NAMES, null)], remove: [], names: null });
    expect(library.reader.sidebar().tags[0]).toMatchObject({ name: 'Haber', colour: 'red', count: 2 });
  });

  it('follows a rename without touching the articles', async () => {
    const collections = COLLECTIONS.map((one) => (one.id === 'c000000002' ? { ...one, name: 'Anatolia' } : one));
    const tags = TAGS.map((tag) => (tag.id === 't000000001' ? { ...tag, name: 'Nouvelles' } : tag));
    await library.writer.apply({ seq: 2, upsert: [], remove: [], names: { tags, collections } });
    expect(library.found('in:anatolia')).toEqual([4, 3, 2]);
    expect(library.found('in:turkey')).toEqual([]);
    expect(library.found('nouvelles')).toEqual([1]);
    const [row] = library.reader.rows([idOf(3)]);
    expect(row?.collections[0]?.path).toBe('News / Anatolia / İzmir');
    expect(library.reader.rows([idOf(1)])[0]?.tags).toEqual([{ id: 't000000001', name: 'Nouvelles' }]);
  });

  it('follows edits that come without the text, and deletions', async () => {
    const edited = documentOf(0, { ...SAMPLES[0], title: 'Zebra', starred: true, tags: ['t000000003'] }, NAMES, null);
    await library.writer.apply({ seq: 2, upsert: [edited], remove: [idOf(1)], names: null });
    expect(library.found('zebra')).toEqual([0]);
    expect(library.found('plain')).toEqual([]);
    expect(library.found('zebra wolf tag:"long read" is:starred')).toEqual([0]);
    expect(library.found('', { view: { kind: 'all' } })).toEqual([7, 5, 3, 2, 0]);
    expect(await library.writer.ids()).toEqual(new Set([0, 2, 3, 4, 5, 6, 7].map(idOf)));
    expect(library.writer.appliedSeq).toBe(2);
  });

  it('gives two articles saved in the same millisecond each a place', async () => {
    const saved = FIRST_SAVED + 50 * DAY;
    const twins = [20, 21, 22].map((i) => documentOf(i, { text: `twin number${i}`, saved }, NAMES));
    await library.writer.apply({ seq: 2, upsert: twins, remove: [], names: null });
    expect(library.found('twin')).toEqual([22, 21, 20]);
    expect(library.found('number21')).toEqual([21]);
    await library.writer.apply({ seq: 3, upsert: [documentOf(21, { text: 'alone', saved }, NAMES)], remove: [idOf(20)], names: null });
    expect(library.found('twin')).toEqual([22]);
    expect(library.found('alone')).toEqual([21]);
  });

  it('reports mistakes and searches the rest', () => {
    const found = library.reader.list({ view: { kind: 'everything' }, query: 'bear is:nice', keep: [], offset: 0, limit: 10 });
    expect(found.rows.map(({ id }) => id)).toEqual([idOf(2)]);
    expect(found.problems).toEqual([{ message: expect.stringContaining('nice') as string, start: 8, end: 12 }]);
  });

  it('offers another spelling where little was found', () => {
    const ask = (query: string) => library.reader.list({ view: { kind: 'everything' }, query, keep: [], offset: 0, limit: 10 }).didYouMean;
    expect(ask('stared')).toEqual(['starred']);
    expect(ask('incompelte is:unread')).toEqual(['incomplete is:unread']);
    expect(ask('archivedd "wolf"')).toEqual(['archived "wolf"']);
    expect(ask('wolf')).toEqual([]);
    expect(ask('xylophone')).toEqual([]);
  });

  it('cuts snippets from the original text', () => {
    library.texts.set(idOf(2), 'Here is a BÉAR, well hidden.');
    expect(library.reader.snippets('bear', [idOf(2), idOf(3)])).toEqual({
      [idOf(2)]: { text: 'Here is a BÉAR, well hidden.', marks: [[10, 14]] },
      [idOf(3)]: { text: 'fox', marks: [] },
    });
    expect(library.reader.snippets('is:unread', [idOf(2)])).toEqual({});
  });

  it('answers nonsense without an error', () => {
    for (const query of [
      '"',
      '((((',
      '-',
      '*',
      'NEAR(a b)',
      'title:x',
      '{a}',
      'a AND',
      '^a',
      'a*',
      "'; drop table art; --",
      '\u0000',
      '%',
      '_',
    ])
      expect(() => library.found(query)).not.toThrow();
    const long = Array.from({ length: 400 }, (_, i) => `w${i}`);
    expect(library.found(long.join(' '))).toEqual([]);
    expect(library.found(long.join(' OR ').slice(0, 2000))).toEqual([]);
    expect(library.found('tag:a '.repeat(330))).toEqual([]);
    expect(library.found('-tag:a OR '.repeat(200))).toHaveLength(7);
    expect(library.found(`${'(a OR (b '.repeat(200)}`)).toEqual([]);
  });
});
