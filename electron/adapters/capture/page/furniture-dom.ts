import { isShareBar, isTextSizeControl } from '../../../core/capture/furniture.ts';
import { flatText, isElement, TEXT, type DomDocument, type DomElement } from './dom.ts';

/** Takes text-size controls and share bars off an extracted article: blocks whose whole text is such furniture. */

const CANDIDATES: ReadonlySet<string> = new Set([
  'p',
  'div',
  'span',
  'ul',
  'ol',
  'section',
  'header',
  'footer',
  'aside',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const MAX_LENGTH = 120;
/** The same before runs of white space are one blank. */
const MAX_RAW = 2000;

/** The text of a block, or null where it is too long or short to be furniture. */
function shortText(element: DomElement): string | null {
  // Items are read with a blank between them: `<li>Facebook</li><li>X</li>` has none of its own.
  const isList = element.localName === 'ul' || element.localName === 'ol';
  const text = isList ? [...element.children].map(flatText).join(' ') : flatText(element);
  return text.length < 2 || text.length > MAX_LENGTH ? null : text;
}

/** A `span` with two names inside a sentence is prose. */
function isOwnBlock(element: DomElement): boolean {
  if (element.localName !== 'span') return true;
  const parent = element.parentElement;
  return parent === null || flatText(parent) === flatText(element);
}

/** What markup holds where there may be a text-size control at all. */
const TRACES = />\s*\d{1,3}\s?p[xt]\s*<|[↺↻⟲⟳🔄]|>\s*A\s?[+−–-]\s*</u;

/**
 * Takes text-size controls off a whole page before extraction: afterwards their buttons are gone, and what is left of them (`16 px`) proves
 * nothing. Returns the texts removed.
 */
export function removeControls(document: DomDocument, html: string): string[] {
  return TRACES.test(html) ? removeWhere(document, isTextSizeControl) : [];
}

/** Removes furniture in place; returns the texts removed, for the receipt. */
export function removeFurniture(document: DomDocument): string[] {
  return removeWhere(document, (text, element) => isTextSizeControl(text) || (isShareBar(text) && isOwnBlock(element)));
}

type Judge = (text: string, element: DomElement) => boolean;

function removeWhere(document: DomDocument, isFurniture: Judge): string[] {
  const lengths = new Map<DomElement, number>();
  measure(document.body, lengths);
  const removed: string[] = [];
  const visit = (element: DomElement): void => {
    for (const child of [...element.children]) {
      const text = (lengths.get(child) ?? Infinity) <= MAX_RAW && CANDIDATES.has(child.localName) ? shortText(child) : null;
      if (text !== null && isFurniture(text, child) && child.querySelector('img, figure, table, pre') === null) {
        removed.push(text);
        child.remove();
      } else visit(child);
    }
  };
  visit(document.body);
  return removed;
}

/** Characters inside each element, counted once from the leaves up: asking every element for its text would be quadratic. */
function measure(element: DomElement, lengths: Map<DomElement, number>): number {
  let length = 0;
  for (const child of element.childNodes) {
    if (isElement(child)) length += measure(child, lengths);
    else if (child.nodeType === TEXT) length += child.textContent.length;
  }
  lengths.set(element, length);
  return length;
}
