import type { IntlShape } from 'react-intl';
import type { CallError, ErrorCode } from '../../electron/contract/errors.ts';
import { words } from './words.ts';

const text = words({
  notFoundHost: {
    id: 'error.address-not-found',
    defaultMessage: '“{host}” was not found. Check the spelling of the address and this computer’s connection, then try again.',
  },
  connection: {
    id: 'error.connection-failed',
    defaultMessage: '“{host}” could not be reached. Check this computer’s connection, then try again.',
  },
  tls: {
    id: 'error.tls-failed',
    defaultMessage: 'A safe connection to “{host}” is not possible. Check the address and this computer’s clock.',
  },
  timedOut: { id: 'error.timed-out', defaultMessage: '“{host}” took too long to answer. Try again later.' },
  redirects: {
    id: 'error.too-many-redirects',
    defaultMessage: '“{host}” sends visitors on too many times. Open the page in a browser, save it as a file, and add the file.',
  },
  blocked: {
    id: 'error.local-network-blocked',
    defaultMessage:
      '“{host}” is on this computer or the local network, and the page sent Offprint there. If you trust it, add its address itself.',
  },
  tooLarge: {
    id: 'error.too-large',
    defaultMessage: 'The page at “{host}” is larger than the limit. The limit can be raised in Settings.',
  },
  gone: {
    id: 'error.http.gone',
    defaultMessage: '“{host}” has no page at this address ({status}). Check the address, or look for the story on the site.',
  },
  closed: {
    id: 'error.http.closed',
    defaultMessage: '“{host}” does not hand out this page ({status}). Open it in a browser, save it as a file, and add the file.',
  },
  pause: { id: 'error.http.pause', defaultMessage: '“{host}” asks for a pause ({status}). Try again in a few minutes.' },
  down: { id: 'error.http.down', defaultMessage: '“{host}” has a problem of its own ({status}). Try again later.' },
  http: { id: 'error.http-error', defaultMessage: '“{host}” answered with an error ({status}). Check the address, or try again later.' },
  cancelled: { id: 'error.cancelled', defaultMessage: 'It was cancelled before it was finished.' },
  diskFull: { id: 'error.disk-full', defaultMessage: 'The disk is full. Free some space, and try again.' },
  internal: {
    id: 'error.internal',
    defaultMessage: 'Something went wrong inside Offprint. Nothing that was saved is lost; try again.',
  },
});

/** Sentences about another computer, whose name is in the details. */
const OF_HOST: Partial<Record<ErrorCode, keyof typeof text>> = {
  'address-not-found': 'notFoundHost',
  'connection-failed': 'connection',
  'tls-failed': 'tls',
  'timed-out': 'timedOut',
  'too-many-redirects': 'redirects',
  'local-network-blocked': 'blocked',
  'too-large': 'tooLarge',
};

const OF_CODE: Partial<Record<ErrorCode, keyof typeof text>> = { cancelled: 'cancelled', 'disk-full': 'diskFull', internal: 'internal' };

function ofStatus(status: number): keyof typeof text {
  if (status === 404 || status === 410) return 'gone';
  if ([401, 402, 403, 451].includes(status)) return 'closed';
  if (status === 429) return 'pause';
  return status >= 500 ? 'down' : 'http';
}

function messageOf({ code, details: { host, status } }: CallError): keyof typeof text | undefined {
  if (typeof host !== 'string') return OF_CODE[code];
  return code === 'http-error' && typeof status === 'number' ? ofStatus(status) : (OF_HOST[code] ?? OF_CODE[code]);
}

/**
 * What an error says in the language of the window, by its code and details. The core's own English sentence where the window speaks
 * English (it knows more), and where a code alone does not say what happened.
 */
export function errorSentence(intl: IntlShape, error: CallError): string {
  const known = messageOf(error);
  if (known === undefined || /^en\b/.test(intl.locale)) return error.message;
  const { host, status } = error.details;
  // A status is a name made of digits: 404, never 1,404.
  return intl.formatMessage(text[known], { host: String(host), status: String(status) });
}

/** The sentence for whatever is no error of a call. */
export const mistakeSentence = (intl: IntlShape): string => intl.formatMessage(text.internal);
