import { afterPaint } from '../../ui/after-paint.ts';
import { decorate, type Words } from './decorate.ts';
import { takePieces, type ArticleSource } from './article-pieces.ts';
import type { Sanitiser } from './sanitise.ts';

/** Milliseconds of writing at a time while the rest of a long article is put below its beginning: a frame still comes in between. */
const SLICE_MS = 8;

const painted = (): Promise<void> => new Promise((resolve) => void afterPaint(resolve));
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export interface WriteOptions {
  sanitiser: Sanitiser;
  words: Words;
  /** True once something else is shown: then the rest is not written. */
  isStale: () => boolean;
  /** Called with what was added; `false` asks for the next one at once (the place to go back to is not there yet). */
  onPiece: (added: readonly Node[], last: boolean) => boolean;
}

/** Cleans a piece of an article, in no document that shows anything. */
function cleaned(nodes: readonly Node[], target: Document, { sanitiser, words }: WriteOptions): DocumentFragment {
  const box = document.implementation.createHTMLDocument('').createElement('div');
  box.append(...nodes);
  const clean = sanitiser.clean(box);
  const fragment = target.createDocumentFragment();
  // The box around the piece has done its work.
  const inner = clean.firstElementChild;
  if (inner) fragment.append(...inner.childNodes);
  decorate(fragment, words);
  return fragment;
}

/**
 * Writes an article into the frame, cleaned, piece by piece: the first piece is there before this returns its promise, the rest follows once
 * that is painted.
 */
export async function writeArticle(target: HTMLElement, source: ArticleSource, options: WriteOptions): Promise<void> {
  const { isStale, onPiece } = options;
  target.replaceChildren();
  target.dir = source.dir;
  if (source.lang) target.lang = source.lang;
  else target.removeAttribute('lang');
  const pieces = takePieces(source);
  const waiting: Node[] = [];
  let shown = false;
  let begun = performance.now();
  for (const [at, nodes] of pieces.entries()) {
    const last = at === pieces.length - 1;
    const fragment = cleaned(nodes, target.ownerDocument, options);
    waiting.push(...fragment.childNodes);
    target.append(fragment);
    // Below what is painted already, several pieces are laid out at once.
    if (shown && !last && performance.now() - begun < SLICE_MS) continue;
    const room = onPiece(waiting.splice(0), last);
    if (last || !room) continue;
    await (shown ? nextTurn() : painted());
    if (isStale()) return;
    shown = true;
    begun = performance.now();
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
