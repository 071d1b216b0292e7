import { describe, expect, it } from 'vitest';
import { NO_SELECTION, rangeOf, selectRange, toggle, without } from '../../../renderer/state/selection.ts';

describe('list selection', () => {
  it('adds and takes away one at a time, and moves the anchor there', () => {
    const one = toggle(NO_SELECTION, 'a', 3);
    const two = toggle(one, 'b', 5);
    expect([...two.ids]).toEqual(['a', 'b']);
    expect(two.anchor).toBe(5);
    expect([...toggle(two, 'a', 3).ids]).toEqual(['b']);
    expect([...one.ids]).toEqual(['a']);
  });

  it('spans a range in either direction and keeps its anchor', () => {
    expect(rangeOf(4, 1)).toEqual({ first: 1, last: 4 });
    expect(rangeOf(1, 4)).toEqual({ first: 1, last: 4 });
    const range = selectRange(4, ['b', 'c', 'd', 'e']);
    expect(range.anchor).toBe(4);
    expect(range.ids.size).toBe(4);
  });

  it('drops what is gone, and is itself where nothing is', () => {
    const some = selectRange(0, ['a', 'b', 'c']);
    expect(without(some, ['x'])).toBe(some);
    expect([...without(some, ['b']).ids]).toEqual(['a', 'c']);
    expect(without(selectRange(0, ['a']), ['a'])).toBe(NO_SELECTION);
  });
});
