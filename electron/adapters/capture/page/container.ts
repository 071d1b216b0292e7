import { flatText, type DomDocument, type DomElement } from './dom.ts';

/**
 * Our own, plain extractor for pages where Readability finds little: the text-bearing blocks of the best container (`articleBody`, `article`,
 * `main`, the usual class names), else of the densest ancestor of paragraphs.
 */

const BLOCKS = 'p,blockquote,pre,h2,h3,h4,li,dd,dt,figure,table,img';
const OUTSIDE = /^(?:nav|aside|footer|header|form)$/;
const NOISE =
  /comment|related|recommend|sidebar|footer|header|nav|menu|share|social|promo|newsletter|advert|cookie|consent|breadcrumb|teaser|widget|popup|modal|\btags?\b/i;
const CONTAINERS = [
  '[itemprop~="articleBody"]',
  '[data-testid*="article-body"]',
  'article',
  'main',
  '[role=main]',
  '[class*="article-body"],[class*="article__body"],[class*="article-content"],[class*="entry-content"],[class*="post-content"],[class*="story-body"],[class*="news-content"],[class*="content-body"]',
];

function isOutside(element: DomElement): boolean {
  let level = 0;
  for (let node: DomElement | null = element; node !== null && level < 12; node = node.parentElement, level++) {
    const name = node.localName;
    if (name === 'article' || name === 'main' || name === 'body') return false;
    if (OUTSIDE.test(name)) return true;
    if (NOISE.test(`${node.getAttribute('class') ?? ''} ${node.getAttribute('id') ?? ''}`)) return true;
  }
  return false;
}

function linkLength(element: DomElement): number {
  let length = 0;
  for (const anchor of element.querySelectorAll('a')) length += flatText(anchor).length;
  return length;
}

/** Outermost blocks of a container that are part of its text. */
function blocksOf(container: DomElement): DomElement[] {
  return [...container.querySelectorAll(BLOCKS)].filter((block) => {
    const holder = block.parentElement?.closest('figure,table,li,blockquote,pre,dd');
    return (holder == null || !container.contains(holder)) && !isOutside(block);
  });
}

function score(container: DomElement): number {
  let sum = 0;
  for (const block of container.querySelectorAll('p,blockquote,pre')) {
    const length = flatText(block).length;
    if (length > 60 && linkLength(block) < length * 0.5 && !isOutside(block)) sum += length;
  }
  return sum;
}

function densest(body: DomElement): DomElement {
  const weights = new Map<DomElement, number>();
  for (const block of body.querySelectorAll('p,blockquote,pre')) {
    const length = flatText(block).length;
    if (length < 40 || isOutside(block)) continue;
    let weight = length;
    let node = block.parentElement;
    for (let level = 0; node !== null && level < 4; level++, node = node.parentElement) {
      weights.set(node, (weights.get(node) ?? 0) + weight);
      weight *= 0.6;
    }
  }
  return [...weights].reduce<[DomElement, number]>((best, item) => (item[1] > best[1] ? item : best), [body, 0])[0];
}

function bestContainer(document: DomDocument): DomElement {
  const total = score(document.body);
  for (const selector of CONTAINERS) {
    let best: DomElement | null = null;
    let bestScore = 200;
    for (const candidate of document.querySelectorAll(selector)) {
      const found = score(candidate);
      if (found > bestScore) [best, bestScore] = [candidate, found];
    }
    if (best !== null && bestScore >= total * 0.5) return best;
  }
  return densest(document.body);
}

function isKept(block: DomElement): boolean {
  if (/^(?:img|figure|table)$/.test(block.localName)) return true;
  const length = flatText(block).length;
  if (length === 0) return block.querySelector('img') !== null;
  const links = linkLength(block);
  return block.localName === 'li' ? links < length * 0.6 && length > 20 : links < length * 0.8;
}

/** The blocks of the best container that are part of its text, in document order. */
export function containerBlocks(document: DomDocument): DomElement[] {
  return blocksOf(bestContainer(document)).filter(isKept);
}
