import { dateOfAddress, normaliseDate } from './dates.ts';
import { normaliseLanguage } from './language.ts';
import type { ExtractorFacts, LinkedArticle, PageFacts } from './page-facts.ts';
import { tidy, withoutSiteName } from './title.ts';

/** What is known about an article, merged from all that a page says of itself. */
export interface Metadata {
  /** Empty where the page names none. */
  readonly title: string;
  readonly byline: string | null;
  /** Site name; the host where the page names none; null without an address. */
  readonly source: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** Declared languages, likeliest first; to be checked against the text. */
  readonly languages: readonly string[];
  readonly dir: string | null;
  readonly canonicalUrl: string | null;
  /** Absolute address of the picture the page shows for itself, or null. */
  readonly image: string | null;
}

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'parsely-pub-date',
  'sailthru.date',
  'datepublished',
  'citation_publication_date',
  'citation_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'publishdate',
  'publish_date',
  'publish-date',
  'pubdate',
  'publication_date',
  'published-date',
  'rnews:datepublished',
  'og:published_time',
  'og:pubdate',
  'article.published',
  'cxenseparse:recs:publishtime',
  'bt:pubdate',
  'ptime',
  'date',
  'last-modified-date',
];
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'last-modified',
  'revised',
];
const AUTHOR_META = [
  'parsely-author',
  'sailthru.author',
  'article:author_name',
  'author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'article:author',
  'byl',
  'cxenseparse:author',
  'twitter:creator_name',
];

function firstMeta(facts: PageFacts, names: readonly string[]): string[] {
  return names.flatMap((name) => facts.meta[name] ?? []).filter((value) => value !== '');
}

/** The JSON-LD article that this page is about: the one with its address, else the one with the longest body, else the first. */
export function mainLinkedArticle(facts: PageFacts): LinkedArticle | null {
  const [first, ...rest] = facts.jsonLd;
  if (first === undefined) return null;
  const own = facts.jsonLd.find((item) => item.url !== null && item.url === facts.canonical && item.headline !== null);
  return own ?? rest.reduce((best, item) => (item.body.length > best.body.length ? item : best), first);
}

const hostName = (address: string | null): string | null => {
  if (address === null) return null;
  try {
    return new URL(address).hostname.replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, '');
  } catch {
    return null;
  }
};

function cleanByline(raw: string): string | null {
  const text = tidy(raw)
    .replace(/^(?:by|written by|von|par|por|di|door|av|af|yazan|yazar|müəllif|автор|текст)(?:\s*:\s*|\s+)/iu, '')
    .replace(/\s*[|•·]\s.*$/u, '')
    .trim();
  if (text.length < 2 || text.length > 200 || /^https?:|^www\.|@|\.(?:com|html?)\b/i.test(text) || !/\p{L}/u.test(text)) return null;
  // A reading time or a clock: the line beside the name was taken for it.
  if (/\d{1,2}:\d{2}|\d\s?min|(?:19|20)\d\d/i.test(text)) return null;
  return /^(?:admin|administrator|editor|redaction|null|undefined|unknown|author|anonymous)$/i.test(text) ? null : text;
}

function byline(facts: PageFacts, linked: LinkedArticle | null, extractor: ExtractorFacts | null, source: string | null): string | null {
  const authors = (linked?.authors ?? []).map(cleanByline).filter((name) => name !== null);
  const candidates = [
    [...new Set(authors)].join(', '),
    extractor?.byline ?? '',
    [
      ...new Set(
        firstMeta(facts, AUTHOR_META)
          .slice(0, 4)
          .map(cleanByline)
          .filter((name) => name !== null),
      ),
    ]
      .slice(0, 4)
      .join(', '),
    ...facts.bylines,
  ];
  for (const candidate of candidates) {
    const name = cleanByline(candidate);
    if (name !== null && name.toLowerCase() !== source?.toLowerCase()) return name;
  }
  // Nobody else signs: then it is the paper itself, if it says so.
  return authors[0] ?? null;
}

function sourceName(
  facts: PageFacts,
  linked: LinkedArticle | null,
  extractor: ExtractorFacts | null,
  address: string | null,
): string | null {
  const candidates = [
    ...firstMeta(facts, ['og:site_name']),
    linked?.publisher,
    ...firstMeta(facts, ['application-name', 'apple-mobile-web-app-title', 'dc.publisher', 'citation_journal_title']),
    extractor?.siteName,
  ];
  for (const candidate of candidates) {
    const name = tidy(candidate).replace(/^https?:\/\/(?:www\.)?|\/$/gi, '');
    if (name.length > 1 && name.length <= 80 && !name.startsWith('@')) return name;
  }
  return hostName(address);
}

function title(
  facts: PageFacts,
  linked: LinkedArticle | null,
  extractor: ExtractorFacts | null,
  source: string | null,
  address: string | null,
): string {
  const host = hostName(address);
  const names = [source, host, host?.replace(/\.[a-z.]+$/i, ''), linked?.publisher].filter(
    (name): name is string => typeof name === 'string',
  );
  const clean = (text: string | null | undefined): string => withoutSiteName(tidy(text), names, facts.heading);
  const candidates = [
    linked?.headline,
    ...firstMeta(facts, ['og:title', 'twitter:title', 'dc.title', 'citation_title']),
    extractor?.title,
    facts.titleTag,
    facts.heading,
  ];
  for (const candidate of candidates) {
    const text = clean(candidate);
    if (text.length > 1 && text.toLowerCase() !== source?.toLowerCase()) return text.slice(0, 500);
  }
  return tidy(facts.heading ?? facts.titleTag).slice(0, 500);
}

/** A canonical address that can be believed: on the web, of this site or named twice, and not the front page of it. */
function canonical(facts: PageFacts, address: string | null): string | null {
  const named = [facts.canonical, ...firstMeta(facts, ['og:url'])];
  for (const candidate of named) {
    if (candidate == null) continue;
    let url: URL;
    try {
      url = new URL(candidate, address ?? undefined);
    } catch {
      continue;
    }
    if (!/^https?:$/.test(url.protocol)) continue;
    if (url.pathname === '/' && url.search === '' && address !== null && new URL(address).pathname !== '/') continue;
    const twice = named.filter((other) => other === candidate).length > 1;
    if (address !== null && hostName(url.href) !== hostName(address) && !twice) continue;
    return url.href;
  }
  return null;
}

function absolute(link: string | null | undefined, base: string | null): string | null {
  // An empty reference is the page itself (RFC 3986, 4.4).
  if (link == null || link.trim() === '') return null;
  try {
    const url = new URL(link, base ?? undefined);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function firstDate(candidates: readonly (string | null | undefined)[]): string | null {
  for (const candidate of candidates) {
    const date = normaliseDate(candidate);
    if (date !== null) return date;
  }
  return null;
}

/** Merges what a page says. `address` is where it came from (after redirects), null for a file that does not say. */
export function mergeMetadata(facts: PageFacts, extractor: ExtractorFacts | null, address: string | null): Metadata {
  const linked = mainLinkedArticle(facts);
  const canonicalUrl = canonical(facts, address);
  const source = sourceName(facts, linked, extractor, address ?? canonicalUrl);
  const languages = [
    linked?.language,
    facts.lang,
    ...firstMeta(facts, ['content-language', 'language', 'dc.language', 'og:locale']),
    extractor?.lang,
  ];
  const image = [
    ...firstMeta(facts, ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src']),
    linked?.image,
  ].find((link) => Boolean(link));
  return {
    title: title(facts, linked, extractor, source, address),
    byline: byline(facts, linked, extractor, source),
    source,
    publishedAt:
      firstDate([linked?.published, ...firstMeta(facts, PUBLISHED_META), extractor?.published, ...facts.times]) ??
      dateOfAddress(address ?? canonicalUrl ?? '') ??
      facts.labelledDates[0] ??
      null,
    modifiedAt: firstDate([linked?.modified, ...firstMeta(facts, MODIFIED_META), ...facts.modifiedTimes]),
    languages: languages.map(normaliseLanguage).filter((tag) => tag !== null),
    dir: facts.dir ?? extractor?.dir ?? null,
    canonicalUrl,
    image: absolute(image, address ?? canonicalUrl),
  };
}
