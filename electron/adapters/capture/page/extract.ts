import type { ExtractorFacts, PageFacts } from '../../../core/capture/page-facts.ts';
import { FILE_BASE, type Extracted, type ExtractRequest } from '../extract-protocol.ts';
import { blockKey } from './blocks.ts';
import { removeConsent } from './consent.ts';
import { lighten } from './data-images.ts';
import { documentOf, ELEMENT, isElement, type DomDocument } from './dom.ts';
import { replaceEmbeds } from './embeds.ts';
import { baseOf, gatherFacts } from './facts.ts';
import { findArticle } from './find-article.ts';
import { removeControls, removeFurniture } from './furniture-dom.ts';
import { absoluteLinks } from './links.ts';
import { settleImages } from './media.ts';
import { pageLinks } from './page-links.ts';
import { MAX_CHARACTERS, parseTree, treeHtml, withinCaps, type ParsedTree } from './parse.ts';
import { extractPlain } from './plain-extract.ts';
import { removeRepeatedTitle } from './repeated-title.ts';
import { sanitise } from './sanitise.ts';
import { savedFrom } from './saved-from.ts';
import { htmlToText } from './text.ts';
import { explainLost, whyPlain } from './why-plain.ts';

/** One page from source to sanitised article: runs inside the disposable worker. */

interface Prepared {
  readonly document: DomDocument;
  readonly base: string;
  readonly resources: Extracted['resources'];
  readonly removed: readonly string[];
  readonly links: Extracted['links'];
}

/** `given` is the base for files beside a saved page, `address` the page's own, which its links are resolved against. */
export function prepare(html: string, given: string, address: string): Prepared {
  const document = documentOf(html, address);
  const base = baseOf(document, address);
  const links = pageLinks(document, base);
  removeConsent(document);
  const removed = removeControls(document, html);
  settleImages(document, baseOf(document, given));
  const resources = replaceEmbeds(document, base);
  absoluteLinks(document, base, address);
  return { document, base, resources, removed, links };
}

/** Extracts, cleans and sanitises one page. */
export function extractPage(request: ExtractRequest): Extracted {
  const started = performance.now();
  const saved = savedFrom(request.html);
  const address = request.address === FILE_BASE && saved !== null ? saved : request.address;
  const light = lighten(request.html);
  const cut = light.html.length > MAX_CHARACTERS;
  const parsed = parseTree(cut ? light.html.slice(0, MAX_CHARACTERS) : light.html);
  if (request.plain || !withinCaps(parsed)) return extractAsPlain(request, parsed, address, saved, started);

  const html = treeHtml(parsed);
  const { document, base, resources, removed, links } = prepare(html, request.address, address);
  const facts = gatherFacts(document, address, saved);
  const linkedBody = facts.jsonLd.reduce((longest, { body }) => (body.length > longest.length ? body : longest), '');
  const article = findArticle({ parsed, document, address, facts, titles: titlesOf(facts, null), linkedBody });
  const extractedAt = performance.now();
  const body = article.document;
  const headline = removeRepeatedTitle(body, titlesOf(facts, article.facts));
  const furniture = [...(headline === null ? [] : [headline]), ...removed, ...removeFurniture(body)];
  unwrap(body);
  const cleanedAt = performance.now();
  const { html: safe, images } = sanitise(withoutBlankLines(body.body.innerHTML), address);
  const text = htmlToText(safe);
  // Only what stayed in the article is part of it.
  const kept = resources.filter(({ url }) => safe.includes(url.replace(/&/g, '&amp;')));
  const prose = text
    .split('\n')
    .filter((line) => !article.beside.has(blockKey(line)))
    .join('\n');
  return {
    html: safe,
    text,
    prose,
    explain: article.explain,
    ownText: outsideLinks(safe),
    images,
    dataImages: light.dataImages,
    resources: kept,
    facts,
    extractorFacts: article.facts,
    extractor: article.extractor,
    links,
    base,
    removed: furniture,
    ms: { extract: extractedAt - started, cleanUp: cleanedAt - extractedAt, sanitise: performance.now() - cleanedAt },
    degraded: cut ? 'The page is very long; its end was left out.' : null,
  };
}

/** Every title the page goes by: one of them is what the window shows. */
export function titlesOf(facts: PageFacts, found: ExtractorFacts | null): (string | null | undefined)[] {
  return [found?.title, facts.titleTag, ...(facts.meta['og:title'] ?? []), ...facts.jsonLd.map(({ headline }) => headline)];
}

const outsideLinks = (html: string): string => htmlToText(html.replace(/<a\b[^>]*>[\s\S]*?<\/a>/g, ' '));

/** Blank lines that removed elements leave behind; those of preformatted text mean something. */
function withoutBlankLines(html: string): string {
  const parts = html.split(/(<pre[\s>][\s\S]*?<\/pre>)/);
  return parts
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/\n\s*\n/g, '\n')))
    .join('')
    .trim();
}

/** Takes off the boxes around the whole article that the page and the extractor put there. */
function unwrap(document: DomDocument): void {
  for (let level = 0; level < 20; level++) {
    const [only, second] = [...document.body.childNodes].filter((node) => node.nodeType === ELEMENT || node.textContent.trim() !== '');
    if (only === undefined || second !== undefined || !isElement(only) || !/^(?:div|section|article|main)$/.test(only.localName)) return;
    const [lang, dir] = [only.getAttribute('lang'), only.getAttribute('dir')];
    // A box that says how to read what is in it means something.
    if (lang !== null || dir !== null) return;
    only.replaceWith(...only.childNodes);
  }
}

function extractAsPlain(request: ExtractRequest, parsed: ParsedTree, address: string, saved: string | null, started: number): Extracted {
  const html = extractPlain(parsed, true);
  const head = documentOf(headOf(request.html), address);
  const extractedAt = performance.now();
  const safe = sanitise(html, address);
  const text = htmlToText(safe.html);
  return {
    html: safe.html,
    text,
    prose: text,
    explain: explainLost(request.lost),
    ownText: text,
    images: [],
    dataImages: [],
    resources: [],
    facts: gatherFacts(head, address, saved),
    extractorFacts: null,
    extractor: 'plain',
    links: [],
    base: address,
    removed: [],
    ms: { extract: extractedAt - started, cleanUp: 0, sanitise: performance.now() - extractedAt },
    degraded: whyPlain('The page', request.lost),
  };
}

/** The page's head alone, for its metadata: at most 200,000 characters, ended where the body begins. */
function headOf(html: string): string {
  const start = html.slice(0, 200_000);
  const body = start.search(/<body[\s>]/i);
  return treeHtml(parseTree(`${body < 0 ? start.slice(0, 20_000) : start.slice(0, body)}<body></body>`));
}
