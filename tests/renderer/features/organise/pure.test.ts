import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../../electron/contract/entities.ts';
import { filterTree, treeRows } from '../../../../renderer/features/organise/collection-tree.ts';
import { dateOf, partsOf } from '../../../../renderer/features/organise/date-parts.ts';
import { changesBetween, marksOf } from '../../../../renderer/features/organise/states.ts';

describe('marks over several articles', () => {
  it('tells all from some from none', () => {
    expect(Object.fromEntries(marksOf([['a', 'b'], ['a'], ['a', 'a', 'c']]))).toEqual({ a: 'all', b: 'some', c: 'some' });
    expect(marksOf([]).size).toBe(0);
  });

  it('changes only what was changed: "some" that was left alone stays as it is', () => {
    const before = marksOf([
      ['a', 'b'],
      ['a', 'c'],
    ]);
    const after = new Map(before).set('a', 'none').set('b', 'all').set('d', 'all').set('e', 'none');
    expect(changesBetween(before, after)).toEqual({ add: ['b', 'd'], remove: ['a'] });
    expect(changesBetween(before, before)).toEqual({ add: [], remove: [] });
  });
});

describe('the tree of collections', () => {
  const collection = (id: string, parentId: string | null, name: string, order = 0): Collection => ({
    id,
    parentId,
    name,
    path: name,
    order,
    count: 0,
    unread: 0,
  });
  const all = [
    collection('c3', 'c1', 'Türkiye', 2),
    collection('c1', null, 'News', 1),
    collection('c2', 'c1', 'Azerbaijan', 1),
    collection('c4', null, 'Art', 0),
    collection('c5', 'gone', 'Orphan', 9),
  ];

  it('puts parents before children and siblings in their order; nothing is lost with a parent', () => {
    expect(treeRows(all).map(({ collection: { name }, depth }) => `${depth} ${name}`)).toEqual([
      '0 Art',
      '0 News',
      '1 Azerbaijan',
      '1 Türkiye',
      '0 Orphan',
    ]);
  });

  it('filters by name, and keeps what lies above', () => {
    expect(filterTree(treeRows(all), 'turkiye').map(({ collection: { name } }) => name)).toEqual(['News', 'Türkiye']);
    expect(filterTree(treeRows(all), '').length).toBe(5);
  });
});

describe('the published date in two fields', () => {
  it('keeps a day a day', () => {
    expect(partsOf('2023-03-09')).toEqual({ day: '2023-03-09', time: '' });
    expect(dateOf({ day: '2023-03-09', time: '' })).toBe('2023-03-09');
  });

  it('reads a moment in the zone of this computer, and writes the same moment', () => {
    const moment = '2023-03-09T22:30:00.000Z';
    expect(dateOf(partsOf(moment))).toBe(moment);
  });

  it('knows no date from a wrong one', () => {
    expect(dateOf(partsOf(null))).toBeNull();
    expect(dateOf({ day: '', time: '10:00' })).toBeUndefined();
    expect(dateOf({ day: '2023-02-30', time: '' })).toBeUndefined();
    expect(dateOf({ day: '20233-02-03', time: '' })).toBeUndefined();
  });
});
