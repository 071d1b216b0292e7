import { describe, expect, it } from 'vitest';
import { tagTree, type TagBranch } from '../../../../renderer/features/sidebar/tag-tree.ts';

const tree = (...names: string[]): unknown => {
  const show = ({ label, tag, below }: TagBranch): unknown => [tag ? label : `(${label})`, ...below.map(show)];
  return tagTree(names.map((name, at) => ({ id: `t${at}`, name, count: 1, unread: 0 }))).map(show);
};

describe('the tree of tags', () => {
  it.each([
    [
      ['zebra', 'apple'],
      [['apple'], ['zebra']],
    ],
    [['news/turkey', 'news'], [['news', ['turkey']]]],
    [['news/turkey', 'news/world'], [['(news)', ['turkey'], ['world']]]],
    [['a/b/c', 'a/b'], [['(a)', ['b', ['c']]]]],
    [['News/x', 'news'], [['News', ['x']]]],
    [
      ['part 10', 'part 9'],
      [['part 9'], ['part 10']],
    ],
    [
      ['/etc', 'a/', 'a//b'],
      [['/etc'], ['a/'], ['a//b']],
    ],
  ])('of %j is %j', (names, expected) => {
    expect(tree(...names)).toEqual(expected);
  });
});
