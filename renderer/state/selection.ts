/** Articles picked in the list. Empty means: act on the row under the cursor. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Index the next range starts from; null before the first pick. */
  readonly anchor: number | null;
}

export const NO_SELECTION: Selection = { ids: new Set(), anchor: null };

/** Adds or takes away one; it becomes the anchor. */
export function toggle(selection: Selection, id: string, index: number): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: index };
}

/** First and last index of a range, in order. */
export function rangeOf(anchor: number, to: number): { first: number; last: number } {
  return anchor <= to ? { first: anchor, last: to } : { first: to, last: anchor };
}

/** The ids of a range replace the selection; the anchor stays, so that a second range starts at the same row. */
export function selectRange(anchor: number, ids: readonly string[]): Selection {
  return { ids: new Set(ids), anchor };
}

/** What is left of a selection when some articles went away. The same object where nothing did. */
export function without(selection: Selection, gone: readonly string[]): Selection {
  if (!gone.some((id) => selection.ids.has(id))) return selection;
  const ids = new Set(selection.ids);
  for (const id of gone) ids.delete(id);
  return ids.size === 0 ? NO_SELECTION : { ids, anchor: selection.anchor };
}
