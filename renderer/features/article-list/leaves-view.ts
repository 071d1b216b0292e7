import type { View } from '../../../electron/contract/entities.ts';

export type Leaving = 'archive' | 'unarchive' | 'trash' | 'restore';

/** Whether articles leave the list by an action, so that the reader may go on to the next one. */
export function leavesView(view: View, action: Leaving): boolean {
  switch (action) {
    case 'trash':
      return view.kind !== 'trash';
    case 'restore':
      return view.kind === 'trash';
    case 'archive':
      return view.kind === 'all' || view.kind === 'unread' || view.kind === 'later';
    case 'unarchive':
      return view.kind === 'archive';
  }
}

/**
 * The index of the row to go on with when the rows in `gone` leave: the first after `from` that stays, else the last before it, else null.
 * `idAt` gives null where a row is not loaded; such a row is taken to stay.
 */
export function rowAfter(from: number, total: number, gone: ReadonlySet<string>, idAt: (index: number) => string | null): number | null {
  const stays = (index: number): boolean => {
    const id = idAt(index);
    return id === null || !gone.has(id);
  };
  for (let index = from + 1; index < total; index++) if (stays(index)) return index;
  for (let index = from - 1; index >= 0; index--) if (stays(index)) return index;
  return null;
}
