/** A feed and its items in one shape, whatever format they came in. Addresses are absolute http(s); dates ISO 8601 UTC. */
export interface ParsedFeed {
  readonly format: 'RSS' | 'RDF' | 'Atom' | 'JSON Feed';
  /** Plain text; empty where the feed names itself nowhere. */
  readonly title: string;
  readonly siteUrl: string | null;
  /** The picture it shows for itself. */
  readonly icon: string | null;
  readonly language: string | null;
  /** Minutes that it asks to be left alone (`ttl`, `sy:updatePeriod`), or null. */
  readonly ttl: number | null;
  /** Where it says it has moved for good (`itunes:new-feed-url`), or null. */
  readonly movedTo: string | null;
  readonly items: readonly ParsedItem[];
  /** Items it lists, read or not. */
  readonly total: number;
  /** What was not read, and why, as sentences. */
  readonly notes: readonly string[];
}

export interface ParsedItem {
  /** Its own identity (guid, id), or null. */
  readonly guid: string | null;
  readonly link: string | null;
  /** Plain text; empty where it has none. */
  readonly title: string;
  /** HTML as the feed carries it: not sanitised. Empty where it has none. */
  readonly html: string;
  /** The shorter text beside `html`, where there are two. */
  readonly summary: string;
  /** What relative addresses in `html` and `summary` are resolved against. */
  readonly base: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly enclosures: readonly Enclosure[];
  readonly image: string | null;
}

export interface Enclosure {
  readonly url: string;
  readonly type: string | null;
  /** Bytes, as the feed says. */
  readonly length: number | null;
}

/** A feed that a page names. */
export interface OfferedFeed {
  readonly url: string;
  readonly title: string;
}

/** What a site's page says about its feeds. */
export interface PageOffer {
  /** Not HTML: then nothing else is said. */
  readonly isPage: boolean;
  readonly title: string;
  readonly feeds: readonly OfferedFeed[];
  /** Addresses of its icons, best first. */
  readonly icons: readonly string[];
}

/** An outline of an OPML document: a feed where it has an address, otherwise a folder. */
export interface OpmlOutline {
  readonly title: string;
  readonly url: string | null;
  readonly siteUrl: string | null;
  /** Attributes that mean nothing to us. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly outlines: readonly OpmlOutline[];
}

/** Any reading of a feed's address. */
export type FeedAnswer =
  | { readonly kind: 'unchanged'; readonly url: string; readonly moved: boolean; readonly freshFor: number | null }
  | {
      readonly kind: 'feed';
      /** Where it was found, and whether every redirect on the way there was a permanent one. */
      readonly url: string;
      readonly moved: boolean;
      readonly feed: ParsedFeed;
      readonly etag: string | null;
      readonly lastModified: string | null;
      /** Minutes for which the server says it stays as it is, or null. */
      readonly freshFor: number | null;
    };
