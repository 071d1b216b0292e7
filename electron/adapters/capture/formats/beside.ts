import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { AppError } from '../../../core/errors.ts';

/** What came with a saved page: a folder of this computer, files that were dropped with it, or the parts of its archive. */
export interface Beside {
  /**
   * The bytes at an address of the page (`offprint-file:///…` for what lies beside it, otherwise its own address), or null where this
   * does not hold it and it may be asked for elsewhere. Rejects with an AppError where it may not be had at all.
   */
  load(address: string, maxBytes: number): Promise<Uint8Array | null>;
}

const SCHEME = 'offprint-file:';

function fail(message: string, code: 'not-found' | 'too-large' | 'local-network-blocked' = 'not-found'): never {
  throw new AppError(code, message, { retryable: false });
}

const isMissing = 'The image is not beside the file.';
const isLarge = 'The image is larger than the limit in Settings.';

/** A relative path of the page, decoded; never with a part that leads upwards (the address is resolved already). */
function pathOf(address: string): string {
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname).replace(/^\/+/, '');
  } catch {
    return fail(isMissing);
  }
  if (path.includes('\0')) return fail(isMissing);
  return path;
}

/** Files in the folder of a saved page; never one outside it, also not through a link. */
export function folderBeside(file: string): Beside {
  return {
    async load(address, maxBytes) {
      if (!address.startsWith(SCHEME)) return null;
      const path = pathOf(address);
      let folder: string;
      let target: string;
      try {
        folder = await realpath(dirname(file));
        target = await realpath(join(folder, path));
      } catch {
        return fail(isMissing);
      }
      if (!target.startsWith(folder.endsWith(sep) ? folder : folder + sep))
        return fail('The image lies outside the file’s folder.', 'local-network-blocked');
      const info = await stat(target);
      if (!info.isFile()) return fail(isMissing);
      if (info.size > maxBytes) return fail(isLarge, 'too-large');
      return readFile(target);
    },
  };
}

/** Files that were handed over with the page, by their path from its folder (with `/`). */
export function filesBeside(files: ReadonlyMap<string, () => Uint8Array>): Beside {
  return {
    load: async (address, maxBytes) => {
      if (!address.startsWith(SCHEME)) return null;
      const bytes = files.get(pathOf(address))?.();
      if (bytes === undefined) return fail(isMissing);
      if (bytes.length > maxBytes) return fail(isLarge, 'too-large');
      return bytes;
    },
  };
}

/** The parts of a web archive. What it lacks may still be on the web. */
export function partsBeside(part: (address: string) => Uint8Array | null): Beside {
  return {
    load: async (address, maxBytes) => {
      const bytes = part(address);
      if (bytes !== null && bytes.length > maxBytes) return fail(isLarge, 'too-large');
      if (bytes === null && /^cid:/i.test(address)) return fail('The archive does not hold this image.');
      return bytes;
    },
  };
}

/** A page that came alone. */
export const NOTHING_BESIDE: Beside = {
  load: async (address) => (address.startsWith(SCHEME) ? fail('The image lies beside the file, which was given alone.') : null),
};
