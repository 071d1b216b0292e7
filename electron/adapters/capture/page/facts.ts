import { readFurniture } from '../../../core/capture/furniture.ts';
import type { PageFacts } from '../../../core/capture/page-facts.ts';
import { flatText, type DomDocument, type DomElement } from './dom.ts';
import { linkedArticles } from './json-ld.ts';

/** Gathers what a page says about itself. Reads only; runs before any extractor changes the document. */

const MAX_VALUE = 2000;

function attributeOf(element: DomElement, names: readonly string[]): string {
  for (const name of names) {
    const value = element.getAttribute(name)?.trim();
    if (value !== undefined && value !== '') return value.slice(0, MAX_VALUE);
  }
  return '';
}

function metaOf(document: DomDocument): Record<string, string[]> {
  const meta = Object.create(null) as Record<string, string[]>;
  for (const element of document.querySelectorAll('meta')) {
    const value = attributeOf(element, ['content', 'value']);
    if (value === '') continue;
    // One attribute may name several properties.
    const names = ['property', 'name', 'itemprop', 'http-equiv'].flatMap(
      (name) => element.getAttribute(name)?.toLowerCase().split(/\s+/) ?? [],
    );
    for (const name of names) if (name !== '') (meta[name] ??= []).push(value);
  }
  return meta;
}

function texts(document: DomDocument, selector: string, limit: number): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll(selector)) {
    const text = flatText(element);
    if (text !== '' && text.length < limit) found.push(text);
    if (found.length >= 5) break;
  }
  return found;
}

function times(document: DomDocument, selectors: readonly string[]): string[] {
  const found: string[] = [];
  for (const selector of selectors) {
    for (const element of document.querySelectorAll(selector)) {
      const value = attributeOf(element, ['datetime', 'content', 'title']) || flatText(element);
      if (value !== '' && value.length < 80 && /\d/.test(value)) found.push(value);
      if (found.length >= 8) return found;
    }
  }
  return found;
}

function resolve(link: string | null | undefined, base: string): string | null {
  try {
    return link == null || link.trim() === '' ? null : new URL(link.trim(), base).href;
  } catch {
    return null;
  }
}

/** `<meta http-equiv=refresh content="0; url=…">`: a redirect in disguise, if it goes on within two seconds. */
function refreshOf(meta: Record<string, string[]>, base: string): string | null {
  const match = /^\s*([\d.]+)\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(meta['refresh']?.[0] ?? '');
  return match && Number(match[1]) <= 2 ? resolve(match[2], base) : null;
}

/** Where a site introduces whoever wrote the story. */
const AUTHOR_LINKS =
  'a[href*="/author/" i],a[href*="/authors/" i],a[href*="/autor/" i],a[href*="/autoren/" i],a[href*="/autores/" i],a[href*="/auteur/" i],a[href*="/profile/" i],a[href*="/journalist" i],a[href*="/yazar" i]';
const AUTHOR_BOXES =
  '[class*="authorname" i],[class*="author-name" i],[class*="author_name" i],[class*="byline" i],[class*="author" i],[id="authors"]';

/** Two to five words that all begin like a name does; or a name in a script without capitals. */
function isName(text: string): boolean {
  const words = text.replace(/^(?:by|von|par|por|di|de|av|af|door|yazan)\s+/iu, '').split(/\s+/);
  if (/[\d@|:!?]/.test(text)) return false;
  if (/^[\p{Lo}\s·・]{2,20}$/u.test(text)) return true;
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    words.every(
      (word) => /^[\p{Lu}(]/u.test(word) || /^(?:de|del|der|den|van|von|da|dos|di|la|le|el|al|bin|ibn|und|and|y|e|et)$/iu.test(word),
    )
  );
}

/** Dates that follow a word for one (`Published: …`) or stand in a line of their own that is named for it. */
function labelledDates(document: DomDocument): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('li, p, span, div, td, time')) {
    if (element.children.length > 3) continue;
    const text = flatText(element);
    if (text.length < 8 || text.length > 60 || !/(?:19|20)\d\d/.test(text)) continue;
    const { published } = readFurniture(text, { monthFirst: false });
    if (published !== null) found.push(published);
    if (found.length >= 3) break;
  }
  return found;
}

const PAYWALL =
  '[class*="paywall" i],[id*="paywall" i],[class*="premium-wall" i],[class*="subscriber-only" i],[class*="regwall" i],[data-paywall]';

/** The address base of the document: its `<base href>` if it has a usable one. */
export function baseOf(document: DomDocument, address: string): string {
  const base = resolve(document.querySelector('base[href]')?.getAttribute('href'), address);
  return base !== null && /^(?:https?|offprint-file):/.test(base) ? base : address;
}

/** `address` is the page's own; `savedFrom` what a browser wrote into the file, if it was one. */
export function gatherFacts(document: DomDocument, address: string, savedFrom: string | null): PageFacts {
  const meta = metaOf(document);
  const scripts = [...document.querySelectorAll('script')].map((script) => script.textContent);
  const headings = texts(document, 'h1', 400);
  return {
    meta,
    jsonLd: scripts.flatMap(linkedArticles),
    titleTag: document.querySelector('head > title')?.textContent.trim() ?? document.querySelector('title')?.textContent.trim() ?? null,
    heading: document.querySelector('article h1, main h1')
      ? (texts(document, 'article h1, main h1', 400)[0] ?? null)
      : (headings[0] ?? null),
    canonical: resolve(document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href'), address),
    lang:
      document.documentElement.getAttribute('lang') ??
      document.documentElement.getAttribute('xml:lang') ??
      document.body.getAttribute('lang'),
    dir: document.documentElement.getAttribute('dir') ?? document.body.getAttribute('dir'),
    times: times(document, [
      '[itemprop~="datePublished"]',
      'time[pubdate]',
      'article header time',
      'article time[datetime]',
      'main time[datetime]',
      'time[datetime]',
      '[class*="publish-date" i],[class*="published-date" i],[class*="post-date" i],[class*="entry-date" i]',
    ]),
    labelledDates: labelledDates(document),
    modifiedTimes: times(document, ['[itemprop~="dateModified"]']),
    bylines: [
      ...texts(
        document,
        '[rel~="author"],[itemprop~="author"] [itemprop~="name"],[itemprop~="author"],.byline,.author-name,.article-author',
        120,
      ),
      ...texts(document, AUTHOR_LINKS, 60).filter(isName),
      ...texts(document, AUTHOR_BOXES, 60).filter(isName),
    ],
    refresh: refreshOf(meta, address),
    savedFrom,
    paywallMarks: [...document.querySelectorAll(PAYWALL)].slice(0, 5).map((element) => element.getAttribute('class') ?? element.localName),
  };
}
