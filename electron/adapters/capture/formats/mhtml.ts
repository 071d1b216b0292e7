import { decodeTransfer, mediaType, parameter, readHeaders, type Headers } from './mime.ts';

/**
 * Web archives: one page with its images as the parts of a `multipart/related` message (RFC 2557), as Chromium, Edge, Opera and old
 * Internet Explorers write them. Read in one pass over the bytes, also where the end or the boundary is missing.
 */

export interface MhtmlPage {
  readonly html: Uint8Array;
  /** Content-Type of the page's part, with its charset where it names one. */
  readonly contentType: string;
  /** Address the page was saved from, or null. */
  readonly url: string | null;
  /** Parts beside the page. */
  readonly parts: number;
  /** A part's bytes by an address of the page: `cid:…` or its Content-Location. Null where the archive does not hold it. */
  part(address: string): Uint8Array | null;
}

interface Part {
  readonly headers: Headers;
  readonly source: Buffer;
}

/** Pages have hundreds of parts; far more is an attack. */
const MAX_PARTS = 5000;
const MAX_DEPTH = 4;

/** True for bytes that begin like a web archive. */
export function isMhtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192))
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  const header = /^\s*((?:[!-9;-~]+:.*(?:\r?\n[ \t].*)*\r?\n)+)/.exec(start)?.[1] ?? '';
  return (
    /^content-type:\s*multipart\/related/im.test(header) ||
    (/^mime-version:/im.test(header) && /^content-type:\s*(?:multipart|text\/html)/im.test(header))
  );
}

/** A file that names no boundary, or one that never comes, still shows it in its first line of dashes. */
function findBoundary(body: Buffer, named: string | null): string | null {
  if (named !== null && body.includes(`--${named}`)) return named;
  const line = /(?:^|\n)--([^\s][^\r\n]{0,200})\r?\n(?=content-)/i.exec(body.toString('latin1', 0, 65_536));
  return line?.[1]?.trimEnd() ?? null;
}

/** Where lines begin that hold the delimiter. */
function delimiters(body: Buffer, boundary: string): number[] {
  const mark = `--${boundary}`;
  const found: number[] = [];
  for (let at = body.indexOf(mark); at >= 0 && found.length <= MAX_PARTS; at = body.indexOf(mark, at + mark.length)) {
    if (at === 0 || body[at - 1] === 0x0a) found.push(at);
  }
  return found;
}

/** The line break before a delimiter belongs to the delimiter. */
function withoutLastBreak(piece: Buffer): Buffer {
  const end = piece.at(-1) === 0x0a ? piece.length - 1 : piece.length;
  return piece.subarray(0, piece[end - 1] === 0x0d && end < piece.length ? end - 1 : end);
}

function splitParts(body: Buffer, headers: Headers, depth: number): Part[] {
  const boundary = findBoundary(body, parameter(headers.get('content-type'), 'boundary'));
  const pieces: Buffer[] = [];
  if (boundary === null) pieces.push(body);
  else {
    const marks = delimiters(body, boundary);
    for (const [index, at] of marks.entries()) {
      const start = body.indexOf(0x0a, at) + 1;
      const isLast = body.toString('latin1', at + boundary.length + 2, at + boundary.length + 4) === '--';
      if (isLast || start === 0) break;
      pieces.push(withoutLastBreak(body.subarray(start, marks[index + 1] ?? body.length)));
    }
  }
  return pieces.flatMap((piece) => {
    // Blank lines before the headers are a habit of some programs.
    let from = 0;
    while (piece[from] === 0x0d || piece[from] === 0x0a) from++;
    const { headers: own, body: start } = readHeaders(piece, from);
    const source = piece.subarray(start);
    if (mediaType(own.get('content-type')).startsWith('multipart/') && depth < MAX_DEPTH) return splitParts(source, own, depth + 1);
    return [{ headers: own, source }];
  });
}

function resolve(location: string | undefined, base: string | null): string | null {
  if (location === undefined) return null;
  // Long addresses are folded, and the blanks of the fold are no part of them.
  const text = location.replace(/\s+/g, '');
  try {
    return new URL(text, base ?? undefined).href.replace(/#.*$/s, '');
  } catch {
    return null;
  }
}

const isPage = ({ headers }: Part): boolean => /^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType(headers.get('content-type')));
const contentId = (value: string | undefined): string => value?.trim().replace(/^<|>$/g, '') ?? '';

function decodeId(address: string): string {
  const id = address.slice(4);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** Takes a web archive apart; null where it holds no page. */
export function readMhtml(bytes: Uint8Array): MhtmlPage | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headers, body } = readHeaders(buffer, 0);
  const whole = buffer.subarray(body);
  const isMultipart = mediaType(headers.get('content-type')).startsWith('multipart/');
  const parts = isMultipart ? splitParts(whole, headers, 0) : [{ headers, source: whole }];
  const start = contentId(parameter(headers.get('content-type'), 'start') ?? undefined);
  const named = start === '' ? undefined : parts.find((part) => contentId(part.headers.get('content-id')) === start);
  const page = named !== undefined && isPage(named) ? named : parts.find(isPage);
  if (page === undefined) return null;
  const address = [headers.get('snapshot-content-location'), page.headers.get('content-location'), headers.get('content-location')]
    .map((value) => resolve(value, null))
    .find((value) => value !== null && /^https?:/i.test(value));
  const url = address ?? null;
  const base = resolve(page.headers.get('content-location'), url) ?? url ?? 'offprint-file:///';
  const byAddress = new Map<string, Part>();
  for (const part of parts) {
    if (part === page) continue;
    const id = contentId(part.headers.get('content-id'));
    const location = resolve(part.headers.get('content-location'), base);
    if (id !== '' && !byAddress.has(`cid:${id}`)) byAddress.set(`cid:${id}`, part);
    if (location !== null && !byAddress.has(location)) byAddress.set(location, part);
  }
  const decoded = (part: Part): Buffer => decodeTransfer(part.source, part.headers.get('content-transfer-encoding'));
  return {
    html: decoded(page),
    contentType: page.headers.get('content-type') ?? 'text/html',
    url,
    parts: parts.length - 1,
    part: (wanted) => {
      const found = /^cid:/i.test(wanted) ? byAddress.get(`cid:${decodeId(wanted)}`) : byAddress.get(wanted.replace(/#.*$/s, ''));
      return found === undefined ? null : decoded(found);
    },
  };
}
