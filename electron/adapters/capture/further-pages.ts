import { isPageOf, linesOf, MAX_PAGES, nextPage, sameTitle, shareOfNew, withoutRepeated } from '../../core/capture/next-page.ts';
import type { PageFacts } from '../../core/capture/page-facts.ts';
import { AppError } from '../../core/errors.ts';
import type { Extracted } from './extract-protocol.ts';
import type { FurtherPage, Material } from './material.ts';

/** The further pages of an article that its site shows in parts, taken apart like the first. */

/** A page that says less than this (0–1) that was not on the pages before is one of them again. */
const MOSTLY_NEW = 0.5;
/** A page whose text is links for more than half is a list. */
const OWN_TEXT = 0.5;

export interface Further {
  readonly pages: readonly { readonly page: Extracted; readonly fetched: FurtherPage }[];
  /** Signs that pages are missing, as sentences. */
  readonly missing: readonly string[];
}

const NONE: Further = { pages: [], missing: [] };

/** True where the page says of itself that it is an article: pages of a list are numbered in the same way. */
function saysArticle(facts: PageFacts): boolean {
  const types = facts.meta['og:type'] ?? [];
  if (facts.jsonLd.length > 1) return false;
  if (facts.jsonLd.length === 1 || types.some((type) => /article/i.test(type))) return true;
  if (types.some((type) => /^(?:website|blog)$/i.test(type))) return false;
  return facts.meta['article:published_time'] !== undefined || facts.bylines.length > 0;
}

const titlesOf = ({ facts, extractorFacts }: Extracted): (string | null | undefined)[] => [
  facts.heading,
  facts.titleTag,
  extractorFacts?.title,
  ...(facts.meta['og:title'] ?? []),
];

/** Fetches and takes apart the pages after the first, one after the other. A page that cannot be had is a sign that the text is not whole. */
export async function furtherPages(material: Material, first: Extracted): Promise<Further> {
  const { further, origin, steps, tools } = material;
  if (further === undefined || origin.url === null || first.extractor === 'plain' || !saysArticle(first.facts)) return NONE;
  const seen = new Set(linesOf(first.text));
  const pages: { page: Extracted; fetched: FurtherPage }[] = [];
  let last = first;
  for (let number = 2; ; number++) {
    const address = nextPage(origin.url, last.links, number);
    if (address === null) return { pages, missing: [] };
    if (number > MAX_PAGES) return { pages, missing: [`The article has more than ${String(MAX_PAGES)} pages; the rest was left out.`] };
    let fetched: FurtherPage | null;
    try {
      fetched = await steps.run('fetch', async (progress) => {
        progress(`Downloading page ${String(number)} of the article`, null);
        const value = await further(address);
        return {
          value,
          note: value === null ? `Page ${String(number)} was not kept.` : `Page ${String(number)} of the article: ${address}`,
        };
      });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      return { pages, missing: [`Page ${String(number)} of the article could not be had. ${error.message}`] };
    }
    // Whoever is sent elsewhere, to the first page mostly, has come to the end.
    if (fetched === null || !isPageOf(origin.url, fetched.url, number)) return { pages, missing: [] };
    const page = await tools.extractor.extract({ html: fetched.html, address: fetched.url, fragment: false }, tools.signal);
    const same = sameTitle(titlesOf(first), titlesOf(page));
    const list = page.ownText.length < page.text.length * OWN_TEXT;
    const fresh = shareOfNew(page.text, seen) >= MOSTLY_NEW;
    const joined = same && !list && fresh;
    const why = !same ? 'it has another title' : list ? 'it is a list of links' : 'it says what was read already';
    const note = joined ? `Page ${String(number)} belongs to the article.` : `Page ${String(number)} was left out: ${why}.`;
    steps.add('extract', joined, note, page.ms.extract, joined ? page.explain : []);
    if (!joined) return { pages, missing: [] };
    pages.push({ page: { ...page, ...withoutRepeated(page.html, page.text, seen) }, fetched });
    for (const line of linesOf(page.text)) seen.add(line);
    last = page;
  }
}
