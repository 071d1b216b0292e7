import type { Sanitiser } from './sanitise.ts';
import { decorate, type Words } from './decorate.ts';

/** Characters of text in a piece: about two screens of it are on the page before the rest is cleaned. */
const PIECE = 20_000;

export interface ArticleSource {
  html: string;
  lang: string | null;
  dir: 'ltr' | 'rtl';
}

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
    if (length > PIECE) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(node);
    length += node.textContent?.length ?? 0;
  }
  return pieces;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export interface WriteOptions {
  sanitiser: Sanitiser;
  words: Words;
  /** True once something else is shown: then the rest is not written. */
  isStale: () => boolean;
  /** Called after each piece; `false` asks for the next one at once (the place to go back to is not there yet). */
  onPiece: (last: boolean) => boolean;
}

/** Writes an article into the frame, cleaned, piece by piece; the first piece is there before this returns its promise. */
export async function writeArticle(target: HTMLElement, source: ArticleSource, options: WriteOptions): Promise<void> {
  const { sanitiser, words, isStale, onPiece } = options;
  target.replaceChildren();
  target.dir = source.dir;
  if (source.lang) target.lang = source.lang;
  else target.removeAttribute('lang');
  const pieces = piecesOf(source.html);
  for (const [at, nodes] of pieces.entries()) {
    const last = at === pieces.length - 1;
    const box = document.implementation.createHTMLDocument('').createElement('div');
    box.append(...nodes);
    const clean = sanitiser.clean(box);
    const fragment = target.ownerDocument.createDocumentFragment();
    // The box around the piece has done its work.
    const inner = clean.firstElementChild;
    if (inner) fragment.append(...inner.childNodes);
    decorate(fragment, words);
    target.append(fragment);
    if (onPiece(last) && !last) {
      await nextTurn();
      if (isStale()) return;
    }
  }
}

/** An article as plain text: what is shown where the sanitiser does not work. */
export function writeText(target: HTMLElement, text: string, lang: string | null, dir: 'ltr' | 'rtl'): void {
  target.dir = dir;
  if (lang) target.lang = lang;
  target.replaceChildren(
    ...text.split(/\n+/).map((line) => {
      const paragraph = target.ownerDocument.createElement('p');
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}
