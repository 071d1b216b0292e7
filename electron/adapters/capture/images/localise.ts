import type { ReceiptResource } from '../../../contract/entities.ts';
import { AppError } from '../../../core/errors.ts';
import { escapeHtml } from '../../../core/capture/plain-text.ts';
import type { CaptureLimits } from '../../../core/capture/types.ts';
import type { ContentStore } from '../../../core/ports.ts';
import { cancelled } from '../fetch/failures.ts';
import { imageToken, type ImageReference } from '../page/sanitise.ts';
import { imageSize, type Size } from './dimensions.ts';
import type { ImageSource } from './image-source.ts';
import { sniffImage } from './sniff.ts';
import { sanitiseSvg } from './svg.ts';

/** Stores the images of an article and puts their library paths into its HTML. */

const CONCURRENCY = 4;
const MAX_IMAGES = 1000;
/** Milliseconds for all images together. */
const TIME_BUDGET = 240_000;

export interface StoredImage {
  readonly path: string;
  readonly size: Size | null;
}
interface Outcome {
  readonly resource: ReceiptResource;
  readonly stored: StoredImage | null;
}

export interface Localised {
  readonly html: string;
  readonly resources: readonly ReceiptResource[];
  /** In document order, each once. */
  readonly stored: readonly StoredImage[];
}

export interface LocaliseOptions {
  readonly source: ImageSource;
  readonly content: Pick<ContentStore, 'putImage'>;
  readonly limits: CaptureLimits;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

const COUNTS_VISITORS = 'A picture of one point, which only counts visitors.';

/** An image's address as the receipt names it: not a page full of base 64. */
export function displayUrl(url: string): string {
  if (/^(?:data|offprint-data):/i.test(url)) return 'data: (inside the page)';
  return url.replace(/^offprint-file:\/+/, '').slice(0, 2000);
}

function missing(url: string, result: 'failed' | 'blocked' | 'skipped', reason: string): Outcome {
  return { resource: { kind: 'image', url: displayUrl(url), result, reason, path: null, sha256: null, bytes: null }, stored: null };
}

/** Bytes that may still be stored for this article; shared by the downloads that run side by side. */
class Budget {
  #left: number;
  readonly #end = Date.now() + TIME_BUDGET;
  constructor(bytes: number) {
    this.#left = bytes;
  }
  take(bytes: number): boolean {
    if (bytes > this.#left) return false;
    this.#left -= bytes;
    return true;
  }
  get spent(): boolean {
    return this.#left <= 0 || Date.now() > this.#end;
  }
}

async function storeOne(url: string, options: LocaliseOptions, budget: Budget): Promise<Outcome> {
  const raw = await options.source.load(url, options.signal);
  const type = sniffImage(raw);
  if (type === null)
    return missing(url, 'failed', raw.length === 0 ? 'The image is empty.' : 'What came is not an image that can be shown.');
  if (raw.length > options.limits.maxImage) return missing(url, 'failed', 'The image is larger than the limit in Settings.');
  const bytes = type === 'svg' ? sanitiseSvg(raw) : raw;
  if (bytes === null) return missing(url, 'skipped', 'The drawing holds nothing that can be shown safely.');
  const size = imageSize(bytes, type);
  if (size !== null && size.width <= 2 && size.height <= 2) return missing(url, 'skipped', COUNTS_VISITORS);
  if (!budget.take(bytes.length)) return missing(url, 'failed', 'The article’s images together are larger than the limit in Settings.');
  const stored = await options.content.putImage(bytes, type);
  return {
    resource: {
      kind: 'image',
      url: displayUrl(url),
      result: 'stored',
      reason: null,
      path: stored.path,
      sha256: stored.sha256,
      bytes: stored.bytes,
    },
    stored: { path: stored.path, size },
  };
}

/** Tries the addresses of one image, best first. */
async function storeImage(image: ImageReference, options: LocaliseOptions, budget: Budget): Promise<Outcome> {
  if (image.counts) return missing(image.urls[0] ?? '', 'skipped', COUNTS_VISITORS);
  if (options.limits.images === false) return missing(image.urls[0] ?? '', 'skipped', 'Images are switched off for this feed.');
  let worst: Outcome | null = null;
  for (const url of image.urls) {
    if (options.signal.aborted) throw cancelled();
    if (budget.spent) return worst ?? missing(url, 'failed', 'The limit for one article’s images was reached.');
    try {
      const outcome = await storeOne(url, options, budget);
      if (outcome.stored !== null) return outcome;
      worst ??= outcome;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // A library that cannot be written is no fault of the image.
      if (['cancelled', 'disk-full', 'no-permission', 'library-read-only'].includes(error.code)) throw error;
      worst ??= missing(url, error.code === 'local-network-blocked' ? 'blocked' : 'failed', error.message);
    }
  }
  return worst ?? missing('', 'failed', 'The image has no address.');
}

/** Each image once, however often it stands in the article. */
async function storeAll(images: readonly ImageReference[], options: LocaliseOptions): Promise<Map<string, Outcome>> {
  const unique = new Map<string, ImageReference>();
  for (const image of images) if (!unique.has(image.urls[0] ?? '')) unique.set(image.urls[0] ?? '', image);
  const waiting = [...unique];
  const outcomes = new Map<string, Outcome>();
  const budget = new Budget(options.limits.maxArticle);
  const total = waiting.length;
  const work = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      const [key, image] = item;
      outcomes.set(
        key,
        outcomes.size >= MAX_IMAGES
          ? missing(key, 'skipped', 'The article has more images than are kept.')
          : await storeImage(image, options, budget),
      );
      options.onProgress(outcomes.size, total);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, total) }, work));
  return new Map(
    [...unique.keys()].map((key) => [key, outcomes.get(key)] as const).filter((pair): pair is [string, Outcome] => pair[1] !== undefined),
  );
}

/** Width and height that keep the image's place: the page's where they fit its shape, else its own. */
function sizeAttributes(tag: string, natural: Size | null): string {
  const given = (name: string): number => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(tag)?.[1] ?? 0);
  const [width, height] = [given('width'), given('height')];
  if (natural === null) return width > 0 && height > 0 ? ` width="${String(width)}" height="${String(height)}"` : '';
  const ratio = natural.width / natural.height;
  if (width > 0 && (height === 0 || Math.abs(width / height / ratio - 1) < 0.05))
    return ` width="${String(width)}" height="${String(Math.max(1, Math.round(width / ratio)))}"`;
  return ` width="${String(natural.width)}" height="${String(natural.height)}"`;
}

function rewrite(html: string, images: readonly ImageReference[], outcomes: ReadonlyMap<string, Outcome>): string {
  const byToken = new Map(images.map((image) => [imageToken(image.index), outcomes.get(image.urls[0] ?? '')]));
  return html.replace(/<img\b[^>]*>/g, (tag) => {
    const token = /\ssrc="(offprint-image:\d+)"/.exec(tag)?.[1] ?? '';
    const stored = byToken.get(token)?.stored;
    const alt = /\salt="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (stored == null) return alt.trim() === '' ? '' : `<span>${alt}</span>`;
    const rest = tag.replace(/\s(?:width|height)="[^"]*"/g, '').replace(token, escapeHtml(stored.path));
    return rest.replace(/\s*\/?>$/, `${sizeAttributes(tag, stored.size)}>`);
  });
}

/** Empty figures, paragraphs and links that a missing image leaves behind. */
function dropEmpty(html: string): string {
  let before: string;
  let out = html;
  do {
    before = out;
    out = out.replace(/<(figure|p|a|div|span|picture)\b[^>]*>\s*<\/\1>/g, (whole) => (/\sid="/.test(whole) ? whole : ''));
  } while (out !== before);
  return out;
}

/** Downloads, checks and stores; the HTML comes back with library paths and without the images that could not be had. */
export async function localiseImages(html: string, images: readonly ImageReference[], options: LocaliseOptions): Promise<Localised> {
  if (images.length === 0) return { html, resources: [], stored: [] };
  const outcomes = await storeAll(images, options);
  const all = [...outcomes.values()];
  const stored = new Map(all.flatMap(({ stored: image }) => (image === null ? [] : [[image.path, image] as const])));
  return { html: dropEmpty(rewrite(html, images, outcomes)), resources: all.map(({ resource }) => resource), stored: [...stored.values()] };
}
