import type { TextSpan } from '../../../../electron/contract/anchor.ts';

/** The article's text as shown, one string: what offsets of highlights count in. Paragraphs are separated by a line break. */
export interface ArticleText {
  readonly text: string;
  /** The span of a selection, without the spaces at its ends; null where it holds no word of the article. */
  spanOf(range: Range): TextSpan | null;
  rangeOf(span: TextSpan): Range | null;
  /** The parts of text nodes that a span covers, in order. */
  piecesOf(span: TextSpan): { node: Text; from: number; to: number }[];
}

const BLOCK = 'p,li,h1,h2,h3,h4,h5,h6,td,th,figcaption,blockquote,pre,dt,dd,div,caption,summary,section,article';
/** What the reader itself put into the article is not its text. */
const OURS = '.missing,[data-ours]';

/** Reads the article's text nodes once; good until the article's nodes change. */
export function readText(article: HTMLElement): ArticleText {
  const doc = article.ownerDocument;
  const walker = doc.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let block: Element | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (node.data === '' || parent?.closest(OURS)) continue;
    const own = parent?.closest(BLOCK) ?? null;
    if (block !== null && own !== block) {
      parts.push('\n');
      length++;
    }
    block = own;
    nodes.push(node);
    starts.push(length);
    parts.push(node.data);
    length += node.data.length;
  }
  const text = parts.join('');

  const first = (test: (index: number) => boolean): number => {
    let low = 0;
    let high = nodes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (test(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const nodeAt = (offset: number): number => Math.max(0, first((index) => (starts[index] ?? 0) > offset) - 1);

  const offsetOf = (container: Node, offset: number): number => {
    const probe = doc.createRange();
    probe.setStart(container, offset);
    probe.collapse(true);
    // The first text node that begins at or after the point; the one before it may hold the point.
    const after = first((index) => probe.comparePoint(nodes[index] as Text, 0) >= 0);
    const before = nodes[after - 1];
    if (before === container) return (starts[after - 1] ?? 0) + Math.min(offset, before.data.length);
    if (nodes[after] === container) return (starts[after] ?? 0) + offset;
    return after < nodes.length ? (starts[after] ?? text.length) : text.length;
  };

  return {
    text,
    spanOf(range) {
      if (!article.contains(range.commonAncestorContainer) && !range.intersectsNode(article)) return null;
      let start = offsetOf(range.startContainer, range.startOffset);
      let end = offsetOf(range.endContainer, range.endOffset);
      while (start < end && /\s/.test(text.charAt(start))) start++;
      while (end > start && /\s/.test(text.charAt(end - 1))) end--;
      return end > start ? { start, end } : null;
    },
    rangeOf({ start, end }) {
      const [from, to] = [nodeAt(start), nodeAt(Math.max(start, end - 1))];
      const [head, tail] = [nodes[from], nodes[to]];
      if (!head || !tail) return null;
      const range = doc.createRange();
      range.setStart(head, Math.min(head.data.length, Math.max(0, start - (starts[from] ?? 0))));
      range.setEnd(tail, Math.min(tail.data.length, Math.max(0, end - (starts[to] ?? 0))));
      return range;
    },
    piecesOf({ start, end }) {
      const pieces: { node: Text; from: number; to: number }[] = [];
      for (let index = nodeAt(start); index < nodes.length; index++) {
        const node = nodes[index] as Text;
        const at = starts[index] ?? 0;
        if (at >= end) break;
        const from = Math.max(0, start - at);
        const to = Math.min(node.data.length, end - at);
        if (from < to) pieces.push({ node, from, to });
      }
      return pieces;
    },
  };
}
