import type { LinkedArticle } from '../../../core/capture/page-facts.ts';

/** Articles in a page's JSON-LD. Much of it in the wild is not quite JSON. */

const ARTICLE = /Article|BlogPosting|Report|LiveBlog|Review|Recipe|SocialMediaPosting/i;
const INNER = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item', 'liveBlogUpdate', 'hasPart'];
const MAX_DEPTH = 6;
const MAX_ARTICLES = 40;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const string = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

function parseLoosely(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|(?:\/\/\s*)?<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/\s*)?\]\]>)\s*$/, '')
    .trim();
  try {
    return JSON.parse(text);
  } catch {
    try {
      // Raw line breaks inside strings, trailing commas, a semicolon at the end.
      return JSON.parse(
        text
          .replace(/[\u0000-\u001f]+/g, ' ')
          .replace(/,\s*([}\]])/g, '$1')
          .replace(/;\s*$/, ''),
      );
    } catch {
      return null;
    }
  }
}

function decodeEntities(text: string): string {
  return text
    .replace(/&#(\d{1,6});/g, (whole, code: string) => (Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole))
    .replace(/&#x([0-9a-f]{1,5});/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(quot|apos|lt|gt|nbsp|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip);/g, (_, name: string) => NAMED[name] ?? '')
    .replace(/&amp;/g, '&');
}
const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** Names of people or a house, given in place or by a reference to another node of the same script. */
function names(value: unknown, nodes: ReadonlyMap<string, Json>): string[] {
  return list(value).flatMap((item) => {
    const id = isObject(item) ? string(item['@id']) : null;
    const person = isObject(item) && item['name'] === undefined && id !== null ? (nodes.get(id) ?? item) : item;
    const name = string(person) ?? (isObject(person) ? string(list(person['name'])[0]) : null);
    return name === null ? [] : [decodeEntities(name)];
  });
}

function image(value: unknown): string | null {
  const [first] = list(value);
  return string(first) ?? (isObject(first) ? (string(first['url']) ?? string(first['contentUrl'])) : null);
}

function free(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = string(value)?.toLowerCase();
  if (text === undefined) return null;
  return /^(?:false|no|0)$|\/false$/.test(text) ? false : /^(?:true|yes|1)$|\/true$/.test(text) ? true : null;
}

/** `articleBody` is text, or markup, or markup written as text. */
function bodyText(value: unknown): string {
  const text = list(value)
    .map(string)
    .filter((part) => part !== null)
    .join('\n');
  return decodeEntities(text)
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .slice(0, 400_000);
}

function article(node: Json, nodes: ReadonlyMap<string, Json>): LinkedArticle {
  const headline = string(node['headline']) ?? string(node['name']);
  const main = node['mainEntityOfPage'];
  const words = Number(node['wordCount']);
  return {
    headline: headline === null ? null : decodeEntities(headline),
    authors: names(node['author'] ?? node['creator'], nodes),
    published: string(list(node['datePublished'])[0]),
    modified: string(list(node['dateModified'])[0]),
    publisher: names(node['publisher'], nodes)[0] ?? null,
    language: string(node['inLanguage']),
    url: string(node['url']) ?? string(main) ?? (isObject(main) ? string(main['@id']) : null),
    image: image(node['image']),
    body: bodyText(node['articleBody']),
    wordCount: Number.isFinite(words) && words > 0 ? Math.round(words) : null,
    free: free(node['isAccessibleForFree']),
  };
}

/** Every article found in one JSON-LD script, outer ones first. */
export function linkedArticles(source: string): LinkedArticle[] {
  const found: LinkedArticle[] = [];
  const nodes = new Map<string, Json>();
  const root = parseLoosely(source);
  for (const node of list(isObject(root) ? (root['@graph'] ?? root) : root)) {
    const id = isObject(node) ? string(node['@id']) : null;
    if (isObject(node) && id !== null && node['name'] !== undefined) nodes.set(id, node);
  }
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || found.length >= MAX_ARTICLES) return;
    if (Array.isArray(value)) return value.forEach((item) => visit(item, depth + 1));
    if (!isObject(value)) return;
    const types = list(value['@type']).filter((item) => typeof item === 'string');
    if (ARTICLE.test(types.join(' ')) || string(value['articleBody']) !== null) found.push(article(value, nodes));
    for (const name of INNER) if (value[name] !== undefined) visit(value[name], depth + 1);
  };
  visit(root, 0);
  return found;
}
