interface Ordered {
  readonly order: number;
}

/**
 * The records that change when `moved` goes to `place` among `others` (its siblings without it, in order): as few as possible. A number
 * between the neighbours is enough, until there is none left; then all are numbered afresh.
 */
export function placed<T extends Ordered>(moved: T, others: readonly T[], place: number): { before: T; after: T }[] {
  const [previous, next] = [others[place - 1], others[place]];
  if ((previous?.order ?? -Infinity) < moved.order && moved.order < (next?.order ?? Infinity)) return [];
  const low = previous?.order ?? (next ? next.order - 2 : 0);
  const order = next ? (low + next.order) / 2 : low + 1;
  if (low < order && (!next || order < next.order)) return [{ before: moved, after: { ...moved, order } }];
  const line = [...others.slice(0, place), moved, ...others.slice(place)];
  return line.flatMap((before, index) => (before.order === index + 1 ? [] : [{ before, after: { ...before, order: index + 1 } }]));
}
