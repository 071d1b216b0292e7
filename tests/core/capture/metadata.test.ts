import { describe, expect, it } from 'vitest';
import { mergeMetadata } from '../../../electron/core/capture/metadata.ts';
import type { LinkedArticle, PageFacts } from '../../../electron/core/capture/page-facts.ts';
import { withoutSiteName } from '../../../electron/core/capture/title.ts';
import { truncationSigns } from '../../../electron/core/capture/truncation.ts';

const NOTHING: PageFacts = {
  meta: {},
  jsonLd: [],
  titleTag: null,
  heading: null,
  canonical: null,
  lang: null,
  dir: null,
  times: [],
  labelledDates: [],
  modifiedTimes: [],
  bylines: [],
  refresh: null,
  savedFrom: null,
  paywallMarks: [],
};
const LINKED: LinkedArticle = {
  headline: null,
  authors: [],
  published: null,
  modified: null,
  publisher: null,
  language: null,
  url: null,
  image: null,
  body: '',
  wordCount: null,
  free: null,
};
const facts = (some: Partial<PageFacts>): PageFacts => ({ ...NOTHING, ...some });
const PAGE = 'https://www.example.com/news/story';

describe('titles', () => {
  it.each([
    ['The mill turns | River Gazette', ['River Gazette'], null, 'The mill turns'],
    ['The mill turns - River Gazette', ['River Gazette'], null, 'The mill turns'],
    ['River Gazette: news — The mill turns', ['River Gazette'], null, 'The mill turns'],
    ['River Gazette | The mill turns', ['River Gazette'], null, 'The mill turns'],
    ['The mill turns | Local | River Gazette', ['River Gazette'], 'The mill turns', 'The mill turns'],
    ['The mill turns - and nobody knows why', ['River Gazette'], null, 'The mill turns - and nobody knows why'],
    ['Well-known mills', ['mills'], null, 'Well-known mills'],
    ['Değirmen dönüyor » Işıklı Haber', ['Işıklı Haber'], null, 'Değirmen dönüyor'],
    ['水車が回る｜川辺新聞', ['川辺新聞'], null, '水車が回る'],
    ['The mill turns | example.com', ['example.com'], null, 'The mill turns'],
    ['River Gazette', ['River Gazette'], null, 'River Gazette'],
    ['', [], null, ''],
  ])('%j for the site %j', (title, names, heading, expected) => {
    expect(withoutSiteName(title, names, heading)).toBe(expected);
  });
});

describe('metadata', () => {
  it('comes from JSON-LD before anything else', () => {
    const merged = mergeMetadata(
      facts({
        jsonLd: [
          {
            ...LINKED,
            headline: 'The mill turns',
            authors: ['Mara Lindqvist', 'Mara Lindqvist'],
            published: '2023-03-09T08:00:00Z',
            publisher: 'River Gazette',
            language: 'en-GB',
          },
        ],
        meta: { 'og:title': ['Other'], author: ['Somebody'], 'article:published_time': ['2023-03-10'] },
        lang: 'en',
      }),
      { title: 'Third', byline: 'By Third', siteName: null, published: '2023-03-11', lang: null, dir: null },
      PAGE,
    );
    expect(merged).toMatchObject({
      title: 'The mill turns',
      byline: 'Mara Lindqvist',
      publishedAt: '2023-03-09T08:00:00Z',
      source: 'River Gazette',
      languages: ['en-GB', 'en'],
    });
  });

  it('comes from meta elements and the page where there is none', () => {
    const merged = mergeMetadata(
      facts({
        meta: { 'og:title': ['The mill turns - River Gazette'], 'og:site_name': ['River Gazette'], 'og:image': ['/a.png'] },
        bylines: ['By Tom Okafor'],
        times: ['9 March 2023'],
      }),
      null,
      PAGE,
    );
    expect(merged).toMatchObject({
      title: 'The mill turns',
      byline: 'Tom Okafor',
      publishedAt: '2023-03-09',
      source: 'River Gazette',
      image: 'https://www.example.com/a.png',
    });
  });

  it('falls back to the host, the heading and the address', () => {
    expect(mergeMetadata(facts({ heading: 'The mill turns' }), null, 'https://www.example.com/2023/03/09/mill')).toMatchObject({
      title: 'The mill turns',
      source: 'example.com',
      publishedAt: '2023-03-09',
      byline: null,
    });
  });

  it('takes no address, admin or outlet for a byline', () => {
    for (const author of ['https://facebook.com/gazette', '@gazette', 'admin', 'River Gazette', '']) {
      expect(mergeMetadata(facts({ meta: { author: [author], 'og:site_name': ['River Gazette'] } }), null, PAGE).byline).toBeNull();
    }
  });

  it('believes a canonical address only of the same site, and not the front page', () => {
    const canonical = (address: string): string | null => mergeMetadata(facts({ canonical: address }), null, PAGE).canonicalUrl;
    expect(canonical('https://example.com/news/story')).toBe('https://example.com/news/story');
    expect(canonical('https://www.example.com/')).toBeNull();
    expect(canonical('https://elsewhere.example/news/story')).toBeNull();
    expect(canonical('javascript:alert(1)')).toBeNull();
  });
});

describe('signs of a cut text', () => {
  const long = 'The mill by the river turns again. '.repeat(60);
  it('are none in a whole one', () => {
    expect(truncationSigns(facts({ jsonLd: [{ ...LINKED, body: long, wordCount: 420, free: true }] }), long, 'en')).toEqual([]);
  });
  it.each([
    ['not free', facts({ jsonLd: [{ ...LINKED, free: false }] }), long, /not free/],
    ['a longer body', facts({ jsonLd: [{ ...LINKED, body: 'x'.repeat(9000) }] }), long, /9000 characters/],
    ['more words', facts({ jsonLd: [{ ...LINKED, wordCount: 2000 }] }), long, /2000 words/],
    ['an invitation', NOTHING, `${long}\nSubscribe to continue reading.`, /Subscribe to continue/],
    ['an invitation in Turkish', NOTHING, `${long}\nDevamını okumak için abone olun`, /Devamını/],
    ['an ellipsis', NOTHING, 'The mill by the river turns again and…', /ellipsis/],
    ['a wall', facts({ paywallMarks: ['paywall-box'] }), 'The mill by the river.', /subscribers/],
  ])('are %s', (_, page, text, sign) => {
    expect(truncationSigns(page, text, 'en').join(' ')).toMatch(sign);
  });
});
