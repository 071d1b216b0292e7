import type { ReceiptResource } from '../../contract/entities.ts';
import { escapeHtml } from '../../core/capture/plain-text.ts';
import { imageNote } from '../../core/capture/receipt.ts';
import { titleFromText } from '../../core/capture/sentences.ts';
import type { StepLog } from '../../core/capture/step-log.ts';
import type { CapturedArticle, CaptureLimits } from '../../core/capture/types.ts';
import { withoutTracking } from '../../core/domain/address.ts';
import type { Enclosure, ParsedItem } from '../../core/feeds/types.ts';
import type { ContentStore } from '../../core/ports.ts';
import type { Fetcher } from '../capture/fetch/fetcher.ts';
import { finishArticle } from '../capture/finish-article.ts';
import { createImageSource } from '../capture/images/image-source.ts';
import { localiseImages } from '../capture/images/localise.ts';
import { NOTHING_BESIDE } from '../capture/formats/beside.ts';
import type { FeedWorker } from './feed-worker.ts';

/** An item of a feed to an article out of what the feed itself says: sanitised like a page, its images stored, with a receipt. */
export interface ItemOptions {
  readonly feed: { readonly url: string; readonly title: string; readonly siteUrl: string | null };
  readonly limits: CaptureLimits;
  readonly signal: AbortSignal;
  readonly instead: string | null;
  readonly steps: StepLog;
  readonly fetcher: Fetcher;
  readonly worker: FeedWorker;
  readonly content: Pick<ContentStore, 'putImage'>;
}

/** A lead image narrower than this is a logo. */
const MIN_LEAD_WIDTH = 200;

export async function captureItem(item: ParsedItem, options: ItemOptions): Promise<CapturedArticle> {
  const { steps, worker, signal, feed, limits } = options;
  const base = item.base ?? item.link ?? feed.siteUrl ?? feed.url;
  const markup = `${item.html || item.summary}${attachments(item.enclosures)}` || `<p>${escapeHtml(item.title)}</p>`;
  const article = await steps.run('sanitise', async () => {
    const value = await worker.run('article', { html: markup, base }, signal);
    return { value, note: 'The feed’s own text; only harmless markup was kept.' };
  });
  const images = await steps.run('images', async () => {
    const source = createImageSource({
      fetcher: options.fetcher,
      maxBytes: limits.maxImage,
      beside: NOTHING_BESIDE,
      dataImages: article.dataImages,
    });
    const load = { source, content: options.content, limits, signal, onProgress: () => undefined };
    const body = await localiseImages(article.html, article.images, load);
    const own = body.stored.find(({ size }) => size === null || size.width >= MIN_LEAD_WIDTH)?.path ?? null;
    // The item's own picture makes a list easier to read; one that cannot be had is not missing from the text.
    const wanted = own === null && item.image !== null && limits.images !== false;
    const extra = wanted ? await localiseImages('', [{ index: 0, urls: [item.image ?? ''], counts: false }], load) : null;
    const lead = own ?? extra?.stored[0]?.path ?? null;
    const stored = [...body.stored, ...(extra?.stored ?? [])];
    const resources = [...body.resources, ...(extra?.resources.filter(({ result }) => result === 'stored') ?? [])];
    return { value: { html: body.html, lead, stored, resources }, note: imageNote(resources) };
  });
  const link = item.link === null ? null : withoutTracking(item.link);
  return finishArticle(
    {
      url: link,
      canonicalUrl: null,
      addresses: [...new Set([link, item.link].filter((address) => address !== null))],
      title: item.title || titleFromText(article.text.split('\n', 1)[0] ?? '') || feed.title,
      byline: item.authors.join(', ') || null,
      source: feed.title,
      publishedAt: item.publishedAt,
      modifiedAt: item.updatedAt === item.publishedAt ? null : item.updatedAt,
      languages: [],
      dir: null,
      bodyHtml: images.html,
      text: article.text,
      sourceBytes: new TextEncoder().encode(markup),
      leadImage: images.lead,
      images: [...new Set(images.stored.map(({ path }) => path))],
      // What trying again asks for.
      from: link ?? feed.title,
      redirects: [],
      httpStatus: null,
      contentType: 'text/html',
      charset: 'utf-8',
      charsetFrom: 'utf-8-valid',
      extractor: 'feed',
      resources: [...images.resources, ...article.resources, ...item.enclosures.map(skipped)],
      truncation: () =>
        options.instead === null ? [] : [`The page itself could not be saved, so this is the feed’s text. ${options.instead}`],
    },
    steps,
  );
}

/** What plays or is to be downloaded stays where it is: a link leads there. */
function skipped({ url, type }: Enclosure): ReceiptResource {
  const kind = type?.startsWith('audio/') ? 'audio' : type?.startsWith('video/') ? 'video' : 'other';
  return { kind, url, result: 'skipped', reason: 'Attached to the item; a link to it is kept.', path: null, sha256: null, bytes: null };
}

function attachments(enclosures: readonly Enclosure[]): string {
  const shown = enclosures.filter(({ type }) => type === null || !type.startsWith('image/'));
  if (shown.length === 0) return '';
  const items = shown.map(({ url, length }) => {
    const name = decodeURIComponentSafely(new URL(url).pathname.split('/').at(-1) || new URL(url).hostname);
    const size = length === null || length < 10_000 ? '' : ` (${(length / 1_000_000).toFixed(1)} MB)`;
    return `<li><a href="${escapeHtml(url)}">${escapeHtml(name)}</a>${size}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
