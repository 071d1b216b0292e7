import { BLOCK_MARK, blockKey, type Block } from './blocks.ts';
import { bodyOf, flatText, type DomDocument, type DomElement } from './dom.ts';

/**
 * Makes the article of the blocks that were chosen: the best witness's markup, without the blocks that were voted out, and with those put in,
 * at their place, that it had missed.
 */
export interface Assembled {
  readonly document: DomDocument;
  /** Blocks that stay because of what they are (captions, tables, code), though they are no running text. */
  readonly beside: ReadonlySet<number>;
}

/** Part of the article where a witness kept them, whatever the vote on their words. */
const STRUCTURE = /^(?:figcaption|caption|table|pre)$/;
const LEAVES = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, figcaption, pre, div, span, font';
const PICTURES = 'img, figure, video, audio, table, pre, math';

const numberOf = (element: DomElement): number | null => {
  const mark = element.getAttribute(BLOCK_MARK);
  return mark === null ? null : Number(mark);
};

/** Finds the blocks in a witness's markup: by their marks, or by their words where an extractor built the element anew. */
function findBlocks(document: DomDocument, blocks: readonly Block[]): Map<number, DomElement> {
  const found = new Map<number, DomElement>();
  for (const element of document.querySelectorAll(`[${BLOCK_MARK}]`)) {
    const index = numberOf(element);
    if (index !== null && !found.has(index)) found.set(index, element);
  }
  const byKey = new Map<string, number>();
  blocks.forEach(({ key }, index) => {
    if (!found.has(index) && !byKey.has(key)) byKey.set(key, index);
  });
  if (byKey.size === 0) return found;
  for (const element of document.querySelectorAll(LEAVES)) {
    if (element.hasAttribute(BLOCK_MARK) || element.closest(`[${BLOCK_MARK}]`) !== null || element.querySelector('p, li, div, td') !== null)
      continue;
    const index = byKey.get(blockKey(flatText(element)));
    if (index === undefined || found.has(index)) continue;
    element.setAttribute(BLOCK_MARK, String(index));
    found.set(index, element);
  }
  return found;
}

/** A block as an element that may stand by itself, and what holds its words in it. */
function standAlone(document: DomDocument, { element }: Block): { copy: DomElement; words: DomElement } {
  const name = element.localName;
  const own = /^(?:p|h[1-6]|pre|table|li|blockquote)$/.test(name) ? name : element.parentElement?.localName === 'li' ? 'li' : 'p';
  const copy = document.createElement(own);
  copy.innerHTML = element.innerHTML;
  const mark = element.getAttribute(BLOCK_MARK);
  if (mark !== null) copy.setAttribute(BLOCK_MARK, mark);
  if (own !== 'li' && element.closest('blockquote') !== null) {
    const quote = document.createElement('blockquote');
    quote.append(copy);
    return { copy: quote, words: copy };
  }
  return { copy, words: copy };
}

function listAround(document: DomDocument, item: DomElement, source: Block): DomElement {
  const list = document.createElement(source.element.closest('ol, ul')?.localName === 'ol' ? 'ol' : 'ul');
  list.append(item);
  return list;
}

/** Puts a block behind the one before it; gives what holds its words. */
function insertAfter(document: DomDocument, before: DomElement | null, source: Block): DomElement {
  const { copy, words } = standAlone(document, source);
  if (before === null) {
    const first = [...document.body.childNodes][0];
    const block = copy.localName === 'li' ? listAround(document, copy, source) : copy;
    if (first === undefined) document.body.append(block);
    else (first as DomElement).replaceWith(block, first);
    return words;
  }
  const list = before.closest('li')?.parentElement ?? null;
  if (copy.localName === 'li') {
    const item = before.closest('li');
    if (item !== null && /^[ou]l$/.test(list?.localName ?? '')) item.replaceWith(item, copy);
    else before.replaceWith(before, listAround(document, copy, source));
    return words;
  }
  // Never into a list, a table or a quotation that it is no part of.
  const holder = [...(['table', 'ul', 'ol', 'dl', 'figure', 'blockquote'] as const)]
    .map((name) => before.closest(name))
    .find((found) => found != null);
  const place = holder ?? before;
  place.replaceWith(place, copy);
  return words;
}

const isEmpty = (element: DomElement): boolean => flatText(element) === '' && element.querySelector(PICTURES) === null;

/** Takes a block off with the boxes that it leaves empty, or holding nothing but a picture that is a link elsewhere (a teaser). */
function takeOff(element: DomElement): void {
  let parent = element.parentElement;
  element.remove();
  for (; parent !== null && parent.localName !== 'body';) {
    const up: DomElement | null = parent.parentElement;
    const teaser =
      flatText(parent) === '' &&
      parent.localName !== 'figure' &&
      parent.querySelector('a img') !== null &&
      parent.querySelector('figure') === null;
    if (!isEmpty(parent) && !teaser) return;
    parent.remove();
    parent = up;
  }
}

/** `html` is the witness's markup, `chosen` the blocks of the article. */
export function assemble(html: string, blocks: readonly Block[], chosen: ReadonlySet<number>): Assembled {
  const document = bodyOf(html);
  const found = findBlocks(document, blocks);
  const beside = new Set<number>();
  for (const [index, element] of found) {
    if (chosen.has(index)) continue;
    const inFigure = element.closest('figure')?.querySelector('img') != null;
    if (STRUCTURE.test(element.localName) || inFigure) {
      beside.add(index);
      continue;
    }
    takeOff(element);
  }
  let before: DomElement | null = null;
  for (const index of [...chosen].sort((a, b) => a - b)) {
    const present = found.get(index);
    const block = blocks[index];
    if (present !== undefined) before = present;
    else if (block !== undefined) before = insertAfter(document, before, block);
  }
  return { document, beside };
}

/** Removes the marks, once nothing needs them any more. */
export function unmark(document: DomDocument): void {
  for (const element of [...document.querySelectorAll(`[${BLOCK_MARK}]`)]) element.removeAttribute(BLOCK_MARK);
}
