/** As much of MIME (RFC 2045) as web archives use: header blocks, parameters, transfer encodings. Never fails: what is broken is read as far as it goes. */

export type Headers = ReadonlyMap<string, string>;

/** More than any mail program writes; a block without an end is no header. */
const MAX_HEADER = 64 * 1024;

/** The header block at the start of `bytes`, names in lower case, folded lines joined; and where the body begins. */
export function readHeaders(bytes: Buffer, from: number): { headers: Headers; body: number } {
  const text = bytes.toString('latin1', from, Math.min(bytes.length, from + MAX_HEADER));
  const end = /\r?\n\r?\n/.exec(text);
  const block = end === null ? text : text.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const match = /^([!-9;-~]{1,100}):[ \t]*(.*)$/.exec(line);
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !headers.has(name)) headers.set(name, (match?.[2] ?? '').trim());
  }
  return { headers, body: end === null ? from + text.length : from + end.index + end[0].length };
}

/** A parameter of a header's value, such as `boundary`; null where it has none. */
export function parameter(value: string | undefined, name: string): string | null {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]+))`, 'i').exec(value ?? '');
  return match === null ? null : (match[1]?.replace(/\\(.)/g, '$1') ?? match[2] ?? null);
}

/** The type of a Content-Type, lower case, without parameters. */
export const mediaType = (value: string | undefined): string => (value ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

function hexDigit(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Quoted-printable to bytes. An `=` that begins nothing stands for itself. */
export function decodeQuotedPrintable(source: Uint8Array): Buffer {
  const out = Buffer.allocUnsafe(source.length);
  let length = 0;
  for (let at = 0; at < source.length; at++) {
    const byte = source[at] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const [high, low] = [hexDigit(source[at + 1]), hexDigit(source[at + 2])];
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    // A soft line break; blanks before it were added on the way.
    let end = at + 1;
    while (source[end] === 0x20 || source[end] === 0x09) end++;
    if (source[end] === 0x0d) end++;
    if (source[end] === 0x0a) at = end;
    else if (end < source.length) out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** A part's content as it was before its Content-Transfer-Encoding. */
export function decodeTransfer(source: Buffer, encoding: string | undefined): Buffer {
  switch (encoding?.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(source.toString('latin1'), 'base64');
    case 'quoted-printable':
      return decodeQuotedPrintable(source);
    default:
      return source;
  }
}
