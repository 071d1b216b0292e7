import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SortBy } from '../../../electron/contract/entities.ts';
import { collationKey } from '../../../electron/core/search/order.ts';
import { EVERYTHING, idOf, NO_NAMES, openTestLibrary, type Sample, type TestLibrary } from './library.ts';

const SAMPLES: readonly Sample[] = [
  /* 0 */ { title: 'Part 10', source: 'Öster', words: 300, progress: 0.5, publishedAt: '2024-03-01', opened: '2024-05-02T00:00:00.000Z' },
  /* 1 */ { title: 'part 2', source: 'Ostsee', words: 300, progress: 1, publishedAt: '2024-03-01T08:00:00.000Z' },
  /* 2 */ { title: '“Élan” vital', source: 'ABC', words: 50, publishedAt: null, opened: '2024-05-03T00:00:00.000Z', read: true },
  /* 3 */ { title: 'Łódź', source: 'abc', words: 9000, publishedAt: '2023-12-31T23:30:00.000-05:00', highlights: 2 },
  /* 4 */ { title: 'Zug', source: 'Zeitung', words: 50, publishedAt: '1999-01-01', feeds: ['f000000001'] },
  /* 5 */ {
    title: '中国',
    source: 'Öster',
    words: 1,
    publishedAt: '2024-03-02',
    feeds: ['f000000002', 'f000000001'],
    highlights: 1,
    notes: 1,
  },
];
const NAMES = {
  ...NO_NAMES,
  feeds: [
    { id: 'f000000001', title: 'World news', folder: 'News / World' },
    { id: 'f000000002', title: 'Åland', folder: 'News' },
    { id: 'f000000003', title: 'Zebra', folder: '' },
  ],
};

const ORDERS: readonly (readonly [SortBy, readonly number[]])[] = [
  ['saved', [0, 1, 2, 3, 4, 5]],
  // Numbers by value, no accents, no quotation marks; other scripts after Latin.
  ['title', [2, 3, 1, 0, 4, 5]],
  // Of two alike the newer one first, from A to Z.
  ['source', [3, 2, 5, 0, 1, 4]],
  ['published', [2, 4, 3, 0, 1, 5]],
  ['length', [5, 2, 4, 0, 1, 3]],
  ['progress', [2, 3, 4, 5, 0, 1]],
  ['opened', [1, 3, 4, 5, 0, 2]],
];

describe.each(['fts', 'scan'] as const)('sorted lists in %s mode', (mode) => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await openTestLibrary(mode);
    await library.put(SAMPLES, NAMES);
  });
  afterAll(() => library.close());

  it.each(ORDERS)('sorts by %s, and the other way round', (by, order) => {
    expect(library.found('', { sort: { by, descending: false } })).toEqual(order);
    expect(library.found('', { sort: { by, descending: true } })).toEqual([...order].reverse());
  });

  it.each(ORDERS)('knows places in a list by %s', (by, order) => {
    const request = { view: EVERYTHING, query: '', keep: [], sort: { by, descending: false } };
    order.forEach((sample, index) => expect(library.reader.indexOf({ ...request, id: idOf(sample) })).toBe(index));
    const unread = order.filter((sample) => sample !== 2);
    expect(library.reader.seekUnread({ ...request, from: -1, step: 1 })).toEqual({
      index: order.indexOf(unread[0] ?? -1),
      id: idOf(unread[0] ?? -1),
    });
    expect(library.reader.seekUnread({ ...request, from: 5, step: -1 })?.id).toBe(idOf(order.slice(0, 5).findLast((at) => at !== 2) ?? -1));
  });

  it('sorts what a query finds by what was asked, and by relevance otherwise', () => {
    expect(library.found('part', { sort: { by: 'title', descending: false } })).toEqual([1, 0]);
    expect(library.found('part')).toEqual([1, 0]);
    expect(library.found('part', { sort: { by: 'relevance', descending: false } })).toEqual([0, 1]);
    expect(library.found('', { sort: { by: 'relevance', descending: true } })).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('lists what was opened, the last one first, and what has highlights', () => {
    expect(library.found('', { view: { kind: 'recent' } })).toEqual([2, 0]);
    expect(library.found('', { view: { kind: 'highlighted' } })).toEqual([5, 3]);
    expect(library.found('is:highlighted has:note')).toEqual([5]);
    expect(library.found('-has:feed')).toEqual([3, 2, 1, 0]);
  });

  it('lists the articles of a feed, and of a folder with the folders below it', () => {
    expect(library.found('', { view: { kind: 'feed', id: 'f000000001' } })).toEqual([5, 4]);
    expect(library.found('', { view: { kind: 'folder', path: 'News' } })).toEqual([5, 4]);
    expect(library.found('', { view: { kind: 'folder', path: 'news / world' } })).toEqual([5, 4]);
    expect(library.found('', { view: { kind: 'folder', path: 'World' } })).toEqual([]);
    expect(library.found('feed:aland')).toEqual([5]);
    expect(library.found('feed:world')).toEqual([5, 4]);
    expect(library.found('feed:"News / World"')).toEqual([5, 4]);
    expect(library.found('feed:zebra')).toEqual([]);
    expect(library.reader.sidebar().feeds).toEqual([
      { id: 'f000000003', title: 'Zebra', folder: '', count: 0, unread: 0 },
      { id: 'f000000002', title: 'Åland', folder: 'News', count: 1, unread: 1 },
      { id: 'f000000001', title: 'World news', folder: 'News / World', count: 2, unread: 2 },
    ]);
  });
});

describe('names as they are sorted', () => {
  it('are cut without breaking a character', () => {
    expect(collationKey(`${'x'.repeat(47)}🎉`)).toBe('x'.repeat(47));
    expect(collationKey('«12 Angry»')).toBe('00000012 angry»');
    expect(collationKey('!?')).toBe('');
  });
});
