import { AppError } from '../../../core/errors.ts';

/** Network failures as sentences for a person: what happened, and what to do next. */

/** Codes of our own on errors thrown inside Node's machinery. */
export const BLOCKED = 'OFFPRINT_BLOCKED';
export const TIMED_OUT = 'OFFPRINT_TIMED_OUT';

export class FetchFault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const NOT_FOUND = new Set(['ENOTFOUND', 'EAI_NODATA', 'EAI_NONAME', 'EAI_FAIL', 'EAI_AGAIN', 'ENODATA', 'ESERVFAIL']);
const REFUSED = new Set(['ECONNREFUSED']);
const TLS = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH)/;

export function cancelled(): AppError {
  return new AppError('cancelled', 'The save was cancelled.', { retryable: true });
}

export function blockedAddress(host: string): AppError {
  return new AppError(
    'local-network-blocked',
    `“${host}” is on this computer or the local network, and the page sent Offprint there. That is not allowed. If you trust it, add its address itself.`,
    { details: { host }, retryable: false },
  );
}

export function tooLarge(host: string, limit: number): AppError {
  const megabytes =
    limit >= 1_000_000 ? `${String(Math.round(limit / 1_000_000))} MB` : `${String(Math.max(1, Math.round(limit / 1000)))} kB`;
  return new AppError(
    'too-large',
    `The page at “${host}” is larger than ${megabytes}, the most that Offprint takes. The limit can be raised in Settings.`,
    {
      details: { host, limit },
      retryable: false,
    },
  );
}

export function tooManyRedirects(host: string, loop: boolean): AppError {
  const what = loop ? 'sends visitors in a circle' : 'sends visitors on too many times';
  return new AppError(
    'too-many-redirects',
    `“${host}” ${what}, so the page was never reached. Open it in a browser, save it as a file, and add the file.`,
    {
      details: { host },
      retryable: false,
    },
  );
}

/** Seconds that a `Retry-After` header asks for (a number, or a date; RFC 9110, 10.2.3); null where it says nothing usable. */
export function secondsToWait(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** An answer with an error status. `retryAfter` in seconds, where the answer asks for a pause. */
export function httpError(host: string, status: number, retryAfter: number | null = null): AppError {
  const options = {
    details: { host, status, ...(retryAfter !== null && { retryAfter }) },
    retryable: status >= 500 || status === 429 || status === 408,
  };
  const say = (message: string): AppError => new AppError('http-error', message, options);
  if (status === 404 || status === 410)
    return say(`“${host}” has no page at this address (${String(status)}). Check the address, or look for the story on the site.`);
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return say(`“${host}” does not hand out this page (${String(status)}). Open it in a browser, save it as a file, and add the file.`);
  }
  if (status === 429) return say(`“${host}” asks for a pause (429). Try again in a few minutes.`);
  if (status >= 500) return say(`“${host}” has a problem of its own (${String(status)}). Try again later.`);
  return say(`“${host}” answered with an error (${String(status)}). Check the address, or try again later.`);
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** What is wrong with a certificate, as the end of a sentence. Codes are OpenSSL's. */
function tlsReason(code: string): string {
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired.';
  if (code === 'CERT_NOT_YET_VALID') return 'its certificate is not valid yet.';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') return 'its certificate belongs to another site.';
  if (/SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) return 'it shows a certificate that nobody vouches for.';
  return 'its certificate or encryption is not in order.';
}

/** Any error of a connection to `host` as an AppError. */
export function networkError(error: unknown, host: string): AppError {
  if (error instanceof AppError) return error;
  const code = codeOf(error) || codeOf((error as AggregateError).errors?.[0]);
  const options = { details: { host, cause: code || 'unknown' }, cause: error };
  if (code === BLOCKED) return blockedAddress(host);
  if (NOT_FOUND.has(code)) {
    return new AppError(
      'address-not-found',
      `“${host}” was not found. Check the spelling of the address and this computer’s connection, then try again.`,
      options,
    );
  }
  if (code === TIMED_OUT || code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT') {
    return new AppError('timed-out', `“${host}” took too long to answer. Try again later.`, options);
  }
  if (TLS.test(code)) {
    return new AppError(
      'tls-failed',
      `A safe connection to “${host}” is not possible: ${tlsReason(code)} Check the address and this computer’s clock.`,
      {
        ...options,
        retryable: false,
      },
    );
  }
  if (REFUSED.has(code))
    return new AppError(
      'connection-failed',
      `“${host}” does not accept connections right now. Check the address, or try again later.`,
      options,
    );
  if (code.startsWith('HPE_'))
    return new AppError('connection-failed', `“${host}” answered with something that is not a web page. Check the address.`, {
      ...options,
      retryable: false,
    });
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR_PADDING')) {
    return new AppError('connection-failed', `What “${host}” sent arrived damaged. Try again later.`, options);
  }
  return new AppError('connection-failed', `The connection to “${host}” broke. Check this computer’s connection, then try again.`, options);
}
