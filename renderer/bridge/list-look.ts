import { useCallback } from 'react';
import type { View } from '../../electron/contract/entities.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { useSetSettings, useSettings } from './queries.ts';

export type ListLook = Settings['listLooks'][string];

/** Views whose look is remembered; the oldest choice goes first. */
const MOST = 300;

/** The name a view's look is kept under. */
export function lookKey(view: View): string {
  if ('id' in view) return `${view.kind}:${view.id}`;
  return 'path' in view ? `${view.kind}:${view.path}` : view.kind;
}

/** How this view's list is shown, where the person chose something for it. */
export function useListLook(view: View): ListLook {
  return useSettings().listLooks[lookKey(view)] ?? NOTHING;
}

const NOTHING: ListLook = {};

/** Changes how a view's list is shown, and remembers it. */
export function useSetListLook(view: View): (change: ListLook) => void {
  const { listLooks } = useSettings();
  const { mutate } = useSetSettings();
  return useCallback(
    (change) => {
      const key = lookKey(view);
      const others = Object.entries(listLooks).filter(([name]) => name !== key);
      mutate({ listLooks: Object.fromEntries([...others.slice(1 - MOST), [key, { ...listLooks[key], ...change }]]) });
    },
    [listLooks, mutate, view],
  );
}
