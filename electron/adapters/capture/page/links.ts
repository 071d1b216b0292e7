import type { DomDocument } from './dom.ts';

/** Makes links absolute, and tells those inside the page. A link that leads nowhere loses its `href` and keeps its text. */
export function absoluteLinks(document: DomDocument, base: string, address: string): void {
  const own = address.split('#', 1)[0] ?? address;
  for (const anchor of document.querySelectorAll('a[href], area[href]')) {
    const href = anchor.getAttribute('href')?.trim() ?? '';
    if (href.startsWith('#')) continue;
    try {
      const url = new URL(href, base).href;
      const [page, fragment] = url.split('#', 2);
      anchor.setAttribute('href', page === own && fragment !== undefined && fragment !== '' ? `#${fragment}` : url);
    } catch {
      anchor.removeAttribute('href');
    }
  }
}
