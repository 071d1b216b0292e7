import { BLOCK_MARK, blockKey, type Block } from './blocks.ts';
import type { DomElement } from './dom.ts';

/** Which blocks a witness kept, read from what it made of the page. */

/** A text this long stands only once on a page, or means the same where it stands twice. */
const CERTAIN = 60;
const FEW = 8;

/** By the marks that came through, and by the words where they did not (an extractor that builds elements anew drops them). */
export function votesOf(blocks: readonly Block[], html: string, text: string): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const match of html.matchAll(new RegExp(`${BLOCK_MARK}="(\\d+)"`, 'g'))) kept.add(Number(match[1]));
  const words = blockKey(text);
  let covered = 0;
  for (const index of kept) covered += blocks[index]?.key.length ?? 0;
  const least = covered < words.length * 0.8 ? FEW : CERTAIN;
  blocks.forEach(({ key }, index) => {
    if (key.length >= least && !kept.has(index) && words.includes(key)) kept.add(index);
  });
  return kept;
}

/** The blocks in and under these elements. */
export function votesIn(elements: Iterable<DomElement>): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const element of elements) {
    for (const holder of [element, ...element.querySelectorAll(`[${BLOCK_MARK}]`)]) {
      const mark = holder.getAttribute(BLOCK_MARK);
      if (mark !== null) kept.add(Number(mark));
    }
  }
  return kept;
}
