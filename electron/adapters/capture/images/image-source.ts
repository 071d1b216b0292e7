import { isWebAddress } from '../../../core/domain/address.ts';
import { AppError } from '../../../core/errors.ts';
import type { FetchTiming, Fetcher } from '../fetch/fetcher.ts';
import type { Beside } from '../formats/beside.ts';

/** Where the bytes of an image come from: the web, a `data:` address, or what came with the saved page. */
export interface ImageSource {
  /** Rejects with an AppError (`local-network-blocked` where it was not allowed). */
  load(url: string, signal: AbortSignal): Promise<Uint8Array>;
}

const ACCEPT = 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5';
export const IMAGE_TIMING: FetchTiming = { deadline: 45_000, idle: 15_000 };

function fail(message: string, code: 'not-found' | 'too-large' | 'unsupported-file' | 'local-network-blocked' = 'not-found'): never {
  throw new AppError(code, message, { retryable: false });
}

/** The bytes of a `data:` address. */
export function decodeDataUrl(url: string): Uint8Array {
  const match = /^data:([^,]*),([\s\S]*)$/i.exec(url);
  if (!match) return fail('The image inside the page is damaged.', 'unsupported-file');
  const body = match[2] ?? '';
  try {
    const text = /%[0-9a-f]{2}/i.test(body) ? decodeURIComponent(body) : body;
    return /;\s*base64\s*$/i.test(match[1] ?? '') ? Buffer.from(text.replace(/\s+/g, ''), 'base64') : Buffer.from(text, 'utf8');
  } catch {
    return fail('The image inside the page is damaged.', 'unsupported-file');
  }
}

function webUrl(url: string): URL {
  try {
    return new URL(url);
  } catch {
    return fail('The image’s address cannot be read.');
  }
}

/** `beside` is what came with the page; `dataImages` what `offprint-data:N` means. */
export function createImageSource(options: {
  fetcher: Fetcher;
  maxBytes: number;
  beside: Beside;
  dataImages: readonly string[];
}): ImageSource {
  const { fetcher, maxBytes, beside, dataImages } = options;
  return {
    async load(url, signal) {
      if (url.startsWith('offprint-data:')) return decodeDataUrl(dataImages[Number(url.slice(14))] ?? '');
      if (/^data:/i.test(url)) return decodeDataUrl(url);
      const near = await beside.load(url, maxBytes);
      if (near !== null) return near;
      if (!isWebAddress(url)) return fail('Addresses of this kind are not opened.', 'local-network-blocked');
      const fetched = await fetcher.get(webUrl(url), { maxBytes, accept: ACCEPT, signal, timing: IMAGE_TIMING });
      return fetched.bytes;
    },
  };
}
