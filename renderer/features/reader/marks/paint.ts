import type { TextSpan } from '../../../../electron/contract/anchor.ts';
import type { Highlight } from '../../../../electron/contract/entities.ts';
import type { ArticleText } from './article-text.ts';

export interface PlacedHighlight {
  readonly highlight: Highlight;
  readonly span: TextSpan;
}

/** What a highlight is called: spoken where it begins and ends, and the name of its button in the margin. */
export interface MarkWords {
  begins: (highlight: Highlight) => string;
  ends: string;
  open: (highlight: Highlight) => string;
}

/** A cut through one text node, and the highlights that cover what lies between two cuts. */
interface Covered {
  from: number;
  to: number;
  placed: PlacedHighlight[];
}

/**
 * Draws highlights into the article: `mark` elements around the words, a button in the margin where each begins. Where two overlap, the
 * newer one is on top. Changes text nodes: read the article's text again afterwards.
 */
export function paint(article: HTMLElement, text: ArticleText, placed: readonly PlacedHighlight[], words: MarkWords): void {
  const byNode = new Map<Text, Covered[]>();
  const firstPiece = new Map<string, Text>();
  const lastPiece = new Map<string, Text>();
  for (const one of placed) {
    const pieces = text.piecesOf(one.span).filter(({ node, from, to }) => node.data.slice(from, to).trim() !== '');
    for (const { node, from, to } of pieces) {
      const list = byNode.get(node) ?? [];
      list.push({ from, to, placed: [one] });
      byNode.set(node, list);
    }
    const [head, tail] = [pieces[0], pieces.at(-1)];
    if (head && tail) {
      firstPiece.set(one.highlight.id, head.node);
      lastPiece.set(one.highlight.id, tail.node);
    }
  }
  for (const [node, covers] of byNode) {
    const begins = (id: string, at: number): boolean =>
      firstPiece.get(id) === node && covers.some((cover) => cover.placed[0]?.highlight.id === id && cover.from === at);
    const ends = (id: string, at: number): boolean =>
      lastPiece.get(id) === node && covers.some((cover) => cover.placed[0]?.highlight.id === id && cover.to === at);
    let rest = node;
    let offset = 0;
    for (const { from, to, placed: on } of flatten(covers)) {
      const piece = from > offset ? rest.splitText(from - offset) : rest;
      rest = to - from < piece.data.length ? piece.splitText(to - from) : piece;
      offset = to;
      const starting = on.filter(({ highlight }) => begins(highlight.id, from));
      const ending = on.filter(({ highlight }) => ends(highlight.id, to));
      wrap(piece, on, starting, ending, words);
    }
  }
}

/** Cuts overlapping pieces of one node at every border. */
function flatten(covers: readonly Covered[]): Covered[] {
  const borders = [...new Set(covers.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return borders.slice(0, -1).flatMap((from, at) => {
    const to = borders[at + 1] ?? from;
    const placed = covers.filter((cover) => cover.from <= from && cover.to >= to).flatMap((cover) => cover.placed);
    return placed.length > 0 ? [{ from, to, placed }] : [];
  });
}

function wrap(
  piece: Text,
  on: readonly PlacedHighlight[],
  starting: readonly PlacedHighlight[],
  ending: readonly PlacedHighlight[],
  words: MarkWords,
): void {
  const doc = piece.ownerDocument;
  const top = [...on].sort((a, b) => (a.highlight.createdAt < b.highlight.createdAt ? -1 : 1)).at(-1);
  if (!top) return;
  const mark = doc.createElement('mark');
  mark.className = 'highlight';
  mark.dataset['color'] = top.highlight.color;
  mark.dataset['highlight'] = top.highlight.id;
  mark.dataset['all'] = on.map(({ highlight }) => highlight.id).join(' ');
  if (starting.length > 0) mark.dataset['begins'] = starting.map(({ highlight }) => words.begins(highlight)).join(' ');
  if (ending.length > 0) mark.dataset['ends'] = words.ends;
  piece.replaceWith(mark);
  mark.append(piece);
  for (const { highlight } of starting) {
    const pin = doc.createElement('span');
    pin.className = highlight.note === null ? 'pin' : 'pin noted';
    pin.dataset['ours'] = '';
    pin.dataset['color'] = highlight.color;
    pin.dataset['pin'] = highlight.id;
    pin.tabIndex = 0;
    pin.setAttribute('role', 'button');
    pin.setAttribute('aria-haspopup', 'dialog');
    pin.setAttribute('aria-label', words.open(highlight));
    pin.title = highlight.note ?? words.open(highlight);
    mark.before(pin);
  }
}

/** Takes every highlight out of the article again. */
export function unpaint(article: HTMLElement): void {
  const marks = article.querySelectorAll('mark.highlight');
  if (marks.length === 0) return;
  for (const pin of article.querySelectorAll('[data-pin]')) pin.remove();
  const parents = new Set<Element>();
  for (const mark of marks) {
    if (mark.parentElement) parents.add(mark.parentElement);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
}

/** Where a highlight begins in the article; null where it is not drawn. */
export function markOf(article: HTMLElement, id: string): HTMLElement | null {
  return article.querySelector<HTMLElement>(`mark.highlight[data-all~="${id}"]`);
}
