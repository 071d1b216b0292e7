import { FILE_BASE, type Extracted, type ExtractRequest } from '../extract-protocol.ts';
import { lighten } from '../page/data-images.ts';
import { bodyOf, documentOf } from '../page/dom.ts';
import { replaceEmbeds } from '../page/embeds.ts';
import { baseOf, gatherFacts } from '../page/facts.ts';
import { absoluteLinks } from '../page/links.ts';
import { settleImages } from '../page/media.ts';
import { MAX_CHARACTERS, parseTree, treeHtml, withinCaps } from '../page/parse.ts';
import { extractPlain } from '../page/plain-extract.ts';
import { removeRepeatedTitle } from '../page/repeated-title.ts';
import { sanitise } from '../page/sanitise.ts';
import { htmlToText } from '../page/text.ts';
import { explainLost, whyPlain } from '../page/why-plain.ts';

/**
 * A selection of a page, as a browser puts it on the clipboard: the person has chosen already what the article is, so all of it is kept,
 * made harmless, with its images and links. Runs inside the disposable worker.
 */
export function extractFragment(request: ExtractRequest): Extracted {
  const started = performance.now();
  const { address } = request;
  const light = lighten(selected(request.html));
  const cut = light.html.length > MAX_CHARACTERS;
  const parsed = parseTree(cut ? light.html.slice(0, MAX_CHARACTERS) : light.html);
  const simple = request.plain || !withinCaps(parsed);
  const document = documentOf(simple ? '<!doctype html><html><head></head><body></body></html>' : treeHtml(parsed), address);
  const base = baseOf(document, address);
  // Embedded pages are told by absolute addresses only: nothing says where a selection came from.
  settleImages(document, base);
  const resources = replaceEmbeds(document, base);
  absoluteLinks(document, base, address);
  const facts = gatherFacts(document, address, null);
  const body = bodyOf(simple ? extractPlain(parsed) : document.body.innerHTML);
  const heading = simple ? null : body.body.querySelector('h1');
  const headline = heading === null ? null : removeRepeatedTitle(body, [heading.textContent]);
  const extractedAt = performance.now();
  const { html, images } = sanitise(body.body.innerHTML.trim(), address === FILE_BASE ? null : address);
  const text = htmlToText(html);
  return {
    html,
    text,
    prose: text,
    explain: explainLost(request.lost),
    ownText: text,
    images,
    dataImages: light.dataImages,
    resources: resources.filter(({ url }) => html.includes(url.replace(/&/g, '&amp;'))),
    facts,
    extractorFacts: null,
    extractor: 'selection',
    base,
    links: [],
    removed: headline === null ? [] : [headline],
    ms: { extract: extractedAt - started, cleanUp: 0, sanitise: performance.now() - extractedAt },
    degraded: simple ? whyPlain('What was pasted', request.lost) : cut ? 'What was pasted is very long; its end was left out.' : null,
  };
}

/** Browsers mark where the selection begins and ends; what stands around it is only there to make a whole page of it. */
function selected(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return start >= 0 && end > start ? html.slice(start + 20, end) : html;
}
