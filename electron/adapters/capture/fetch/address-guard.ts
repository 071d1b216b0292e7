import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Which network addresses a capture may talk to. Everything that is not on the public internet is blocked, except the exact host and port
 * that the person typed; and that only while it is local from the start: a public name that turns local later is an attack (DNS rebinding).
 */

/** True for an address of the public internet. Mapped and translated IPv6 addresses are judged by the IPv4 address inside them. */
export function isPublicAddress(address: string): boolean {
  let parsed: ipaddr.IPv4 | ipaddr.IPv6;
  try {
    parsed = ipaddr.parse(address.replace(/^\[|\]$/g, '').replace(/%.*$/, ''));
  } catch {
    return false;
  }
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  const v6 = parsed as ipaddr.IPv6;
  if (v6.isIPv4MappedAddress()) return v6.toIPv4Address().range() === 'unicast';
  // NAT64 (RFC 6052): on an IPv6-only network every IPv4 site has such an address.
  if (v6.range() === 'rfc6052') return new ipaddr.IPv4(v6.toByteArray().slice(12)).range() === 'unicast';
  return v6.range() === 'unicast';
}

/** The port of a URL as a number, the scheme's own where it names none. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** The host of a URL without the brackets of an IPv6 address. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

export class AddressGuard {
  readonly #host: string | null;
  readonly #port: number;
  /** What the typed host turned out to be at the first connection. */
  #typedIsLocal: boolean | null = null;

  /** `typed` is the address the person gave, or null where nobody typed one. */
  constructor(typed: URL | null) {
    this.#host = typed === null ? null : hostOf(typed);
    this.#port = typed === null ? 0 : portOf(typed);
  }

  #isTyped(host: string, port: number): boolean {
    return this.#host !== null && host === this.#host && port === this.#port;
  }

  /** The addresses of a host that may be connected to, out of those that DNS gave. */
  allowed<T extends { address: string }>(host: string, port: number, addresses: readonly T[]): T[] {
    const open = addresses.filter(({ address }) => isPublicAddress(address));
    if (!this.#isTyped(host, port)) return open;
    this.#typedIsLocal ??= open.length === 0;
    return this.#typedIsLocal ? [...addresses] : open;
  }

  /** For hosts that are IP addresses themselves (no DNS asked). */
  allowsLiteral(url: URL): boolean {
    const host = hostOf(url);
    return isIP(host) === 0 || this.allowed(host, portOf(url), [{ address: host }]).length > 0;
  }
}
