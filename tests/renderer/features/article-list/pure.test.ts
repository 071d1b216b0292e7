import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leavesView, rowAfter } from '../../../../renderer/features/article-list/leaves-view.ts';
import { createPreview } from '../../../../renderer/features/article-list/preview.ts';
import { formatFull, formatWhen } from '../../../../renderer/features/article-list/when.ts';

describe('dates of rows', () => {
  const now = new Date(2025, 10, 20, 15, 0).getTime();
  const at = (day: number, hour: number, minute = 0): string => new Date(2025, 10, day, hour, minute).toISOString();

  it.each([
    [at(20, 14, 55), '5m ago'],
    [at(20, 12), '3h ago'],
    ['2025-11-20', 'today'],
    [at(19, 23), 'yesterday'],
    ['2025-11-19', 'yesterday'],
    ['2025-11-17', 'Mon'],
    ['2025-03-09', 'Mar 9'],
    ['2023-03-09', 'Mar 2023'],
  ])('%s reads %s', (text, words) => {
    expect(formatWhen(text, now, 'en')).toBe(words);
  });

  it('says a future date as a date, and what is no date as it stands', () => {
    expect(formatWhen('2025-11-25', now, 'en')).toBe('Nov 25');
    expect(formatWhen('soon', now, 'en')).toBe('soon');
  });

  it('adds no time to a day without one', () => {
    expect(formatFull('2023-03-09', 'en')).toBe('March 9, 2023');
    expect(formatFull(at(20, 12), 'en')).toMatch(/November 20, 2025.*12:00/);
  });
});

describe('rows that leave the list', () => {
  it('knows which action empties which view', () => {
    expect(leavesView({ kind: 'all' }, 'archive')).toBe(true);
    expect(leavesView({ kind: 'unread' }, 'archive')).toBe(true);
    expect(leavesView({ kind: 'starred' }, 'archive')).toBe(false);
    expect(leavesView({ kind: 'later' }, 'archive')).toBe(true);
    expect(leavesView({ kind: 'archive' }, 'unarchive')).toBe(true);
    expect(leavesView({ kind: 'tag', id: 't000000000' }, 'trash')).toBe(true);
    expect(leavesView({ kind: 'trash' }, 'trash')).toBe(false);
    expect(leavesView({ kind: 'trash' }, 'restore')).toBe(true);
  });

  it('goes on with the next row that stays, else with the one before', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const idAt = (index: number): string | null => ids[index] ?? null;
    expect(rowAfter(1, 4, new Set(['b']), idAt)).toBe(2);
    expect(rowAfter(1, 4, new Set(['b', 'c']), idAt)).toBe(3);
    expect(rowAfter(3, 4, new Set(['d']), idAt)).toBe(2);
    expect(rowAfter(0, 1, new Set(['a']), idAt)).toBeNull();
    expect(rowAfter(3, 6, new Set(['d']), idAt)).toBe(4);
  });
});

describe('opening while the cursor runs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('opens the first at once and then only the last of a quick run', () => {
    const opened: string[] = [];
    const preview = createPreview((id) => opened.push(id), 100);
    for (const id of ['a', 'b', 'c', 'd']) {
      preview.open(id);
      vi.advanceTimersByTime(30);
    }
    expect(opened).toEqual(['a']);
    vi.advanceTimersByTime(100);
    expect(opened).toEqual(['a', 'd']);
  });

  it('opens each of slow steps, and nothing once it is told to stop', () => {
    const opened: string[] = [];
    const preview = createPreview((id) => opened.push(id), 100);
    preview.open('a');
    vi.advanceTimersByTime(200);
    preview.open('b');
    preview.open('c');
    preview.cancel();
    vi.advanceTimersByTime(500);
    expect(opened).toEqual(['a', 'b']);
  });
});
