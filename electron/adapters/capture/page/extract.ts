import { Readability } from '@mozilla/readability';
import type { ExtractorFacts } from '../../../core/capture/page-facts.ts';
import { FILE_BASE, type Extracted, type ExtractRequest } from '../extract-protocol.ts';
import { extractContainer } from './container.ts';
import { lighten } from './data-images.ts';
import { bodyOf, documentOf, type DomDocument } from './dom.ts';
import { replaceEmbeds } from './embeds.ts';
import { baseOf, gatherFacts } from './facts.ts';
import { removeControls, removeFurniture } from './furniture-dom.ts';
import { absoluteLinks } from './links.ts';
import { settleImages } from './media.ts';
import { MAX_CHARACTERS, parseTree, treeHtml, withinCaps } from './parse.ts';
import { extractPlain } from './plain-extract.ts';
import { sanitise } from './sanitise.ts';
import { savedFrom } from './saved-from.ts';
import { htmlToText } from './text.ts';

/** One page from source to sanitised article: runs inside the disposable worker. */

/** Readability's result is looked at twice when it is shorter than this. */
const LITTLE = 400;

interface Article {
  readonly html: string;
  readonly extractor: 'readability' | 'container';
  readonly facts: ExtractorFacts | null;
}

interface Prepared {
  readonly document: DomDocument;
  readonly base: string;
  readonly resources: Extracted['resources'];
  readonly removed: readonly string[];
}

/** `given` is the base for files beside a saved page, `address` the page's own, which its links are resolved against. */
function prepare(html: string, given: string, address: string): Prepared {
  const document = documentOf(html, address);
  const base = baseOf(document, address);
  const removed = removeControls(document, html);
  settleImages(document, baseOf(document, given));
  const resources = replaceEmbeds(document, base);
  absoluteLinks(document, base, address);
  return { document, base, resources, removed };
}

/** Readability as it is used here: its own types ask for a browser's document. */
interface Reading {
  readonly content?: string | null;
  readonly textContent?: string | null;
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly siteName?: string | null;
  readonly publishedTime?: string | null;
  readonly lang?: string | null;
  readonly dir?: string | null;
}
const Reader = Readability as unknown as new (document: DomDocument, options: { keepClasses: boolean }) => { parse(): Reading | null };

function readability(document: DomDocument): { html: string; length: number; facts: ExtractorFacts } | null {
  const found = new Reader(document, { keepClasses: true }).parse();
  if (found?.content == null || found.content === '') return null;
  return {
    html: found.content,
    length: found.textContent?.replace(/\s+/gu, '').length ?? 0,
    facts: {
      title: found.title ?? null,
      byline: found.byline ?? null,
      siteName: found.siteName ?? null,
      published: found.publishedTime ?? null,
      lang: found.lang ?? null,
      dir: found.dir ?? null,
    },
  };
}

/** Readability first; our own container where it finds little, or nothing. */
function findArticle(html: string, given: string, address: string, document: DomDocument): Article {
  const first = readability(document);
  if (first !== null && first.length >= LITTLE) return { html: first.html, extractor: 'readability', facts: first.facts };
  // Readability has changed the document: a fresh one.
  const own = extractContainer(prepare(html, given, address).document);
  const length = htmlToText(own).replace(/\s+/gu, '').length;
  if (first !== null && length < first.length * 1.5) return { html: first.html, extractor: 'readability', facts: first.facts };
  return { html: own, extractor: 'container', facts: first?.facts ?? null };
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
  const { document, base, resources, removed } = prepare(html, request.address, address);
  const facts = gatherFacts(document, address, saved);
  const article = findArticle(html, request.address, address, document);
  const extractedAt = performance.now();
  const body = bodyOf(article.html);
  const furniture = [...removed, ...removeFurniture(body)];
  const cleanedAt = performance.now();
  const { html: safe, images } = sanitise(body.body.innerHTML, address);
  const text = htmlToText(safe);
  // Only what stayed in the article is part of it.
  const kept = resources.filter(({ url }) => safe.includes(url.replace(/&/g, '&amp;')));
  return {
    html: safe,
    text,
    images,
    dataImages: light.dataImages,
    resources: kept,
    facts,
    extractorFacts: article.facts,
    extractor: article.extractor,
    base,
    removed: furniture,
    ms: { extract: extractedAt - started, cleanUp: cleanedAt - extractedAt, sanitise: performance.now() - cleanedAt },
    degraded: cut ? 'The page is very long; its end was left out.' : null,
  };
}

function extractAsPlain(
  request: ExtractRequest,
  parsed: ReturnType<typeof parseTree>,
  address: string,
  saved: string | null,
  started: number,
): Extracted {
  const html = extractPlain(parsed);
  const head = documentOf(headOf(request.html), address);
  const extractedAt = performance.now();
  const safe = sanitise(html, address);
  return {
    html: safe.html,
    text: htmlToText(safe.html),
    images: [],
    dataImages: [],
    resources: [],
    facts: gatherFacts(head, address, saved),
    extractorFacts: null,
    extractor: 'plain',
    base: address,
    removed: [],
    ms: { extract: extractedAt - started, cleanUp: 0, sanitise: performance.now() - extractedAt },
    degraded: 'The page is too complex to take apart, so only its plain text was kept.',
  };
}

/** The page's head alone, for its metadata: at most 200,000 characters, ended where the body begins. */
function headOf(html: string): string {
  const start = html.slice(0, 200_000);
  const body = start.search(/<body[\s>]/i);
  return treeHtml(parseTree(`${body < 0 ? start.slice(0, 20_000) : start.slice(0, body)}<body></body>`));
}
