import type { PageLink } from '../../../core/capture/next-page.ts';
import { flatText, type DomDocument } from './dom.ts';

/** Links of a page that may lead to its next page; read before the site's furniture, where they stand, is taken off. */

const MOST = 60;
/** Characters of a link that is a number in a row of them, or `Page 2 of 5`. */
const SHORT = 24;

export function pageLinks(document: DomDocument, base: string): PageLink[] {
  const found: PageLink[] = [];
  for (const element of document.querySelectorAll('link[rel][href], a[href]')) {
    const next = /(?:^|\s)next(?:\s|$)/i.test(element.getAttribute('rel') ?? '');
    if (!next && element.localName === 'link') continue;
    const text = element.localName === 'a' ? flatText(element) : '';
    if (!next && (text.length > SHORT || !/\d/.test(text))) continue;
    try {
      const { href, protocol } = new URL(element.getAttribute('href')?.trim() ?? '', base);
      if (/^https?:$/.test(protocol)) found.push({ url: href, text: text.slice(0, SHORT), next });
    } catch {
      // A link that leads nowhere leads to no page.
    }
    if (found.length >= MOST) break;
  }
  return found;
}
