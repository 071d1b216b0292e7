import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html';
import { ANYWHERE, ATTRIBUTES, NOT_TEXT, TAGS } from './allow-list.table.ts';
import { ALTERNATIVES } from './media.ts';

/**
 * The stored pass: a strict allow-list without a DOM. sanitize-html alone leaves remote loads and navigations; here no attribute that loads
 * anything survives but an image's `src`, and that becomes a reference of ours to be filled in when the image is stored.
 */

/** An image the article refers to. `index` is its number in the references of the HTML. */
export interface ImageReference {
  readonly index: number;
  /** Addresses to try, best first: http(s), `data:`, `offprint-file:` (beside a saved file), or others that will be refused. */
  readonly urls: readonly string[];
  /** The page gives it a point or two of room: it counts visitors and shows nothing. Not asked for. */
  readonly counts: boolean;
}

export interface Sanitised {
  readonly html: string;
  readonly images: readonly ImageReference[];
}

/** Both sides are given, and at most two pixels. */
function isPoint(attributes: Readonly<Record<string, string>>): boolean {
  return [attributes['width'], attributes['height']].every((side) => side !== undefined && /^[0-2](?:px)?$/.test(side.trim()));
}

/** `src` of the image with this number until it is stored. No page can write one: every other address is checked for http(s). */
export const imageToken = (index: number): string => `offprint-image:${String(index)}`;

const ID_PREFIX = 'ref-';
const ID = /^[\p{L}\p{N}_][\p{L}\p{N}_:.-]{0,99}$/u;
const LINK = /^(?:https?|mailto|tel):/i;
/** Whatever has a scheme goes into the receipt; the image source decides which are opened. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:/i;
const NUMBER = /^\d{1,5}$/;
const NUMERIC = new Set(['colspan', 'rowspan', 'span', 'start', 'value', 'columnspan', 'width', 'height']);
const MAX_URL = 8000;

function cleanId(value: string | undefined): string | null {
  const id = value?.trim() ?? '';
  return ID.test(id) ? `${ID_PREFIX}${id}` : null;
}

/** White space and control characters inside a scheme are ignored by browsers: so they are here. */
const compact = (link: string): string => link.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]+/g, '');

function cleanLink(link: string, pageUrl: string | null): string | null {
  const text = link.trim();
  if (text.length > MAX_URL) return null;
  const hash = text.indexOf('#');
  const withoutHash = hash < 0 ? text : text.slice(0, hash);
  if (hash >= 0 && (withoutHash === '' || (pageUrl !== null && withoutHash === pageUrl.split('#', 1)[0]))) {
    let fragment = text.slice(hash + 1);
    try {
      fragment = decodeURIComponent(fragment);
    } catch {
      // A stray percent sign: the fragment as it is.
    }
    const id = cleanId(fragment);
    return id === null ? null : `#${id}`;
  }
  if (!LINK.test(compact(text))) return null;
  try {
    const url = new URL(text);
    if (!LINK.test(url.protocol)) return null;
    url.username = '';
    url.password = '';
    return url.href;
  } catch {
    return null;
  }
}

function imageUrls(attributes: Attributes): string[] {
  let also: unknown = [];
  try {
    also = JSON.parse(attributes[ALTERNATIVES] ?? '[]');
  } catch {
    // Not ours: a page's own attribute of that name.
  }
  const all = [attributes['src'] ?? '', ...(Array.isArray(also) ? also.filter((url) => typeof url === 'string') : [])];
  return [...new Set(all.map((url) => url.trim()))].filter((url) => ADDRESS.test(url) && !url.startsWith('offprint-image:'));
}

function plain(tag: string, attributes: Attributes): Attributes {
  const allowed = [...ANYWHERE, ...(ATTRIBUTES[tag] ?? [])];
  const kept: Attributes = {};
  for (const name of allowed) {
    const value = attributes[name];
    if (value === undefined) continue;
    if (name === 'id') {
      const id = cleanId(value);
      if (id !== null) kept[name] = id;
    } else if (name === 'dir') {
      if (/^(?:ltr|rtl|auto)$/i.test(value)) kept[name] = value.toLowerCase();
    } else if (name === 'class') {
      const language = /(?:^|\s)(?:lang(?:uage)?-|brush:\s*)([\w+#-]{1,30})/.exec(value)?.[1];
      if (language !== undefined) kept[name] = `language-${language}`;
    } else if (NUMERIC.has(name)) {
      if (NUMBER.test(value.trim())) kept[name] = value.trim();
    } else kept[name] = value.slice(0, 2000);
  }
  return kept;
}

/** Sanitises an article. `pageUrl` is its own address (links to it with a fragment become links inside the article). */
export function sanitise(html: string, pageUrl: string | null): Sanitised {
  const images: ImageReference[] = [];
  const transform = (tagName: string, attributes: Attributes): Tag => {
    let attribs = plain(tagName, attributes);
    if (tagName === 'a') {
      const link = attributes['href'] === undefined ? null : cleanLink(attributes['href'], pageUrl);
      delete attribs['href'];
      delete attribs['rel'];
      // Old pages mark the end of a jump with a name.
      const id = cleanId(attributes['id'] ?? attributes['name']);
      if (id !== null) attribs['id'] = id;
      if (link !== null) attribs['href'] = link;
      if (link !== null && !link.startsWith('#')) attribs['rel'] = 'noopener noreferrer';
    }
    if (tagName === 'img') {
      delete attribs['src'];
      const urls = imageUrls(attributes);
      if (urls.length > 0) {
        attribs = { src: imageToken(images.length), ...attribs };
        images.push({ index: images.length, urls, counts: isPoint(attributes) });
      }
      attribs['alt'] ??= '';
    }
    return { tagName: RENAMED[tagName] ?? tagName, attribs };
  };
  const options: IOptions = {
    allowedTags: [...TAGS],
    nonTextTags: [...NOT_TEXT],
    // `transform` has judged every attribute already; this is the second fence.
    allowedAttributes: { '*': [...ANYWHERE], ...Object.fromEntries(Object.entries(ATTRIBUTES).map(([tag, names]) => [tag, [...names]])) },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['offprint-image'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    // Whoever reads the stored article may do so recursively; deeper text stays, its tags do not.
    nestingLimit: 200,
    transformTags: { '*': transform },
    exclusiveFilter: (frame) => frame.tag === 'img' && !frame.attribs['src'],
    parser: { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  };
  return { html: sanitizeHtml(html, options), images };
}

const RENAMED: Readonly<Record<string, string>> = {
  h1: 'h2',
  header: 'div',
  footer: 'div',
  main: 'div',
  article: 'div',
  center: 'div',
  strike: 's',
  tt: 'code',
  big: 'span',
  acronym: 'abbr',
  font: 'span',
};
