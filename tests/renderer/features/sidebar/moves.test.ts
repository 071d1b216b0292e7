import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../../electron/contract/entities.ts';
import { dropMove, isWithin, stepMove, zoneOf } from '../../../../renderer/features/sidebar/moves.ts';
import { visibleNodes } from '../../../../renderer/features/sidebar/tree.ts';

const collection = (id: string, parentId: string | null, order: number): Collection => ({
  id,
  parentId,
  name: id.toUpperCase(),
  path: id,
  order,
  count: 1,
  unread: 0,
});

/** a (a1, a2 (a2x)), b, c */
const TREE = [
  collection('c', null, 3),
  collection('a', null, 1),
  collection('b', null, 2),
  collection('a2', 'a', 2),
  collection('a1', 'a', 1),
  collection('a2x', 'a2', 1),
];

describe('moves of collections', () => {
  it.each([
    ['b', 'up', { id: 'b', parentId: null, before: 'a' }],
    ['a', 'up', null],
    ['a', 'down', { id: 'a', parentId: null, before: 'c' }],
    ['b', 'down', { id: 'b', parentId: null, before: null }],
    ['c', 'down', null],
    ['b', 'in', { id: 'b', parentId: 'a', before: null }],
    ['a', 'in', null],
    ['a1', 'out', { id: 'a1', parentId: null, before: 'b' }],
    ['a2x', 'out', { id: 'a2x', parentId: 'a', before: null }],
    ['c', 'out', null],
  ] as const)('%s %s', (id, direction, move) => {
    expect(stepMove(TREE, id, direction)).toEqual(move);
  });

  it('drops into, before and after, but never into itself or below itself', () => {
    expect(dropMove(TREE, 'c', 'a', 'into')).toEqual({ id: 'c', parentId: 'a', before: null });
    expect(dropMove(TREE, 'c', 'a', 'before')).toEqual({ id: 'c', parentId: null, before: 'a' });
    expect(dropMove(TREE, 'c', 'a', 'after')).toEqual({ id: 'c', parentId: null, before: 'b' });
    expect(dropMove(TREE, 'c', 'a2x', 'after')).toEqual({ id: 'c', parentId: 'a2', before: null });
    expect(dropMove(TREE, 'a', 'a', 'into')).toBeNull();
    expect(dropMove(TREE, 'a', 'a2x', 'into')).toBeNull();
  });

  it('divides a row into before, into and after', () => {
    expect([2, 14, 26].map((y) => zoneOf(y, 28))).toEqual(['before', 'into', 'after']);
  });

  it('does not loop on a broken tree', () => {
    expect(isWithin([collection('x', 'y', 1), collection('y', 'x', 1)], 'x', 'z')).toBe(false);
  });
});

describe('rows of the tree', () => {
  const counts = { all: 1, unread: 1, later: 0, starred: 0, archive: 0, incomplete: 0, trash: 0 };
  const sidebar = {
    counts,
    collections: TREE,
    smart: [],
    feeds: [],
    tags: [
      { id: 't2', name: 'zebra', count: 1, unread: 0 },
      { id: 't1', name: 'apple', count: 1, unread: 0 },
    ],
  };
  const keys = (closed: string[]): string[] => visibleNodes(sidebar, new Set(closed)).map(({ key }) => key);
  const tail = (closed: string[]): string[] => keys(closed).slice(8);

  it('lists views, collections in their order, tags by name', () => {
    expect(keys([])).toEqual([
      'all',
      'unread',
      'later',
      'starred',
      'archive',
      'incomplete',
      'trash',
      'section:smart',
      'section:collections',
      'a',
      'a1',
      'a2',
      'a2x',
      'b',
      'c',
      'section:feeds',
      'section:tags',
      't1',
      't2',
    ]);
  });

  it('leaves out what is closed', () => {
    expect(tail(['a'])).toEqual(['section:collections', 'a', 'b', 'c', 'section:feeds', 'section:tags', 't1', 't2']);
    expect(tail(['section:collections', 'section:tags'])).toEqual(['section:collections', 'section:feeds', 'section:tags']);
  });

  it('tells each row its level and its place among its siblings', () => {
    const node = visibleNodes(sidebar, new Set()).find(({ key }) => key === 'a2');
    expect(node).toMatchObject({ level: 3, setSize: 2, posInSet: 2, parentKey: 'a', expanded: true });
  });
});
