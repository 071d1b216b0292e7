/** What a page says about itself, gathered before extraction changes it. Everything is as found: strings trimmed, nothing judged. */
export interface PageFacts {
  /** Contents of `<meta>` by lower-case `property`, `name` or `itemprop`, in document order. */
  readonly meta: Readonly<Record<string, readonly string[]>>;
  readonly jsonLd: readonly LinkedArticle[];
  readonly titleTag: string | null;
  /** Text of the first `h1` that stands outside a header logo; null where there is none. */
  readonly heading: string | null;
  readonly canonical: string | null;
  readonly lang: string | null;
  readonly dir: string | null;
  /** `datetime` (or text) of `<time>` and `[itemprop=datePublished]`, likeliest first. */
  readonly times: readonly string[];
  /** Days (`YYYY-MM-DD`) that stand behind a word for the day of publication; in document order. */
  readonly labelledDates: readonly string[];
  readonly modifiedTimes: readonly string[];
  /** Text of `[rel=author]`, `[itemprop=author]`, `.byline`, likeliest first. */
  readonly bylines: readonly string[];
  /** Address in a `<meta http-equiv=refresh>` that goes on at once, absolute; null otherwise. */
  readonly refresh: string | null;
  /** Address that a browser wrote into a saved file (`saved from url`, SingleFile), and when. */
  readonly savedFrom: string | null;
  /** True where the page has signs of a paywall in its markup. */
  readonly paywallMarks: readonly string[];
}

/** An article in JSON-LD, as much of it as is used. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly image: string | null;
  /** `articleBody` without markup; empty where it is not there. */
  readonly body: string;
  readonly wordCount: number | null;
  /** `isAccessibleForFree`. */
  readonly free: boolean | null;
}

/** What the extractor itself found (Readability), as a witness beside the page's own words. */
export interface ExtractorFacts {
  readonly title: string | null;
  readonly byline: string | null;
  readonly siteName: string | null;
  readonly published: string | null;
  readonly lang: string | null;
  readonly dir: string | null;
}
