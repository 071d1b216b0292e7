import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ArticleRow } from '../../contract/entities.ts';

/** What rows of lists have in common; a row says what differs from it. Another text here means another `SCHEMA_VERSION`. */
const COMMON = Buffer.from(
  JSON.stringify({
    ids: '0123456789abcdef /images/.webp.jpeg.jpg.png"},{"id":"t',
    url: 'https://www.example.com/blog/news/article/.html',
    title: 'The of and to in for on with is how why what',
    source: 'Source',
    byline: null,
    publishedAt: '2025-01-01T00:00:00.000Z',
    savedAt: '2025-01-01T00:00:00.000Z',
    lang: 'en',
    dir: 'ltr',
    excerpt: ' the and that for with from this have was are not but they will',
    wordCount: 1000,
    readingMinutes: 5,
    leadImage: 'images/',
    read: true,
    starred: false,
    later: false,
    archived: false,
    trashed: false,
    progress: 0,
    tags: [],
    collections: [],
    receipt: { status: 'complete', images: 3, imagesStored: 3, truncated: false, bytes: 40000 },
  }),
);

export function packRow(row: ArticleRow): Uint8Array {
  return deflateRawSync(JSON.stringify(row), { dictionary: COMMON, level: 4, memLevel: 5, windowBits: 12 });
}

export function unpackRow(bytes: unknown): ArticleRow {
  return JSON.parse(inflateRawSync(bytes as Uint8Array, { dictionary: COMMON, windowBits: 12 }).toString()) as ArticleRow;
}
