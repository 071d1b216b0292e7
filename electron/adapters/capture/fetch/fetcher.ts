import { lookup as dnsLookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { AppError } from '../../../core/errors.ts';
import { AddressGuard, hostOf, portOf } from './address-guard.ts';
import { BodyTooLarge, readBody } from './body.ts';
import { HostSlots } from './host-slots.ts';
import {
  BLOCKED,
  blockedAddress,
  cancelled,
  FetchFault,
  httpError,
  networkError,
  secondsToWait,
  TIMED_OUT,
  tooLarge,
  tooManyRedirects,
} from './failures.ts';

/**
 * Fetches over http(s) for one capture: no cookies, no referrer, no credentials, no script. Addresses are checked when a connection is made
 * and again for each redirect. `node:http` only, so that every connection passes through our own DNS check on any Node.
 */

export interface FetchTiming {
  /** Milliseconds for a whole request, redirects included. */
  readonly deadline: number;
  /** Milliseconds without a byte. */
  readonly idle: number;
}
export const PAGE_TIMING: FetchTiming = { deadline: 60_000, idle: 20_000 };

export interface FetchOptions {
  readonly maxBytes: number;
  readonly accept: string;
  readonly signal: AbortSignal;
  readonly timing: FetchTiming;
  /** Looks at the head of a good answer before its body is read; throws to refuse it, or answers with another limit in bytes. */
  readonly inspect?: (contentType: string | null, url: URL) => number | undefined;
  /** Sent besides the usual ones (`if-none-match`…). With any, 304 is a good answer, without a body. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Fetched {
  /** Address at the end of the redirects. */
  readonly url: URL;
  /** Every address passed through, first to last, the final one included; empty where there was no redirect. */
  readonly redirects: readonly string[];
  readonly status: number;
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
  /** Headers of the answer, names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The address that permanent redirects lead to from the start; the start itself where the first is a temporary one. */
  readonly permanentUrl: URL;
}

export interface Fetcher {
  /** Rejects with an AppError for every failure. */
  get(url: URL, options: FetchOptions): Promise<Fetched>;
  /** Closes the connections that are kept. */
  close(): void;
}

const MAX_REDIRECTS = 10;
/** Shared by all captures: a host does not care which article an image is for. */
const SLOTS = new HostSlots(2);
const USER_AGENT = 'Mozilla/5.0 (compatible; Offprint; saves a page for its reader)';

/** Asks for all addresses of a name, as `dns.lookup` does. */
export type Lookup = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A DNS lookup that gives out only addresses that may be connected to. */
export function guardedLookup(guard: AddressGuard, port: number, lookup: Lookup): LookupFunction {
  return (hostname, options, callback) => {
    const { all, ...rest } = options;
    lookup(hostname, { ...rest, all: true }, (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const allowed = guard.allowed(hostname, port, found);
      const [first] = allowed;
      if (first === undefined) return callback(new FetchFault(BLOCKED, hostname), '', 0);
      if (all === true) return callback(null, allowed);
      return callback(null, first.address, first.family);
    });
  };
}

/** A fetcher whose only way into the local network is the host and port of `typed`. Another `lookup` is for tests. */
export function createFetcher(typed: URL | null, { lookup = dnsLookup }: { readonly lookup?: Lookup } = {}): Fetcher {
  const guard = new AddressGuard(typed);
  const agents = { http: new HttpAgent({ keepAlive: true, maxSockets: 2 }), https: new HttpsAgent({ keepAlive: true, maxSockets: 2 }) };

  function open(url: URL, options: FetchOptions, alive: () => void, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const secure = url.protocol === 'https:';
      const settings: RequestOptions & { autoSelectFamilyAttemptTimeout: number } = {
        protocol: url.protocol,
        hostname: hostOf(url),
        port: portOf(url),
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        agent: secure ? agents.https : agents.http,
        lookup: guardedLookup(guard, portOf(url), lookup),
        maxHeaderSize: 65_536,
        signal,
        // The default of 250 ms gives up on slow lines that have only one usable family.
        autoSelectFamilyAttemptTimeout: 1000,
        headers: { 'user-agent': USER_AGENT, accept: options.accept, 'accept-encoding': 'gzip, deflate, br', ...options.headers },
      };
      const request = (secure ? httpsRequest : httpRequest)(settings);
      request.once('error', reject);
      request.once('response', (response) => {
        alive();
        resolve(response);
      });
      request.once('socket', (socket) => {
        // A connection that was kept is there already, and would hear of every later request in vain.
        if (!socket.connecting) return;
        socket.once('connect', alive);
        socket.once('secureConnect', alive);
      });
      request.end();
    });
  }

  async function follow(
    start: URL,
    options: FetchOptions,
    alive: () => void,
    signal: AbortSignal,
    at: (host: string) => void,
  ): Promise<Fetched> {
    const passed: string[] = [start.href];
    let permanentUrl = start;
    for (let url = start; ;) {
      const host = hostOf(url);
      at(host);
      if (!guard.allowsLiteral(url)) throw blockedAddress(host);
      const response = await open(url, options, alive, signal);
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
        response.destroy();
        const target = redirectTarget(location, url, host);
        if ((status === 301 || status === 308) && permanentUrl === url) permanentUrl = target;
        url = target;
        if (passed.includes(url.href)) throw tooManyRedirects(host, true);
        if (passed.length > MAX_REDIRECTS) throw tooManyRedirects(host, false);
        passed.push(url.href);
        continue;
      }
      const headers = headersOf(response);
      if (status === 304 && options.headers !== undefined) {
        response.resume();
        return {
          url,
          redirects: passed.length > 1 ? passed : [],
          status,
          contentType: null,
          bytes: new Uint8Array(0),
          headers,
          permanentUrl,
        };
      }
      if (status < 200 || status > 299) {
        response.destroy();
        throw httpError(host, status, secondsToWait(response.headers['retry-after'], Date.now()));
      }
      const contentType = response.headers['content-type'] ?? null;
      let maxBytes = options.maxBytes;
      try {
        maxBytes = options.inspect?.(contentType, url) ?? maxBytes;
        const bytes = await readBody(response, maxBytes, alive);
        return { url, redirects: passed.length > 1 ? passed : [], status, contentType, bytes, headers, permanentUrl };
      } catch (error) {
        response.destroy();
        throw error instanceof BodyTooLarge ? tooLarge(host, maxBytes) : error;
      }
    }
  }

  return {
    async get(url, options) {
      if (options.signal.aborted) throw cancelled();
      // Before the clock runs: what waits for its turn is not slow.
      const giveBack = await SLOTS.take(url.host, options.signal).catch(() => {
        throw cancelled();
      });
      const stop = new AbortController();
      let reason: 'cancelled' | 'timed-out' | null = null;
      const end = (why: 'cancelled' | 'timed-out'): void => {
        reason ??= why;
        stop.abort();
      };
      const onAbort = (): void => end('cancelled');
      options.signal.addEventListener('abort', onAbort, { once: true });
      const deadline = setTimeout(() => end('timed-out'), options.timing.deadline);
      let idle = setTimeout(() => end('timed-out'), options.timing.idle);
      const alive = (): void => {
        clearTimeout(idle);
        idle = setTimeout(() => end('timed-out'), options.timing.idle);
      };
      let host = hostOf(url);
      try {
        const fetched = await follow(url, options, alive, stop.signal, (next) => (host = next));
        // A body without a length ends when its connection does, also when it was we who ended that.
        if (stop.signal.aborted) throw new FetchFault(TIMED_OUT, host);
        return fetched;
      } catch (error) {
        // Read through a function: the compiler does not see that the timers set it.
        const why = ((): typeof reason => reason)();
        if (why === 'cancelled') throw cancelled();
        if (why === 'timed-out') throw networkError(new FetchFault(TIMED_OUT, host), host);
        throw networkError(error, host);
      } finally {
        giveBack();
        clearTimeout(deadline);
        clearTimeout(idle);
        options.signal.removeEventListener('abort', onAbort);
      }
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

function headersOf(response: IncomingMessage): Fetched['headers'] {
  return Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

function redirectTarget(location: string, from: URL, host: string): URL {
  let target: URL;
  try {
    // Node reads header bytes as Latin-1; a raw UTF-8 path in Location is common.
    target = new URL(Buffer.from(location, 'latin1').toString('utf8'), from);
  } catch {
    throw new AppError('connection-failed', `“${host}” sends visitors to an address that cannot be read. Check the address.`, {
      details: { host },
      retryable: false,
    });
  }
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    throw new AppError('unsupported-address', `“${host}” sends visitors to something that is not a web page (${target.protocol}).`, {
      details: { host },
      retryable: false,
    });
  }
  target.username = '';
  target.password = '';
  if (target.hash === '') target.hash = from.hash;
  return target;
}
