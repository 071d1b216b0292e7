import type { DomDocument, DomElement } from './dom.ts';

/** Makes lazily loaded pictures plain ones before extraction: one `img` with an absolute `src` each, the best of what the page offers. */

/** Wider than any reading column on a dense screen: more is weight without use. */
const USEFUL_WIDTH = 2000;
const LAZY_SRC = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-original-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-full-src',
  'data-image',
  'data-img-src',
  'data-url',
  'data-echo',
  'data-croporisrc',
  'data-src-large',
];
const LAZY_SRCSET = ['srcset', 'data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-responsive'];
const PLACEHOLDER =
  /^data:image\/(?:gif|svg)|(?:^|\/)(?:blank|spacer|placeholder|transparent|pixel|lazy|loading|grey|1x1)[\w-]*\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i;

export interface Candidate {
  readonly url: string;
  /** Pixels, or a guess from the density; 0 where nothing is said. */
  readonly width: number;
}

/** The candidates of a `srcset` (a comma may be part of an address, so it is not simply split at commas). */
export function parseSrcset(srcset: string): Candidate[] {
  const found: Candidate[] = [];
  const pattern = /\s*,*\s*(\S*[^\s,])\s*,?((?:\s+[\d.]+[wxh])*)\s*(?:,|$)/g;
  for (const match of srcset.slice(0, 20_000).replace(/\s+/g, ' ').trim().matchAll(pattern)) {
    const url = match[1] ?? '';
    const width = /([\d.]+)w/.exec(match[2] ?? '');
    const density = /([\d.]+)x/.exec(match[2] ?? '');
    found.push({ url, width: width ? Number(width[1]) : density ? Math.round(Number(density[1]) * 800) : 0 });
    if (found.length >= 40) break;
  }
  return found;
}

/** Best first: the widest that is still useful, then wider ones, then those that say nothing. */
function order(candidates: readonly Candidate[]): string[] {
  const useful = candidates.filter(({ width }) => width > 0 && width <= USEFUL_WIDTH).sort((a, b) => b.width - a.width);
  const huge = candidates.filter(({ width }) => width > USEFUL_WIDTH).sort((a, b) => a.width - b.width);
  const plain = candidates.filter(({ width }) => width === 0);
  // A thumbnail is no better than what the plain address gives.
  const good = useful.filter(({ width }) => width >= 400);
  const small = useful.filter(({ width }) => width < 400);
  return [...good, ...huge, ...plain, ...small].map(({ url }) => url);
}

function absolute(link: string, base: string): string | null {
  const text = link.trim();
  if (text === '' || text === '#') return null;
  try {
    return new URL(text, base).href;
  } catch {
    return null;
  }
}

function isImageType(source: DomElement): boolean {
  const type = source.getAttribute('type');
  return type === null || type === '' || /^image\/(?:jpeg|jpg|png|gif|webp|avif|svg)/i.test(type);
}

/** Every address an image may be had from, best first. */
function addressesOf(img: DomElement, base: string): string[] {
  const candidates: Candidate[] = [];
  const picture = img.parentElement?.localName === 'picture' ? img.parentElement : null;
  const holders = [...(picture?.querySelectorAll('source') ?? [])].filter(isImageType);
  for (const holder of [...holders, img]) {
    for (const name of LAZY_SRCSET) candidates.push(...parseSrcset(holder.getAttribute(name) ?? ''));
  }
  const lazy = LAZY_SRC.map((name) => img.getAttribute(name) ?? '').filter((value) => value !== '' && !/^[{[]/.test(value));
  const src = img.getAttribute('src') ?? '';
  const isReal = src !== '' && !(PLACEHOLDER.test(src) && (lazy.length > 0 || candidates.length > 0));
  const plain = [...lazy, ...(isReal ? [src] : [])].map((url) => ({ url, width: 0 }));
  const all = order([...candidates, ...plain]).map((url) => absolute(url, base));
  return [...new Set(all.filter((url) => url !== null && !/^data:image\/svg\+xml.{0,300}$/.test(url)))] as string[];
}

/** `noscript` beside a lazy image holds the real one; elsewhere it holds a notice, or (rarely) the page itself. */
function unwrapNoscript(document: DomDocument): void {
  for (const noscript of [...document.querySelectorAll('noscript')]) {
    if (noscript.closest('head')) {
      noscript.remove();
      continue;
    }
    const images = [...noscript.querySelectorAll('img')];
    const before = noscript.previousElementSibling;
    const placeholder = before === null ? null : before.localName === 'img' ? before : before.querySelector('img');
    if (images.length === 1 && images[0] !== undefined && noscript.textContent.trim() === '') {
      if (placeholder !== null && isPlaceholder(placeholder)) placeholder.remove();
      if (placeholder === null || isPlaceholder(placeholder)) {
        noscript.replaceWith(images[0]);
        continue;
      }
    }
    if (images.length > 0 && placeholder === null) noscript.replaceWith(...images);
    else if (noscript.querySelectorAll('p').length >= 3) noscript.replaceWith(...noscript.childNodes);
    else noscript.remove();
  }
}

function isPlaceholder(img: DomElement): boolean {
  const src = img.getAttribute('src') ?? '';
  return src === '' || PLACEHOLDER.test(src);
}

/** Attribute in which an image carries its other addresses through extraction: JSON of at most four. */
export const ALTERNATIVES = 'data-offprint-also';

/** Settles every image of the document, in place. */
export function settleImages(document: DomDocument, base: string): void {
  unwrapNoscript(document);
  // AMP and other elements that stand for an image.
  for (const element of [...document.querySelectorAll('amp-img, amp-anim, img-wrapper[src]')]) {
    const img = document.createElement('img');
    for (const { name, value } of element.attributes) if (!/^on|^class$|^style$/i.test(name)) img.setAttribute(name, value);
    element.replaceWith(img);
  }
  for (const img of [...document.querySelectorAll('img')]) {
    const [best, ...others] = addressesOf(img, base);
    if (best === undefined) {
      img.remove();
      continue;
    }
    for (const { name } of [...img.attributes]) {
      if (!/^(?:src|alt|title|width|height|class|id|role|aria-hidden)$/.test(name)) img.removeAttribute(name);
    }
    img.setAttribute('src', best);
    if (others.length > 0) img.setAttribute(ALTERNATIVES, JSON.stringify(others.slice(0, 4)));
    const picture = img.parentElement;
    if (picture?.localName === 'picture') picture.replaceWith(img);
  }
  heroBackgrounds(document, base);
}

/** A hero drawn as a background inside a figure becomes an image. */
function heroBackgrounds(document: DomDocument, base: string): void {
  for (const element of document.querySelectorAll('figure [style*="background"], figure[style*="background"]')) {
    const match = /background(?:-image)?\s*:[^;]*url\(\s*['"]?([^'")]+)/i.exec(element.getAttribute('style') ?? '');
    const url = absolute(match?.[1] ?? '', base);
    if (url === null || element.querySelector('img')) continue;
    const img = document.createElement('img');
    img.setAttribute('src', url);
    element.append(img);
  }
}
