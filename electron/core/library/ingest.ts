import type { ReceiptSummary } from '../../contract/entities.ts';
import type { CapturedArticle } from '../capture/types.ts';
import { addressKeys } from '../domain/address.ts';
import { feedKey } from '../feeds/identity.ts';
import type { ArticleRecord } from '../domain/records.ts';
import type { SaveOptions } from '../jobs/queue-record.ts';
import { ruled } from '../rules/apply.ts';
import { articleDocument } from './article-document.ts';
import { ensureCollections } from './collection-names.ts';
import type { Context } from './context.ts';
import { gzip } from './gzip.ts';
import type { TextMark } from './same-text.ts';
import { ensureTags } from './tag-names.ts';

/**
 * The store step: a new id, the article's folder, then the record. Images are stored already; the record is last, so that a crash at any
 * point leaves either the whole article or none. Where another save brought the same article in meanwhile, that one is the answer.
 */
export async function ingest(
  context: Context,
  captured: CapturedArticle,
  options: SaveOptions,
  mark: TextMark | null,
): Promise<{ articleId: string; existing: boolean; incomplete?: boolean }> {
  const { catalogue, committer, deps } = context;
  const { store, content, clock, random } = deps;
  const started = clock.now();
  await catalogue.ready();
  const [id, sourceGz] = await Promise.all([store.allocateId(), captured.sourceBytes ? gzip(captured.sourceBytes) : null]);
  const savedAt = new Date(catalogue.claimStamp(clock.now())).toISOString();
  const articleHtml = articleDocument(captured, savedAt);
  const bytes = bytesOf(captured, articleHtml, sourceGz);
  const step = { name: 'store' as const, ok: true, note: 'Stored in the library.', ms: Math.max(0, clock.now() - started) };
  const receipt = { ...captured.receipt, bytes, steps: [...captured.receipt.steps, step] };
  const draft: Omit<ArticleRecord, 'files'> = {
    ...newRecord(captured, id, savedAt),
    receipt: summaryOf(receipt),
    ...(options.feed && { feeds: [options.feed], keys: [...keysOf(captured), feedKey(options.feed)] }),
  };
  const meta = { v: 1 as const, record: draft, tagNames: [...options.tags], collectionPaths: [...options.collections], receipt };
  const original = captured.original === undefined ? {} : { original: captured.original };
  const files = await content.write(id, { articleHtml, text: captured.text, sourceGz, ...original, meta });
  let twin: string | null = null;
  await committer.change(async () => {
    twin = (await catalogue.find(draft.keys)) ?? (await catalogue.findText(mark));
    if (twin !== null) return null;
    const tags = ensureTags(options.tags, store.library, random);
    const collections = ensureCollections(options.collections, store.library, random);
    const record: ArticleRecord = { ...draft, files, tags: tags.ids, collections: collections.ids };
    return ruled(context, record, captured.text, [...tags.made, ...collections.made]);
  });
  if (twin === null) return { articleId: id, existing: false, incomplete: receipt.status !== 'complete' || receipt.truncation.length > 0 };
  await content.removeContent(id);
  return { articleId: twin, existing: true };
}

/** Keys that mean this article. A bare host is nobody's key but its own front page's: many pages name it as canonical by mistake. */
export function keysOf(captured: Pick<CapturedArticle, 'addresses' | 'url'>): string[] {
  const keys = addressKeys(captured.addresses);
  // A file was not reached by any address: its first one is only what it says of itself.
  const typed = captured.url === null ? null : keys[0];
  return keys.filter((key) => key === typed || key.includes('/') || key.includes('?'));
}

function newRecord(captured: CapturedArticle, id: string, savedAt: string): Omit<ArticleRecord, 'files' | 'receipt'> {
  return {
    id,
    url: captured.url,
    canonicalUrl: captured.canonicalUrl,
    keys: keysOf(captured),
    title: captured.title,
    byline: captured.byline,
    source: captured.source,
    publishedAt: captured.publishedAt,
    modifiedAt: captured.modifiedAt,
    savedAt,
    lang: captured.lang,
    dir: captured.dir,
    excerpt: captured.excerpt,
    wordCount: captured.wordCount,
    readingMinutes: captured.readingMinutes,
    leadImage: captured.leadImage,
    read: false,
    starred: false,
    later: false,
    archived: false,
    trashedAt: null,
    position: null,
    tags: [],
    collections: [],
    edited: [],
    images: [...captured.images],
    ...(captured.receipt.extractorVersion !== undefined && { extractorVersion: captured.receipt.extractorVersion }),
  };
}

/** Bytes of everything that is stored of an article, each image once. */
export function bytesOf(captured: CapturedArticle, articleHtml: string, sourceGz: Uint8Array | null): number {
  const own = byteLength(articleHtml) + byteLength(captured.text) + (sourceGz?.length ?? 0) + (captured.original?.bytes.length ?? 0);
  return own + imageBytes(captured);
}

/** The receipt in numbers. What was never wanted (a picture that counts visitors) is no image of the article. */
export function summaryOf({ status, resources, truncation, bytes }: CapturedArticle['receipt']): ReceiptSummary {
  const images = resources.filter(({ kind, result }) => kind === 'image' && result !== 'skipped');
  return {
    status,
    images: images.length,
    imagesStored: images.filter(({ result }) => result === 'stored').length,
    truncated: truncation.length > 0,
    bytes,
  };
}

/** Bytes of the stored images, each counted once. */
function imageBytes({ receipt }: CapturedArticle): number {
  const sizes = new Map(receipt.resources.map(({ path, bytes }) => [path, bytes ?? 0]));
  sizes.delete(null);
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
