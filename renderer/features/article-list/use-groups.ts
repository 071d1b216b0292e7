import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useBridge } from '../../bridge/context.tsx';
import { keys, type ListOf } from '../../bridge/keys.ts';
import { useListLook } from '../../bridge/list-look.ts';
import { question } from './use-cursor.ts';

export interface Group {
  /** Day as `2024-05-31` (empty = unknown), or what a source is sorted by. */
  readonly key: string;
  /** Index of its first row. */
  readonly start: number;
  readonly count: number;
}

export interface Groups {
  readonly by: 'day' | 'source' | null;
  readonly all: readonly Group[];
  /** The group of a row, or null where the list is not grouped. */
  readonly at: (index: number) => Group | null;
  readonly startsAt: (index: number) => boolean;
}

const NONE: Groups = { by: null, all: [], at: () => null, startsAt: () => false };

/** Which group each row of a list of groups is in: by bisection, as there may be thousands. */
export function indexGroups(by: 'day' | 'source', found: readonly { key: string; count: number }[]): Groups {
  let start = 0;
  const all = found.map(({ key, count }) => {
    const group = { key, count, start };
    start += count;
    return group;
  });
  const starts = new Set(all.map((group) => group.start));
  const at = (index: number): Group | null => {
    let [low, high] = [0, all.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((all[middle]?.start ?? Infinity) <= index) low = middle;
      else high = middle - 1;
    }
    return all[low] ?? null;
  };
  return { by, all, at, startsAt: (index) => starts.has(index) };
}

/** How the list falls into groups, where the person wants any. Asked again with the rows themselves. */
export function useGroups(of: ListOf): Groups {
  const bridge = useBridge();
  const { group = 'none' } = useListLook(of.view);
  const { data } = useQuery({
    queryKey: [...keys.list(of), 'groups', group],
    queryFn: () => bridge.call('articles.groups', { ...question(of), by: group === 'none' ? 'day' : group }),
    enabled: group !== 'none',
  });
  return useMemo(() => (group === 'none' || !data || data.groups.length === 0 ? NONE : indexGroups(group, data.groups)), [data, group]);
}
