import { feedDate } from '../../../core/feeds/feed-date.ts';
import type { Enclosure, ParsedFeed, ParsedItem } from '../../../core/feeds/types.ts';
import { escapeText, innerHtml, isElement, kid, kids, textOf, type Element } from './element.ts';
import { resolve, type XmlReading } from './read-xml.ts';
import { plainText } from './text.ts';

/** RSS 0.9x–2.0, RDF and Atom 0.3–1.0 in one shape. Formats are mixed in the wild, so each field is looked for under all its names. */

const ANY_ATOM = ['', 'atom'];

/** Addresses of `link` elements: those in an attribute with what they are for, those in their text. */
interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly length: number | null;
}

function links(element: Element, spaces: readonly string[]): Link[] {
  return spaces.flatMap((space) =>
    kids(element, 'link', space).flatMap((link): Link[] => {
      const href = resolve(link.attributes['href'] ?? textOf(link), link.base);
      if (href === null) return [];
      const { rel = 'alternate', type = '', length } = link.attributes;
      return [{ href, rel: rel.toLowerCase(), type: type.toLowerCase(), length: wholeNumber(length) }];
    }),
  );
}

function pageOf(found: readonly Link[]): string | null {
  const pages = found.filter(({ rel }) => rel === 'alternate');
  return (pages.find(({ type }) => type === '' || type.includes('html')) ?? pages[0])?.href ?? null;
}

/** A text construct as HTML: plain text is escaped, XHTML is written out, escaped HTML is what it says. */
function html(element: Element | null): string {
  if (element === null) return '';
  const type = (element.attributes['type'] ?? '').toLowerCase();
  const mode = (element.attributes['mode'] ?? '').toLowerCase();
  const hasMarkup = element.children.some(isElement);
  if (hasMarkup || type === 'xhtml') return unwrapDiv(innerHtml(element), type === 'xhtml' || type.includes('xml'));
  const text = textOf(element);
  if (mode === 'base64' || (type.includes('/') && !/^text\/|html|xml/.test(type))) return decodeBase64(text);
  if (type === 'text' || type === 'text/plain' || (mode === 'xml' && type === '')) return escapeText(text);
  return text;
}

function unwrapDiv(text: string, wanted: boolean): string {
  return wanted ? text.replace(/^<div(?:\s[^>]*)?>([\s\S]*)<\/div>$/, '$1').trim() : text;
}

function decodeBase64(text: string): string {
  return /^[\sA-Za-z0-9+/=]+$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : text;
}

/** A title or a name: what markup or entities it carries are read, not shown. */
const words = (element: Element | null): string => plainText(html(element));

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : null;
}

export function xmlFeed(reading: XmlReading & { root: Element }): ParsedFeed {
  const { root, items } = reading;
  const channel = kid(root, 'channel') ?? root;
  const format = root.name === 'feed' ? 'Atom' : root.name === 'rdf' ? 'RDF' : 'RSS';
  const found = links(channel, format === 'Atom' ? ANY_ATOM : ['']);
  const image = kid(channel, 'image', 'itunes:image', 'icon', 'logo', 'atom:icon', 'atom:logo') ?? kid(root, 'image');
  const icon = image && (resolve(image.attributes['href'], image.base) ?? resolve(textOf(kid(image, 'url')) || textOf(image), image.base));
  return {
    format,
    title: words(kid(channel, 'title', 'atom:title', 'dc:title', 'itunes:title')),
    siteUrl: pageOf(found) ?? pageOf(links(channel, ['atom']).filter(({ rel }) => rel === 'alternate')),
    icon,
    language: textOf(kid(channel, 'language', 'dc:language')) || root.attributes['xml:lang'] || null,
    ttl: ttlOf(channel),
    movedTo: resolve(textOf(kid(channel, 'itunes:new-feed-url')), channel.base),
    items: items.map((item) => itemOf(item, format)),
    total: reading.total,
    notes: reading.cut ? ['Some of its items are nested too deeply to be read whole.'] : [],
  };
}

const PERIODS: Readonly<Record<string, number>> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

function ttlOf(channel: Element): number | null {
  const ttl = wholeNumber(textOf(kid(channel, 'ttl')));
  if (ttl !== null && ttl > 0) return ttl;
  const period = PERIODS[textOf(kid(channel, 'sy:updateperiod')).toLowerCase()];
  const often = wholeNumber(textOf(kid(channel, 'sy:updatefrequency'))) ?? 1;
  return period === undefined ? null : Math.round(period / Math.max(1, often));
}

function itemOf(item: Element, format: ParsedFeed['format']): ParsedItem {
  const identity = kid(item, 'guid', 'id', 'atom:id');
  const guid = textOf(identity) || item.attributes['rdf:about'] || null;
  const found = links(item, format === 'Atom' ? ANY_ATOM : ['']);
  const atomLinks = links(item, ['atom']);
  const permalink = identity?.name === 'guid' && identity.attributes['ispermalink']?.toLowerCase() !== 'false' ? guid : null;
  const link =
    pageOf(found) ??
    pageOf(atomLinks) ??
    (permalink !== null && /^https?:/i.test(permalink) ? resolve(permalink, null) : null) ??
    (format === 'RDF' ? resolve(item.attributes['rdf:about'], item.base) : null);
  const full = html(kid(item, 'content:encoded', 'encoded', 'content', 'atom:content', 'xhtml:body', 'body', 'fullitem'));
  const short = html(kid(item, 'description', 'summary', 'atom:summary', 'dc:description', 'itunes:summary', 'media:description'));
  const media = mediaOf(item);
  const content = kid(item, 'content', 'content:encoded', 'description');
  const base = content?.base ?? item.base;
  return {
    guid,
    link,
    title: words(kid(item, 'title', 'atom:title', 'dc:title', 'media:title')),
    html: full === '' ? short : full,
    summary: full === '' ? '' : short,
    base: link !== null && base !== null ? (item.base === base ? link : base) : (link ?? base),
    publishedAt: dateOf(
      item,
      'pubdate',
      'published',
      'issued',
      'dc:date',
      'dcterms:issued',
      'dcterms:created',
      'created',
      'dcterms:date',
      'date',
      'atom:published',
      'updated',
      'modified',
      'dcterms:modified',
      'atom:updated',
    ),
    updatedAt: dateOf(item, 'updated', 'modified', 'atom:updated', 'dcterms:modified'),
    authors: authorsOf(item),
    categories: [
      ...new Set(
        [...kids(item, 'category'), ...kids(item, 'subject', 'dc')].map((one) =>
          plainText(one.attributes['label'] ?? one.attributes['term'] ?? textOf(one)),
        ),
      ),
    ]
      .filter((name) => name !== '')
      .slice(0, 50),
    enclosures: enclosuresOf(item, found, media),
    image: media.find(({ medium }) => medium === 'image')?.url ?? resolve(kid(item, 'itunes:image')?.attributes['href'], item.base),
  };
}

function dateOf(item: Element, ...names: string[]): string | null {
  for (const name of names) {
    const date = feedDate(textOf(kid(item, name)));
    if (date !== null) return date;
  }
  return null;
}

function authorsOf(item: Element): string[] {
  const people = [
    ...kids(item, 'creator', 'dc'),
    ...kids(item, 'author'),
    ...kids(item, 'author', 'atom'),
    ...kids(item, 'author', 'itunes'),
  ];
  const names = people.map((person) => {
    const name = kid(person, 'name', 'atom:name');
    if (name !== null) return words(name);
    const text = plainText(textOf(person));
    // RSS asks for `mail@example.org (Name)`.
    return /^\S+@\S+\s*\((.+)\)$/.exec(text)?.[1]?.trim() ?? (/^\S+@\S+$/.test(text) ? '' : text);
  });
  return [...new Set(names)].filter((name) => name !== '' && name.length < 200).slice(0, 20);
}

interface Media extends Enclosure {
  readonly medium: string;
}

function mediaOf(item: Element): Media[] {
  const groups = [item, ...kids(item, 'group', 'media')];
  const found = groups.flatMap((group) => [...kids(group, 'content', 'media'), ...kids(group, 'thumbnail', 'media')]);
  return found.flatMap((media): Media[] => {
    const url = resolve(media.attributes['url'], media.base);
    if (url === null) return [];
    const type = media.attributes['type']?.toLowerCase() ?? null;
    const image =
      media.name === 'thumbnail' ||
      media.attributes['medium'] === 'image' ||
      type?.startsWith('image/') === true ||
      /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i.test(url);
    return [{ url, type, length: wholeNumber(media.attributes['filesize']), medium: image ? 'image' : (media.attributes['medium'] ?? '') }];
  });
}

function enclosuresOf(item: Element, found: readonly Link[], media: readonly Media[]): Enclosure[] {
  const own = kids(item, 'enclosure').flatMap((one): Enclosure[] => {
    const url = resolve(one.attributes['url'] ?? one.attributes['href'], one.base);
    return url === null
      ? []
      : [{ url, type: one.attributes['type']?.toLowerCase() ?? null, length: wholeNumber(one.attributes['length']) }];
  });
  const linked = found
    .filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type, length }) => ({ url: href, type: type || null, length }));
  const played = media
    .filter(({ medium, type }) => /^(?:audio|video)/.test(type ?? medium))
    .map(({ url, type, length }) => ({ url, type, length }));
  const all = [...own, ...linked, ...played];
  return all.filter(({ url }, at) => all.findIndex((other) => other.url === url) === at).slice(0, 50);
}
