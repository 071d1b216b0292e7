import type { ArticleRow, ReceiptSummary } from '../../electron/contract/entities.ts';

/** A row and its text. */
export type FakeArticle = ArticleRow & { body: string };

const COMPLETE: ReceiptSummary = { status: 'complete', images: 2, imagesStored: 2, truncated: false, bytes: 180_000 };
const PARTIAL: ReceiptSummary = { status: 'partial', images: 5, imagesStored: 3, truncated: false, bytes: 90_000 };
const FAILED: ReceiptSummary = { status: 'failed', images: 1, imagesStored: 0, truncated: true, bytes: 4_000 };

export const TAG = { climate: { id: 't0000climt', name: 'climate' }, longRead: { id: 't000longrd', name: 'long read' } };
export const COLLECTION = { turkey: { id: 'c000turkey', path: 'Turkey' }, science: { id: 'c00science', path: 'Science' } };

/** `0000` and a serial number. */
export const articleId = (serial: number): string => `0000${String(serial).padStart(8, '0')}`;

/** An article with everything filled in; `serial` makes its id and how new it is (the smaller, the newer). */
export function fakeArticle(serial: number, over: Partial<FakeArticle> = {}): FakeArticle {
  const body = over.body ?? `The body of article ${serial}. It has a few words to find.`;
  return {
    id: articleId(serial),
    title: `Article ${serial}`,
    url: `https://news.example/${serial}`,
    source: 'News Example',
    byline: 'A. Writer',
    publishedAt: '2025-11-18',
    savedAt: new Date(Date.UTC(2025, 10, 20, 9) - serial * 3_600_000).toISOString(),
    lang: 'en',
    dir: 'ltr',
    excerpt: body.slice(0, 140),
    wordCount: 900,
    readingMinutes: 4,
    leadImage: null,
    read: false,
    starred: false,
    later: false,
    archived: false,
    trashed: false,
    progress: 0,
    tags: [],
    collections: [],
    receipt: COMPLETE,
    body,
    ...over,
  };
}

/** Many plain ones, for lists that need scrolling. */
export function manyArticles(count: number): FakeArticle[] {
  return Array.from({ length: count }, (_, at) => fakeArticle(at + 1));
}

/** A small library of several scripts, states and ages. */
export function seedArticles(): FakeArticle[] {
  return [
    fakeArticle(1, {
      title: 'The lighthouse keeper who counted storms',
      source: 'Coast & Tide',
      body: 'For forty-one winters she wrote down every storm that came over the reef.\n\nHer notebooks, found in a tea chest, are now the longest record of weather on that shore.',
      tags: [TAG.climate],
      collections: [COLLECTION.science],
    }),
    fakeArticle(2, {
      title: 'Iğdır ovasında kayısı hasadı erken başladı',
      source: 'Aras Postası',
      lang: 'tr',
      body: 'Iğdır ovasında kayısı hasadı bu yıl on gün erken başladı.\n\nÜreticiler, ilkbaharın sıcak geçmesinin ağaçları uyandırdığını söylüyor.',
      collections: [COLLECTION.turkey],
      starred: true,
      readingMinutes: 3,
    }),
    fakeArticle(3, {
      title: 'مكتبة صغيرة على ظهر جمل تجوب القرى',
      source: 'دفاتر الصحراء',
      lang: 'ar',
      dir: 'rtl',
      body: 'كل صباح خميس يحمل سالم مئتي كتاب على ظهر جمله ويمضي نحو القرى البعيدة.\n\nالأطفال ينتظرون عند البئر.',
      receipt: PARTIAL,
      readingMinutes: 6,
    }),
    fakeArticle(4, {
      title: '雨の日の図書館で見つけた古い地図',
      source: '港町だより',
      lang: 'ja',
      body: '雨の日の図書館で、司書は一枚の古い地図を見つけた。\n\nそこには、いまは海に沈んだ道が描かれていた。',
      read: true,
      later: true,
      readingMinutes: 5,
    }),
    fakeArticle(5, {
      title: 'What a city hears at four in the morning',
      source: 'The Night Desk',
      body: 'Microphones on twelve rooftops recorded the quietest hour of the city for a year.\n\nIt was never silent.',
      read: true,
      tags: [TAG.longRead],
      readingMinutes: 14,
    }),
    fakeArticle(6, {
      title: 'A page that would not come down whole',
      source: 'flaky.example',
      body: 'Only the first paragraph of this report arrived.',
      receipt: FAILED,
      readingMinutes: 1,
    }),
    fakeArticle(7, {
      title: 'Bakıda köhnə həyətlərin səsi',
      source: 'Xəzər Qeydləri',
      lang: 'az',
      body: 'Köhnə həyətlərdə səhər tezdən çaydanın səsi eşidilir.\n\nQonşular hələ də bir-birini adı ilə çağırır.',
      tags: [TAG.longRead],
      readingMinutes: 7,
    }),
    fakeArticle(8, { title: 'An old thing, put away', archived: true, read: true }),
  ];
}
