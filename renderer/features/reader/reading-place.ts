import type { ReadingPosition } from '../../../electron/contract/entities.ts';
import { blockAt, findBlock, fractionOf, prefixOf, scrollTopFor } from './position.ts';

const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, figure, dt, dd, tr, summary';

/** A point of the text that stays where it is on the screen while the layout changes. */
interface Anchor {
  block: number;
  /** Part of the block's height above the window's top edge; pixels where that edge is between two blocks. */
  part: number | null;
  pixels: number;
}

export interface ReadingPlace {
  /** Makes the frame as high as its text. Returns whether the height changed. */
  fit(): boolean;
  /** Counts the blocks of what was written at the end of the article. */
  extend(added: readonly Node[]): void;
  readonly blocks: number;
  anchor(): Anchor | null;
  restore(anchor: Anchor): void;
  position(): ReadingPosition;
  goTo(position: ReadingPosition): void;
  /** Scrolls an element of the frame into view, near the top. */
  show(rect: Pick<DOMRect, 'top' | 'bottom'>): void;
  /** Goes to an element of the article and marks it as the place that was jumped to; the keyboard goes on from there. */
  mark(target: Element): void;
  fraction(): number;
  /** The first block that can be seen; null where there is none. */
  topRange(): Range | null;
  /** Pages by most of a window. False where that end is reached already. */
  page(direction: 1 | -1): boolean;
}

/**
 * Where the reader is in the article. The frame never scrolls: `scroller` holds it and what stands above it. All figures are CSS pixels;
 * inside the frame they count from its top.
 */
export function createReadingPlace(scroller: HTMLElement, frame: HTMLIFrameElement, article: HTMLElement): ReadingPlace {
  const blocks: Element[] = [];
  const frameTop = (): number => frame.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  const rectOf = (index: number): DOMRect | null => blocks[index]?.getBoundingClientRect() ?? null;
  const prefixAt = (index: number): string => prefixOf(blocks[index]?.textContent ?? '');
  const way = (): number => scroller.scrollHeight - scroller.clientHeight;
  const topBlock = (): number => blockAt(blocks.length, (index) => rectOf(index)?.bottom ?? 0, scroller.scrollTop - frameTop() + 1);
  const fraction = (): number => fractionOf(scroller.scrollTop, scroller.scrollHeight, scroller.clientHeight);

  const show = (rect: Pick<DOMRect, 'top' | 'bottom'>): void => {
    const top = frameTop() + rect.top;
    const visible = top >= scroller.scrollTop + 8 && top <= scroller.scrollTop + scroller.clientHeight - 48;
    if (!visible) scroller.scrollTop = Math.max(0, top - scroller.clientHeight * 0.25);
  };

  return {
    fit() {
      const height = `${Math.ceil(article.getBoundingClientRect().bottom)}px`;
      if (frame.style.height === height) return false;
      frame.style.height = height;
      return true;
    },
    extend(added) {
      for (const node of added) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        const element = node as Element;
        // Innermost blocks only: a list item that holds paragraphs is not a place of its own.
        for (const block of [element, ...element.querySelectorAll(BLOCKS)]) {
          if (block.matches(BLOCKS) && block.querySelector(BLOCKS) === null) blocks.push(block);
        }
      }
    },
    get blocks() {
      return blocks.length;
    },
    anchor() {
      const y = scroller.scrollTop - frameTop();
      const block = topBlock();
      const rect = rectOf(block);
      if (y <= 0 || !rect) return null;
      const inside = y >= rect.top && y < rect.bottom && rect.height > 0;
      return { block, part: inside ? (y - rect.top) / rect.height : null, pixels: y - rect.top };
    },
    restore({ block, part, pixels }) {
      const rect = rectOf(block);
      if (!rect) return;
      const target = frameTop() + rect.top + (part === null ? pixels : part * rect.height);
      if (Math.abs(scroller.scrollTop - target) >= 1) scroller.scrollTop = target;
    },
    position() {
      const block = topBlock();
      return { fraction: fraction(), block, prefix: prefixAt(block) };
    },
    goTo(position) {
      const block = findBlock(position, blocks.length, prefixAt);
      const rect = block === null ? null : rectOf(block);
      const top = frameTop();
      scroller.scrollTop = scrollTopFor(position.fraction, way(), rect && { top: top + rect.top, bottom: top + rect.bottom });
    },
    show,
    mark(target) {
      show(target.getBoundingClientRect());
      for (const old of article.querySelectorAll('.target')) old.classList.remove('target');
      target.classList.add('target');
      const element = target as HTMLElement;
      if (element.tabIndex < 0) element.tabIndex = -1;
      element.focus({ preventScroll: true });
    },
    fraction,
    topRange() {
      const block = blocks[topBlock()];
      if (!block) return null;
      const range = article.ownerDocument.createRange();
      range.selectNodeContents(block);
      return range;
    },
    page(direction) {
      const before = scroller.scrollTop;
      // A strip of the old page stays in view, so that the eye finds its line.
      scroller.scrollTop = before + direction * Math.max(scroller.clientHeight * 0.5, scroller.clientHeight - 72);
      return Math.abs(scroller.scrollTop - before) > 1;
    },
  };
}
