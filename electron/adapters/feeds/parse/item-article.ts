import { lighten } from '../../capture/page/data-images.ts';
import { documentOf } from '../../capture/page/dom.ts';
import { replaceEmbeds } from '../../capture/page/embeds.ts';
import { absoluteLinks } from '../../capture/page/links.ts';
import { settleImages } from '../../capture/page/media.ts';
import { parseTree, treeHtml, withinCaps } from '../../capture/page/parse.ts';
import { extractPlain } from '../../capture/page/plain-extract.ts';
import { sanitise } from '../../capture/page/sanitise.ts';
import { htmlToText } from '../../capture/page/text.ts';
import type { ItemArticle } from '../feed-protocol.ts';

/** Characters of one item that are read. */
const MAX_CHARACTERS = 2_000_000;

/**
 * The HTML of a feed's item as an article: the same care as for a page, but nothing is looked for in it, because all of it is the item.
 */
export function itemArticle({ html, base }: { html: string; base: string }): ItemArticle {
  const light = lighten(`<!doctype html><html><head></head><body>${html.slice(0, MAX_CHARACTERS)}</body></html>`);
  const parsed = parseTree(light.html);
  if (!withinCaps(parsed)) {
    const plain = sanitise(extractPlain(parsed), base).html;
    return { html: plain, text: htmlToText(plain), images: [], dataImages: [], resources: [] };
  }
  const document = documentOf(treeHtml(parsed), base);
  settleImages(document, base);
  const resources = replaceEmbeds(document, base);
  absoluteLinks(document, base, base);
  const safe = sanitise(document.body.innerHTML, base);
  return {
    html: safe.html,
    text: htmlToText(safe.html),
    images: safe.images,
    dataImages: light.dataImages,
    resources: resources.filter(({ url }) => safe.html.includes(url.replace(/&/g, '&amp;'))),
  };
}
