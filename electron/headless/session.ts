import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { textResponse, resultResponse } from '../adapters/web/responses.ts';
import { AppError } from '../core/errors.ts';
import { noSessionPage } from './no-session-page.ts';

export interface Session {
  /** Address with the key in it: whoever opens it gets the session's cookie. */
  readonly url: string;
  /** The answer to a request that may not pass (or that exchanges the key for the cookie); null where it may pass. */
  guard(request: Request): Response | null;
}

/**
 * One session for as long as the server runs. The key travels once in the address and afterwards in a cookie that no script reads and no
 * other site can make the browser send. Host is checked against DNS rebinding, Origin and Sec-Fetch-Site against pages of other servers on
 * this machine, which share our cookies because cookies know no ports.
 */
export function createSession(port: number): Session {
  const key = randomBytes(32).toString('base64url');
  const cookie = `offprint-${port}`;
  const hosts: ReadonlySet<string> = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);

  return {
    url: `http://127.0.0.1:${port}/?key=${key}`,
    guard: (request) => {
      const host = request.headers.get('host') ?? '';
      if (!hosts.has(host)) return textResponse(403, 'Offprint answers only to its own address on this computer.');
      if (isForeign(request, `http://${host}`)) return textResponse(403, 'Offprint answers only to its own window.');
      const url = new URL(request.url);
      const given = url.searchParams.get('key');
      if (url.pathname === '/' && request.method === 'GET' && given !== null && same(given, key)) {
        return new Response(null, {
          status: 303,
          headers: { location: '/', 'cache-control': 'no-store', 'set-cookie': `${cookie}=${key}; Path=/; HttpOnly; SameSite=Strict` },
        });
      }
      if (same(cookieOf(request, cookie), key)) return null;
      if (request.headers.get('accept')?.includes('text/html')) return noSessionPage();
      const error = new AppError(
        'no-permission',
        'This window is not signed in to Offprint. Open the address that Offprint printed when it started.',
      );
      return resultResponse({ ok: false, error: error.toJSON() }, 401);
    },
  };
}

function isForeign(request: Request, own: string): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== own) return true;
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin';
  if (site === 'same-origin' || site === 'none') return false;
  // A link to us in a mail or a chat may be followed; it brings no cookie along, only the key in the address.
  return request.method !== 'GET' || request.headers.get('sec-fetch-dest') !== 'document';
}

function cookieOf(request: Request, name: string): string {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value = ''] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return '';
}

/** Compares without telling by its time how much is right. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
