import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { isWebAddress } from '../../../core/domain/address.ts';
import { AppError } from '../../../core/errors.ts';
import type { FetchTiming, Fetcher } from '../fetch/fetcher.ts';

/** Where the bytes of an image come from: the web, a `data:` address, or the folder of the saved file. */
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

/** A file beside the saved page; never one outside its folder, also not through a link. */
async function readBeside(url: string, file: string, maxBytes: number): Promise<Uint8Array> {
  let folder: string;
  let target: string;
  try {
    folder = await realpath(dirname(file));
    const path = decodeURIComponent(new URL(url).pathname).replace(/^\/+/, '');
    if (path.includes('\0')) return fail('The image is not beside the file.');
    target = await realpath(join(folder, path));
  } catch {
    return fail('The image is not beside the file.');
  }
  if (!target.startsWith(folder.endsWith(sep) ? folder : folder + sep))
    return fail('The image lies outside the file’s folder.', 'local-network-blocked');
  const { size, isFile } = await stat(target).then((info) => ({ size: info.size, isFile: info.isFile() }));
  if (!isFile) return fail('The image is not beside the file.');
  if (size > maxBytes) return fail('The image is larger than the limit in Settings.', 'too-large');
  return readFile(target);
}

/** `file` is the path of a saved page, or null; `dataImages` what `offprint-data:N` means. */
export function createImageSource(options: {
  fetcher: Fetcher;
  maxBytes: number;
  file: string | null;
  dataImages: readonly string[];
}): ImageSource {
  const { fetcher, maxBytes, file, dataImages } = options;
  return {
    async load(url, signal) {
      if (url.startsWith('offprint-data:')) return decodeDataUrl(dataImages[Number(url.slice(14))] ?? '');
      if (/^data:/i.test(url)) return decodeDataUrl(url);
      if (url.startsWith('offprint-file:')) {
        if (file === null) return fail('The image lies beside the file, which was given alone.');
        return readBeside(url, file, maxBytes);
      }
      if (!isWebAddress(url)) return fail('Addresses of this kind are not opened.', 'local-network-blocked');
      const fetched = await fetcher.get(webUrl(url), { maxBytes, accept: ACCEPT, signal, timing: IMAGE_TIMING });
      return fetched.bytes;
    },
  };
}
