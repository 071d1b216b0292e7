export interface ArticleSource {
  html: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
}

/** Characters of text in the first piece: more than a tall screen shows. */
const FIRST = 8000;
/** Characters of text in each later piece. */
const PIECE = 10_000;

/** Children of the article in pieces of about the same length. A page wrapped in one box is unwrapped first. */
function piecesOf(html: string): Node[][] {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  let root: Element = body;
  for (;;) {
    const only = root.children.length === 1 ? root.children[0] : undefined;
    const bare = [...root.childNodes].every(
      (node) => node === only || (node.nodeType === Node.TEXT_NODE && node.textContent?.trim() === ''),
    );
    if (!only || !bare || !['div', 'article', 'section', 'main', 'body'].includes(only.localName)) break;
    root = only;
  }
  const pieces: Node[][] = [[]];
  let length = 0;
  for (const node of [...root.childNodes]) {
    if (length > (pieces.length === 1 ? FIRST : PIECE)) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(node);
    length += node.textContent?.length ?? 0;
  }
  return pieces;
}

/** Parsed beforehand; for as long as somebody holds the source. Its nodes are in a document that loads nothing. */
const ready = new WeakMap<ArticleSource, Node[][]>();

/** Parses an article that may be opened next. */
export function preparePieces(source: ArticleSource): void {
  if (!ready.has(source)) ready.set(source, piecesOf(source.html));
}

/** The article's nodes, in pieces, not cleaned. They are the caller's: asking again parses again. */
export function takePieces(source: ArticleSource): Node[][] {
  const pieces = ready.get(source) ?? piecesOf(source.html);
  ready.delete(source);
  return pieces;
}
