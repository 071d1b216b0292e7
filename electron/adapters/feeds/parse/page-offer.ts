import { Parser } from 'htmlparser2';
import { decodeBytes } from '../../../core/capture/charset.ts';
import type { OfferedFeed, PageOffer } from '../../../core/feeds/types.ts';
import { detectCharset } from '../../capture/charset-detector.ts';
import { resolve } from './read-xml.ts';

const FEED_TYPE = /^(?:application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json|xml|x\.atom\+xml)|text\/xml)$/;
/** Links in the page's own text that are feeds by their look. */
const FEED_LINK =
  /(?:\/(?:feed|rss|atom)(?:\/|\.xml|\.rss|\.json)?$|\.(?:rss|atom|rdf)$|\/(?:index|rss|feed|atom|feeds?)\.(?:xml|json|rdf)$)/i;
const MAX_FEEDS = 20;

/** The feeds and icons that a page names in its head, and links in its body that look like feeds. */
export function pageOffer({ bytes, address, contentType }: { bytes: Uint8Array; address: string; contentType: string | null }): PageOffer {
  const { text } = decodeBytes(bytes, { contentType, detect: detectCharset });
  const start = text.slice(0, 2_000_000);
  const isPage = /<(?:!doctype html|html|head|body|title|link|meta)[\s>]/i.test(start);
  const named: OfferedFeed[] = [];
  const linked: OfferedFeed[] = [];
  const icons: { url: string; size: number }[] = [];
  let base = address;
  let title = '';
  let inTitle = false;
  let anchor: { url: string; text: string } | null = null;
  const endAnchor = (): void => {
    if (anchor !== null) linked.push({ url: anchor.url, title: anchor.text.replace(/\s+/gu, ' ').trim().slice(0, 100) });
    anchor = null;
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'base' && attributes['href'] !== undefined) base = resolve(attributes['href'], address) ?? base;
      if (name === 'title' && title === '') inTitle = true;
      if (name === 'a') {
        endAnchor();
        const url = resolve(attributes['href'], base);
        if (url !== null && FEED_LINK.test(new URL(url).pathname)) anchor = { url, text: '' };
      }
      if (name !== 'link') return;
      const url = resolve(attributes['href'], base);
      const rel = (attributes['rel'] ?? '').toLowerCase().split(/\s+/);
      if (url === null) return;
      const type = (attributes['type'] ?? '').toLowerCase().split(';', 1)[0]?.trim() ?? '';
      if ((rel.includes('alternate') && FEED_TYPE.test(type)) || rel.includes('feed'))
        named.push({ url, title: attributes['title']?.trim() ?? '' });
      if (rel.some((word) => /^(?:icon|apple-touch-icon|apple-touch-icon-precomposed)$/.test(word))) {
        icons.push({ url, size: Number(/(\d+)x/i.exec(attributes['sizes'] ?? '')?.[1] ?? (rel.includes('icon') ? 16 : 120)) });
      }
    },
    ontext: (data) => {
      if (inTitle) title += data;
      if (anchor !== null) anchor.text += data;
    },
    onclosetag: (name) => {
      if (name === 'title') inTitle = false;
      if (name === 'a') endAnchor();
    },
  });
  parser.end(start);
  // WordPress's own JSON is announced as application/json and is no feed.
  const feeds = (named.length > 0 ? named : linked).filter(({ url }) => !/\/(?:wp-json|oembed)\//.test(url));
  return {
    isPage,
    title: title.replace(/\s+/gu, ' ').trim(),
    feeds: feeds.filter(({ url }, at) => feeds.findIndex((other) => other.url === url) === at).slice(0, MAX_FEEDS),
    // About 64 pixels is what a dense screen shows; a drawing fits any.
    icons: icons.sort((a, b) => Math.abs(a.size - 64) - Math.abs(b.size - 64)).map(({ url }) => url),
  };
}
