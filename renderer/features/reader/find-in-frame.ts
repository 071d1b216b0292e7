import { findMatches } from './find-text.ts';

/** All matches of a query in the article, as ranges of the frame's document. Words of neighbouring paragraphs never join. */
export function rangesOf(article: HTMLElement, query: string): Range[] {
  const doc = article.ownerDocument;
  const walker = doc.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  const pieces: string[] = [];
  let block: Element | null = null;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const own = node.parentElement?.closest('p,li,h1,h2,h3,h4,h5,h6,td,th,figcaption,blockquote,pre,dt,dd,div,caption') ?? null;
    if (block !== null && own !== block) {
      nodes.push(node);
      pieces.push('\u0000');
    }
    block = own;
    nodes.push(node);
    pieces.push(node.data);
  }
  return findMatches(pieces, query).flatMap(({ start, end }) => {
    const [first, last] = [nodes[start[0]], nodes[end[0]]];
    if (!first || !last) return [];
    const range = doc.createRange();
    range.setStart(first, start[1]);
    range.setEnd(last, end[1]);
    return [range];
  });
}

/** Marks the matches, and one of them more strongly. The article's own nodes are not touched (CSS Custom Highlight API). */
export function markRanges(doc: Document, ranges: readonly Range[], current: number): void {
  const win = doc.defaultView;
  const registry = win?.CSS?.highlights;
  if (!win || !registry) return;
  registry.delete('find');
  registry.delete('find-current');
  if (ranges.length === 0) return;
  registry.set('find', new win.Highlight(...ranges));
  const strong = ranges[current];
  if (strong) {
    const highlight = new win.Highlight(strong);
    highlight.priority = 1;
    registry.set('find-current', highlight);
  }
}
