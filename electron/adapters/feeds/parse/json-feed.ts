import { feedDate } from '../../../core/feeds/feed-date.ts';
import type { Enclosure, ParsedFeed, ParsedItem } from '../../../core/feeds/types.ts';
import { escapeText } from './element.ts';
import { resolve } from './read-xml.ts';
import { plainText } from './text.ts';

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). Fields of another type than the format says are passed over. */
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** Null where it is JSON, but no feed. */
export function jsonFeed(source: string, base: string, maxItems: number): ParsedFeed | null {
  let feed: unknown;
  try {
    feed = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  if (!isObject(feed) || !Array.isArray(feed['items'])) return null;
  const items = list(feed['items']);
  const shared = authorsOf(feed);
  return {
    format: 'JSON Feed',
    title: plainText(text(feed['title'])),
    siteUrl: resolve(text(feed['home_page_url']), base),
    icon: resolve(text(feed['favicon']) || text(feed['icon']), base),
    language: text(feed['language']) || null,
    ttl: null,
    movedTo: null,
    items: items.slice(0, maxItems).map((item) => itemOf(item, base, shared)),
    total: items.length,
    notes: [],
  };
}

function itemOf(item: Json, base: string, shared: readonly string[]): ParsedItem {
  const id = text(item['id']);
  const link =
    resolve(text(item['url']), base) ?? resolve(text(item['external_url']), base) ?? (/^https?:/i.test(id) ? resolve(id, null) : null);
  const plain = text(item['content_text']);
  const html =
    text(item['content_html']) ||
    (plain === ''
      ? ''
      : plain
          .split(/\n{2,}/)
          .map((part) => `<p>${escapeText(part).replace(/\n/g, '<br>')}</p>`)
          .join(''));
  const summary = escapeText(text(item['summary']));
  const published = feedDate(text(item['date_published']));
  const updated = feedDate(text(item['date_modified']));
  const own = authorsOf(item);
  return {
    guid: id || null,
    link,
    title: plainText(escapeText(text(item['title']))),
    html: html || summary,
    summary: html === '' ? '' : summary,
    base: link ?? base,
    publishedAt: published ?? updated,
    updatedAt: updated,
    authors: own.length > 0 ? own : [...shared],
    categories: (Array.isArray(item['tags']) ? item['tags'] : [])
      .map(text)
      .filter((tag) => tag !== '')
      .slice(0, 50),
    enclosures: list(item['attachments']).flatMap((one): Enclosure[] => {
      const url = resolve(text(one['url']), base);
      const size = one['size_in_bytes'];
      return url === null
        ? []
        : [{ url, type: text(one['mime_type']) || null, length: typeof size === 'number' && size >= 0 ? Math.round(size) : null }];
    }),
    image: resolve(text(item['image']) || text(item['banner_image']), base),
  };
}

function authorsOf(one: Json): string[] {
  const authors = [...list(one['authors']), ...(isObject(one['author']) ? [one['author']] : [])];
  return [...new Set(authors.map((author) => text(author['name'])))].filter((name) => name !== '');
}
