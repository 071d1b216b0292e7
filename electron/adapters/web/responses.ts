import type { CallResult } from '../../contract/errors.ts';
import { COMMON_HEADERS } from './security-headers.ts';

/** A short plain answer, e.g. "Not found". */
export function textResponse(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: { ...COMMON_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}

/** The answer of a call. A failed call is still a whole answer: status 200 unless the request itself was refused. */
export function resultResponse(result: CallResult<unknown>, status = 200): Response {
  return new Response(JSON.stringify(result), {
    status,
    headers: { ...COMMON_HEADERS, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

export const notFound = (): Response => textResponse(404, 'Not found');
export const wrongMethod = (allowed: string): Response => textResponse(405, 'This address does not take that method.', { allow: allowed });
