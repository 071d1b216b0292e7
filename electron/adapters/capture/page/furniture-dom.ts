import { isShareBar, isTextSizeControl } from '../../../core/capture/furniture.ts';
import { flatText, type DomDocument, type DomElement } from './dom.ts';

/** Takes text-size controls and share bars off an extracted article: blocks whose whole text is such furniture. */

const CANDIDATES = 'p,div,span,ul,ol,section,header,footer,aside,h2,h3,h4,h5,h6';
const MAX_LENGTH = 120;

function isFurniture(element: DomElement): boolean {
  // Items are read with a blank between them: `<li>Facebook</li><li>X</li>` has none of its own.
  const text = element.localName === 'ul' || element.localName === 'ol' ? [...element.children].map(flatText).join(' ') : flatText(element);
  if (text.length < 2 || text.length > MAX_LENGTH) return false;
  return isTextSizeControl(text) || (isShareBar(text) && isOwnBlock(element));
}

/** A `span` with two names inside a sentence is prose. */
function isOwnBlock(element: DomElement): boolean {
  if (element.localName !== 'span') return true;
  const parent = element.parentElement;
  return parent === null || flatText(parent) === flatText(element);
}

/** Removes furniture in place; returns the texts removed, for the receipt. */
export function removeFurniture(document: DomDocument): string[] {
  const removed: string[] = [];
  for (const element of [...document.querySelectorAll(CANDIDATES)]) {
    if (!document.body.contains(element) || element.querySelector('img, figure, table, pre')) continue;
    if (!isFurniture(element)) continue;
    removed.push(flatText(element));
    element.remove();
  }
  return removed;
}
