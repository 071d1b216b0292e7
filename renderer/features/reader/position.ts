import type { ReadingPosition } from '../../../electron/contract/entities.ts';

/** Characters of a block that find it again. */
const PREFIX_LENGTH = 48;

/** Spaces are one space, so that a re-extraction with other line breaks still matches. */
export function prefixOf(text: string): string {
  return [
    ...text
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, PREFIX_LENGTH * 2),
  ]
    .slice(0, PREFIX_LENGTH)
    .join('')
    .slice(0, 64);
}

/** How much of the way down a scroller is, 0–1; 1 where everything fits. All in CSS pixels. */
export function fractionOf(scrollTop: number, scrollHeight: number, clientHeight: number): number {
  const way = scrollHeight - clientHeight;
  if (way <= 1) return 1;
  return Math.min(1, Math.max(0, scrollTop / way));
}

/** The first of `count` blocks (in document order) whose lower edge is below `y`; the last one where none is. */
export function blockAt(count: number, bottomOf: (index: number) => number, y: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bottomOf(middle) > y) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}

/** The block a position means: the one with its index and prefix, else the nearest with its prefix, else null (use the fraction). */
export function findBlock(position: ReadingPosition, count: number, prefixAt: (index: number) => string): number | null {
  if (position.prefix === '') return null;
  for (let distance = 0; distance <= count + position.block; distance++) {
    for (const index of distance === 0 ? [position.block] : [position.block - distance, position.block + distance]) {
      if (index >= 0 && index < count && prefixAt(index) === position.prefix) return index;
    }
  }
  return null;
}

/**
 * Where to scroll for a position, in pixels from the top of the scroller. The fraction says where inside a long block it was, as long as it
 * points into that block; a text that was laid out anew starts at the block's first line.
 */
export function scrollTopFor(fraction: number, way: number, block: { top: number; bottom: number } | null): number {
  const byFraction = Math.max(0, fraction * way);
  if (!block) return byFraction;
  return byFraction >= block.top && byFraction < block.bottom ? byFraction : Math.max(0, block.top);
}
