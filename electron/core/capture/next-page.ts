/**
 * Which link of a page leads to the next page of the same article. `rel=next` alone does not say: on many sites it is the next article. What says
 * it is the address: that of the first page with a page's number put in, and nothing else changed.
 */

/** A link that may lead to another page of the article. */
export interface PageLink {
  /** Absolute. */
  readonly url: string;
  readonly text: string;
  /** True for `rel=next`. */
  readonly next: boolean;
}

/** Pages of one article at most, the first included. */
export const MAX_PAGES = 20;

const PAGE_PARAMETER = /^(?:p|pg|page|paged|page[_-]?(?:no|num|number|id)|pagina|pagine|seite|sayfa|sida|side|strona|stranica|pn)$/i;
const PAGE_WORD = '(?:page|pages|pg|p|seite|pagina|página|sayfa|s|sida|side|strona)';
const NUMBER = '([1-9]\\d?)';
/** A number that stands for a page at the end of a path: a folder of its own, or tied to the name of the file. */
const IN_PATH = [
  new RegExp(`^(.*)/${PAGE_WORD}[/_-]?${NUMBER}/?$`, 'i'),
  new RegExp(`^(.*)/${NUMBER}/?$`),
  new RegExp(`^(.*[^/])[-_,.]${PAGE_WORD}[-_]?${NUMBER}(\\.[a-z]{2,5})?/?$`, 'i'),
  new RegExp(`^(.*[^/])[-_,]${NUMBER}(\\.[a-z]{2,5})/?$`, 'i'),
];

interface Reading {
  /** The address without the number. */
  readonly base: string;
  readonly page: number;
}

function withoutEnd(path: string): string {
  return path.replace(/\/+$/, '') || '/';
}

function baseOf(url: URL, path: string, parameter: string | null): string {
  const query = [...url.searchParams].filter(([name]) => name !== parameter && !/^utm_/i.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${url.host}${withoutEnd(path)}?${new URLSearchParams(query).toString()}`;
}

/** Every way to read a page's number in an address. */
function readings(url: URL): Reading[] {
  const found: Reading[] = [];
  for (const [name, value] of url.searchParams) {
    if (PAGE_PARAMETER.test(name) && /^[1-9]\d?$/.test(value)) found.push({ base: baseOf(url, url.pathname, name), page: Number(value) });
  }
  for (const pattern of IN_PATH) {
    const match = pattern.exec(url.pathname);
    if (match) found.push({ base: baseOf(url, `${match[1] ?? ''}${match[3] ?? ''}`, null), page: Number(match[2]) });
  }
  return found;
}

/** Bases under which an address is the first page of something. */
function firstBases(url: URL): Set<string> {
  const numbered = readings(url).filter(({ page }) => page === 1);
  return new Set([baseOf(url, url.pathname, null), ...numbered.map(({ base }) => base)]);
}

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** True where `address` is page `page` of the article whose first page is at `first`. */
export function isPageOf(first: string, address: string, page: number): boolean {
  const [start, url] = [parse(first), parse(address)];
  if (!start || !url || start.host !== url.host || withoutEnd(start.pathname) === '/') return false;
  const bases = firstBases(start);
  return readings(url).some((reading) => reading.page === page && bases.has(reading.base));
}

/** Words of a link that leads to page `page`: its number, alone or named. */
function namesPage(text: string, page: number): boolean {
  const match = /^\D{0,16}?(\d{1,2})(?:\s*(?:\/|of|von|de|di|sur|из|av|\\)\s*\d{1,2})?$/iu.exec(text.trim());
  return match !== null && Number(match[1]) === page;
}

/** The address of page `page` (2 or more) of the article that begins at `first`; null where no link leads to one. */
export function nextPage(first: string, links: readonly PageLink[], page: number): string | null {
  const fitting = links.filter(({ url, next, text }) => (next || namesPage(text, page)) && isPageOf(first, url, page));
  return (fitting.find(({ next }) => next) ?? fitting[0])?.url.replace(/#.*$/s, '') ?? null;
}

/** Letters and digits of a title, without what says which page it is. */
function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(new RegExp(`[\\s([|,:–—-]+${PAGE_WORD}\\.?\\s*\\d{1,2}(?:\\s*(?:/|of|von|de|di|sur)\\s*\\d{1,2})?[\\s)\\]]*`, 'giu'), ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** True where one of the titles of one page is a title of the other. */
export function sameTitle(one: readonly (string | null | undefined)[], other: readonly (string | null | undefined)[]): boolean {
  const plain = (titles: typeof one): string[] => titles.map((title) => plainTitle(title ?? '')).filter((title) => title.length >= 4);
  const known = new Set(plain(one));
  return plain(other).some((title) => known.has(title));
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
/** Letters of a block that is worth comparing. */
const LONG = 30;

/** How much of `text` (0–1) is not in what was read before, by letters of its longer lines. */
export function shareOfNew(text: string, before: ReadonlySet<string>): number {
  const lines = text
    .split('\n')
    .map(letters)
    .filter((line) => line.length >= LONG);
  const all = lines.reduce((sum, line) => sum + line.length, 0);
  const fresh = lines.filter((line) => !before.has(line)).reduce((sum, line) => sum + line.length, 0);
  return all === 0 ? 0 : fresh / all;
}

/** The longer lines of a text, as `shareOfNew` compares them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(letters)
    .filter((line) => line.length >= LONG);
}

/** Takes paragraphs off a page that stood on an earlier one already: a standfirst is often on each. */
export function withoutRepeated(html: string, text: string, before: ReadonlySet<string>): { html: string; text: string } {
  const bare = (markup: string): string => letters(markup.replace(/<[^>]*>/g, '').replace(/&(?:[a-z]+|#\d+);/gi, ''));
  return {
    html: html.replace(/<p(?:\s[^>]*)?>(?:(?!<\/?p[\s>])[\s\S])*?<\/p>/g, (whole) => (before.has(bare(whole)) ? '' : whole)),
    text: text
      .split('\n')
      .filter((line) => !before.has(letters(line)))
      .join('\n'),
  };
}
