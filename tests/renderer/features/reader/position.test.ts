import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPositionSaver } from '../../../../renderer/features/reader/position-saver.ts';
import { blockAt, findBlock, fractionOf, prefixOf, scrollTopFor } from '../../../../renderer/features/reader/position.ts';
import { afterEach, beforeEach, vi } from 'vitest';

describe('a reading position', () => {
  it('is the part of the way that was scrolled, and all of it where everything fits', () => {
    expect(fractionOf(0, 2000, 1000)).toBe(0);
    expect(fractionOf(500, 2000, 1000)).toBe(0.5);
    expect(fractionOf(1200, 2000, 1000)).toBe(1);
    expect(fractionOf(-30, 2000, 1000)).toBe(0);
    expect(fractionOf(0, 800, 1000)).toBe(1);
  });

  it('names a block by its first 48 characters, whatever its spaces', () => {
    expect(prefixOf('  A line\n   and   another ')).toBe('A line and another');
    expect([...prefixOf('a'.repeat(300))]).toHaveLength(48);
    expect(prefixOf('🦉'.repeat(300)).length).toBeLessThanOrEqual(64);
    expect(prefixOf('')).toBe('');
  });

  it('finds the first block that reaches below a line, for any heights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 20_000 }),
        (heights, y) => {
          let sum = 0;
          const bottoms = heights.map((height) => (sum += height));
          const expected = bottoms.findIndex((bottom) => bottom > y);
          expect(blockAt(bottoms.length, (index) => bottoms[index] ?? 0, y)).toBe(expected === -1 ? bottoms.length - 1 : expected);
        },
      ),
    );
    expect(blockAt(0, () => 0, 10)).toBe(0);
  });

  it('is found again by index and prefix, then by the nearest prefix, then not at all', () => {
    const blocks = ['one', 'two', 'three', 'two', 'four'];
    const at = (block: number, prefix: string): number | null =>
      findBlock({ fraction: 0.5, block, prefix }, blocks.length, (index) => blocks[index] ?? '');
    expect(at(2, 'three')).toBe(2);
    expect(at(4, 'two')).toBe(3);
    expect(at(0, 'two')).toBe(1);
    expect(at(99, 'four')).toBe(4);
    expect(at(1, 'gone')).toBeNull();
    expect(at(1, '')).toBeNull();
  });

  it('goes to the exact line where the text is laid out as it was, else to the start of the block, else by the fraction', () => {
    expect(scrollTopFor(0.5, 2000, { top: 900, bottom: 1200 })).toBe(1000);
    expect(scrollTopFor(0.5, 2000, { top: 1400, bottom: 1500 })).toBe(1400);
    expect(scrollTopFor(0.5, 2000, null)).toBe(1000);
  });
});

describe('saving the position', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('happens at most once a second while someone scrolls, with the newest place', () => {
    let place = 0;
    const saved: number[] = [];
    const saver = createPositionSaver(
      () => ({ fraction: place, block: 0, prefix: '' }),
      ({ fraction }) => saved.push(fraction),
    );
    for (let at = 0; at < 30; at++) {
      place = at / 100;
      saver.moved();
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(1000);
    expect(saved.length).toBeLessThanOrEqual(4);
    expect(saved.at(-1)).toBe(0.29);
  });

  it('happens once more on leaving, and never when nothing moved', () => {
    const saved: number[] = [];
    const saver = createPositionSaver(
      () => ({ fraction: 0.4, block: 0, prefix: '' }),
      ({ fraction }) => saved.push(fraction),
    );
    saver.leave();
    expect(saved).toEqual([]);
    saver.moved();
    saver.leave();
    saver.leave();
    vi.advanceTimersByTime(5000);
    expect(saved).toEqual([0.4]);
  });
});
