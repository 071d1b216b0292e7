import type { ArticleRecord, ContentMeta, HighlightRecord } from '../../../electron/core/domain/records.ts';

/** Records and numbers for tests; apart from the rest because child processes, where there is no test runner, use them too. */

let time = Date.UTC(2024, 0, 1);

export function articleRecord(id: string, overrides: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    id,
    url: `https://example.org/${id}`,
    canonicalUrl: null,
    keys: [`example.org/${id}`],
    title: `Title of ${id}`,
    byline: null,
    source: 'Example',
    publishedAt: '2023-03-09',
    modifiedAt: null,
    savedAt: new Date(time++).toISOString(),
    lang: 'en',
    dir: 'ltr',
    excerpt: 'An excerpt',
    wordCount: 4,
    readingMinutes: 1,
    leadImage: null,
    read: false,
    starred: false,
    later: false,
    archived: false,
    trashedAt: null,
    position: null,
    tags: [],
    collections: [],
    edited: [],
    receipt: { status: 'complete', images: 0, imagesStored: 0, truncated: false, bytes: 10 },
    files: {},
    images: [],
    ...overrides,
  };
}

export function highlightOf(id: string, articleId: string, note: string | null = null): HighlightRecord {
  const at = '2024-01-01T00:00:00.000Z';
  const words = { exact: 'the words', prefix: '', suffix: '', start: 0, end: 9 };
  return { id, articleId, ...words, color: 'yellow', note, tags: [], orphan: false, createdAt: at, updatedAt: at };
}

export function contentMeta(record: ArticleRecord, names: { tags?: string[]; collections?: string[] } = {}): ContentMeta {
  return {
    v: 1,
    record,
    tagNames: names.tags ?? [],
    collectionPaths: names.collections ?? [],
    receipt: {
      status: 'complete',
      capturedAt: record.savedAt,
      from: record.url ?? 'file.txt',
      redirects: [],
      httpStatus: 200,
      contentType: 'text/html',
      charset: 'utf-8',
      charsetFrom: 'http',
      extractor: 'test',
      resources: [],
      truncation: [],
      steps: [],
      bytes: 10,
      hashes: {},
    },
  };
}

/** A seeded generator (mulberry32): the same numbers on every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
