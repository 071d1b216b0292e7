import { AppError } from '../errors.ts';
import { TRACKING_PARAMETERS, TRACKING_PREFIXES } from './tracking-parameters.table.ts';

/** Addresses as people type them, and the keys by which two spellings of one address are known to be the same. */

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const HOST_AND_PORT = /^[^\s/?#:@]+:\d{1,5}(?:[/?#]|$)/;
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

function unsupported(message: string): never {
  throw new AppError('unsupported-address', message, { retryable: false });
}

function refuseScheme(scheme: string): never {
  switch (scheme.toLowerCase()) {
    case 'file':
      return unsupported('Addresses that start with file: are not opened. Add the file itself instead.');
    case 'ftp':
    case 'ftps':
    case 'sftp':
      return unsupported('Offprint saves web pages (http and https), not FTP addresses. Download the file and add it instead.');
    case 'mailto':
      return unsupported('This is an e-mail address, not a web address. Type an address that starts with https://.');
    case 'data':
    case 'javascript':
    case 'blob':
    case 'about':
      return unsupported('This is not the address of a page on the web. Type one that starts with https://.');
    default:
      return unsupported(`Addresses that start with “${scheme}:” are not web pages. Type one that starts with https://.`);
  }
}

/**
 * The address a person typed or pasted, as an http(s) URL without credentials and fragment-safe. A missing scheme becomes https (http for
 * this computer and for bare IP addresses).
 * @throws AppError `unsupported-address` with a sentence that says what to type instead.
 */
export function parseAddress(typed: string): URL {
  const text = typed
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .replace(/^<(.*)>$/s, '$1')
    .trim();
  if (text === '') return unsupported('Type or paste the address of a page, such as https://example.com/story.');
  const candidate = withScheme(text);
  let url: URL;
  try {
    url = new URL(candidate);
  } catch {
    return unsupported(`“${shorten(text)}” is not a web address. Check its spelling; it should look like https://example.com/story.`);
  }
  if (url.hostname === '' || url.hostname.startsWith('.')) {
    return unsupported(`“${shorten(text)}” names no website. It should look like https://example.com/story.`);
  }
  url.username = '';
  url.password = '';
  return url;
}

function withScheme(text: string): string {
  const scheme = SCHEME.exec(text)?.[1];
  if (scheme !== undefined && !HOST_AND_PORT.test(text)) {
    if (!/^https?$/i.test(scheme)) return refuseScheme(scheme);
    if (!/^https?:\/\/[^/]/i.test(text)) {
      return unsupported(`“${shorten(text)}” is not a whole web address. It should look like https://example.com/story.`);
    }
    return text;
  }
  const host = (/^\/{0,2}([^/?#]*)/.exec(text)?.[1] ?? '').replace(/:\d+$/, '');
  const local = host.toLowerCase() === 'localhost' || IPV4.test(host) || /^\[[0-9a-f:.]+\]$/i.test(host);
  const looksLikeHost = /^[^\s.@,;:!?"'()<>]+(?:\.[^\s.@,;:!?"'()<>]+)+$/u.test(host) && /\p{L}{2,}$/u.test(host);
  if (!local && !looksLikeHost) {
    return unsupported(`“${shorten(text)}” is not a web address. It should look like https://example.com/story.`);
  }
  return `${local ? 'http' : 'https'}://${text.replace(/^\/\//, '')}`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** True for an address that `fetch` may be asked for at all. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^/?#]/i.test(address);
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING_PARAMETERS.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/** The address without the parameters that name a campaign or a click; what is no address comes back as it is. */
export function withoutTracking(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return address;
  }
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => !isTracking(decodeName(part)));
  // Written anew only where something goes: a site may read its own parameters letter by letter.
  if (kept.length === parts.length) return address;
  url.search = kept.join('&');
  return url.href;
}

/** One spelling for percent-encodings: unreserved characters are decoded, the rest is in upper case (RFC 3986, 6.2.2). */
function normaliseEscapes(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(parseInt(escape.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase();
  });
}

/**
 * The key of one address: what is left when scheme, `www.`, tracking parameters, trailing slash and fragment are taken off
 * (`example.com/story?id=7`). Null for anything that is not an http(s) address.
 */
export function addressKey(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const host = url.hostname.replace(/\.$/, '').replace(/^www\d?\.(?=[^.]+\.)/, '');
  // Port 80 or 443 is left out whatever the scheme, since the scheme is.
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const path = normaliseEscapes(url.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '');
  const query = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isTracking(decodeName(part)))
    .map((part) => normaliseEscapes(part).replace(/=$/, ''))
    .join('&');
  // `#!` names a page of its own on old single-page sites.
  const fragment = url.hash.startsWith('#!') ? url.hash : '';
  return `${host}${port}${path}${query === '' ? '' : `?${query}`}${fragment}`;
}

function decodeName(part: string): string {
  const name = part.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The keys of several addresses of one article, each once, in the order given. */
export function addressKeys(addresses: readonly string[]): string[] {
  const keys = addresses.map(addressKey).filter((key) => key !== null);
  return [...new Set(keys)];
}
