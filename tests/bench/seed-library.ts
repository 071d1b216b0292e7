import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { serialiseDocument } from '../../electron/adapters/store/document-file.ts';
import { formatFile } from '../../electron/adapters/store/format.ts';
import { LIBRARY_TABLES, type ArticleRecord, type ContentMeta, type TagRecord } from '../../electron/core/domain/records.ts';
import { png } from '../helpers/images.ts';
import { generateArticles, type GeneratedArticle } from './generate.ts';

const SEGMENT_SIZE = 128;
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const base36 = (value: number, length: number) => value.toString(36).padStart(length, '0');

/** The id of the `index`-th article of a seeded library. */
export const articleIdAt = (index: number): string => base36(Math.floor(index / SEGMENT_SIZE), 4) + base36(index, 8);

/** Stored images, shared by the articles: three an article on average, as real libraries have. */
const IMAGES = 2000;

/**
 * Writes a library of `count` articles as the plain files that the format promises, without the store's durable writes (which would
 * take longer than everything that is measured). The index is left out: opening builds it.
 */
export async function seedLibrary(root: string, count: number, words: number): Promise<string[]> {
  await mkdir(join(root, 'articles'), { recursive: true });
  await writeFile(join(root, 'format.json'), formatFile('2024-01-01T00:00:00.000Z'));
  const images = await seedImages(root);
  const tags = new Map<string, TagRecord>();
  const ids: string[] = [];
  let segment: Record<string, ArticleRecord> = {};
  let index = 0;
  const flush = async () => {
    const name = base36(Math.floor((index - 1) / SEGMENT_SIZE), 4);
    await writeFile(
      join(root, 'articles', `${name}.json`),
      serialiseDocument({ seq: 1, tables: { articles: segment, highlights: {}, tombstones: {} } }),
    );
    segment = {};
  };
  for (const article of generateArticles(count, words)) {
    const segmentName = base36(Math.floor(index / SEGMENT_SIZE), 4);
    const id = articleIdAt(index);
    const tag = tags.get(article.tag) ?? { id: `t${base36(tags.size, 9)}`, name: article.tag };
    tags.set(article.tag, tag);
    segment[id] = await writeArticle(root, segmentName, id, article, index, tag, imagesOf(images, index));
    ids.push(id);
    index++;
    if (index % SEGMENT_SIZE === 0) await flush();
  }
  if (Object.keys(segment).length > 0) await flush();
  const tables = { ...LIBRARY_TABLES, tags: Object.fromEntries([...tags.values()].map((tag) => [tag.id, tag])) };
  await writeFile(join(root, 'library.json'), serialiseDocument({ seq: 1, tables }));
  return ids;
}

interface SeededImage {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

async function seedImages(root: string): Promise<SeededImage[]> {
  const images: SeededImage[] = [];
  for (let i = 0; i < IMAGES; i++) {
    const bytes = png(16, 16, [i % 256, i >> 8, 7]);
    const hash = sha256(bytes);
    const path = `images/${hash.slice(0, 2)}/${hash}.png`;
    await mkdir(join(root, 'images', hash.slice(0, 2)), { recursive: true });
    await writeFile(join(root, path), bytes);
    images.push({ path, sha256: hash, bytes: bytes.length });
  }
  return images;
}

function imagesOf(images: readonly SeededImage[], index: number): SeededImage[] {
  return Array.from({ length: (index * 5) % 7 }, (_, i) => images[(index * 31 + i * 7) % images.length]).filter(
    (image) => image !== undefined,
  );
}

async function writeArticle(
  root: string,
  segment: string,
  id: string,
  article: GeneratedArticle,
  index: number,
  tag: TagRecord,
  images: readonly SeededImage[],
): Promise<ArticleRecord> {
  const folder = join(root, 'content', segment, id);
  await mkdir(folder, { recursive: true });
  const text = article.paragraphs.join('\n');
  const html = `<!doctype html>\n<html lang="${article.lang}" dir="${article.dir}"><head><meta charset="utf-8"><title>${article.title}</title></head>\n<body><article>\n${article.paragraphs.map((p) => `<p>${p}</p>`).join('\n')}\n${images.map(({ path }) => `<img src="../../../${path}" alt="">`).join('\n')}\n</article></body></html>\n`;
  const source = gzipSync(html, { level: 1 });
  const savedAt = new Date(1_700_000_000_000 + index * 60_000).toISOString();
  const record: Omit<ArticleRecord, 'files'> = {
    id,
    url: article.url,
    canonicalUrl: null,
    keys: [article.url.replace('https://', '')],
    title: article.title,
    byline: article.byline,
    source: article.source,
    publishedAt: article.publishedAt,
    modifiedAt: null,
    savedAt,
    lang: article.lang,
    dir: article.dir,
    excerpt: text.slice(0, 200),
    wordCount: 600,
    readingMinutes: 3,
    leadImage: images[0]?.path ?? null,
    read: index % 3 === 0,
    starred: index % 50 === 0,
    later: false,
    archived: false,
    trashedAt: null,
    position: null,
    tags: [tag.id],
    collections: [],
    edited: [],
    receipt: { status: 'complete', images: images.length, imagesStored: images.length, truncated: false, bytes: html.length },
    images: images.map(({ path }) => path),
  };
  const meta: ContentMeta = {
    v: 1,
    record,
    tagNames: [tag.name],
    collectionPaths: [],
    receipt: {
      status: 'complete',
      capturedAt: savedAt,
      from: article.url,
      redirects: [],
      httpStatus: 200,
      contentType: 'text/html',
      charset: 'utf-8',
      charsetFrom: 'http',
      extractor: 'generated',
      resources: images.map(({ path, sha256, bytes }, i) => ({
        kind: 'image' as const,
        url: `${article.url}/${i}.png`,
        result: 'stored' as const,
        reason: null,
        path,
        sha256,
        bytes,
      })),
      truncation: [],
      steps: [],
      bytes: html.length,
      hashes: {},
    },
  };
  const files: Record<string, string | Uint8Array> = {
    'article.html': html,
    'text.txt': text,
    'meta.json': JSON.stringify(meta),
    'source.html.gz': source,
  };
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
  return { ...record, files: Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)])) };
}
