import { AppError } from '../../core/errors.ts';

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address, written out, if it is one that may be opened outside (http, https, mailto). Anything else could start a program. */
export function externalAddress(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new AppError('unsupported-address', 'That is not an address that can be opened in a browser.');
  }
  if (PROTOCOLS.has(url.protocol)) return url.href;
  throw new AppError('unsupported-address', `Offprint opens web and mail addresses only, and this one starts with “${url.protocol}”.`);
}
