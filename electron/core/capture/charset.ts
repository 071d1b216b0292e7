import { CHARSET_ALIASES } from './charset-labels.table.ts';

/**
 * Which encoding bytes are in. Order: byte-order mark; valid UTF-8 (it wins over a wrong label, because text in another encoding is
 * almost never valid UTF-8 by chance); the HTTP header; `<meta>` or the XML prolog; a guess; windows-1252.
 */
export interface Decoded {
  readonly text: string;
  /** Name for `TextDecoder`. */
  readonly charset: string;
  readonly from: 'bom' | 'utf-8-valid' | 'http' | 'meta' | 'guess' | 'fallback';
  /** True where some bytes had no meaning in that encoding. */
  readonly damaged: boolean;
}

/** Guesses an encoding from bytes, or null. Statistical, so asked last. */
export type CharsetDetector = (bytes: Uint8Array) => string | null;

const PROLOG_BYTES = 4096;

/** A name that `TextDecoder` knows for a label found in the wild, or null. */
export function charsetFromLabel(label: string | null | undefined): string | null {
  const name = label
    ?.trim()
    .replace(/^["']|["';]+$/g, '')
    .toLowerCase();
  if (name === undefined || name === '') return null;
  const known = CHARSET_ALIASES[name] ?? name;
  try {
    return new TextDecoder(known).encoding;
  } catch {
    return null;
  }
}

/** The charset parameter of a Content-Type header. */
export function charsetOfContentType(header: string | null): string | null {
  return charsetFromLabel(/charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(header ?? '')?.[1]);
}

function asciiPrefix(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes.subarray(0, PROLOG_BYTES));
}

/** What the page itself says in its first bytes: `<meta charset>`, `<meta http-equiv>` or `<?xml encoding?>`. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const start = asciiPrefix(bytes).replace(/<!--[\s\S]*?-->/g, '');
  const prolog = /<\?xml[^>]*?encoding\s*=\s*["']\s*([\w:.-]+)/i.exec(start)?.[1];
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1];
  return charsetFromLabel(meta) ?? charsetFromLabel(prolog);
}

function byteOrderMark(bytes: Uint8Array): { charset: string; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { charset: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { charset: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark: every second byte of the beginning is zero. */
function bareUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 512) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return null;
}

function decode(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 but for a broken character or two (cut at the end, or one bad byte in a long page): still UTF-8. */
function nearlyUtf8(bytes: Uint8Array): string | null {
  const text = decode(bytes, 'utf-8', false) ?? '';
  let broken = 0;
  let multibyte = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code >= 0x80) multibyte++;
  }
  return broken > 0 && multibyte > broken * 50 ? text : null;
}

/** Decodes bytes to text; never fails (the last resort reads any byte). */
export function decodeBytes(bytes: Uint8Array, hints: { contentType: string | null; detect: CharsetDetector }): Decoded {
  const mark = byteOrderMark(bytes);
  if (mark !== null) {
    const rest = bytes.subarray(mark.length);
    const whole = decode(rest, mark.charset, true);
    return { text: whole ?? decode(rest, mark.charset, false) ?? '', charset: mark.charset, from: 'bom', damaged: whole === null };
  }
  const wide = bareUtf16(bytes);
  if (wide !== null) {
    const whole = decode(bytes, wide, true);
    return { text: whole ?? decode(bytes, wide, false) ?? '', charset: wide, from: 'guess', damaged: whole === null };
  }
  const http = charsetOfContentType(hints.contentType);
  const declared = declaredCharset(bytes);
  // ISO-2022-JP is seven-bit: its bytes are valid UTF-8 and mean something else.
  const sevenBit = [http, declared].find((name) => name === 'iso-2022-jp');
  if (sevenBit !== undefined && bytes.includes(0x1b)) {
    return { text: decode(bytes, sevenBit, false) ?? '', charset: sevenBit, from: http === sevenBit ? 'http' : 'meta', damaged: false };
  }
  const strict = decode(bytes, 'utf-8', true);
  if (strict !== null) return { text: strict, charset: 'utf-8', from: 'utf-8-valid', damaged: false };
  const near = nearlyUtf8(bytes);
  if (near !== null) return { text: near, charset: 'utf-8', from: 'utf-8-valid', damaged: true };
  const guess = (): string | null => charsetFromLabel(hints.detect(bytes));
  const candidates: readonly (readonly [() => string | null, Decoded['from']])[] = [
    [() => http, 'http'],
    [() => declared, 'meta'],
    [guess, 'guess'],
  ];
  let damaged: Decoded | null = null;
  for (const [find, from] of candidates) {
    const charset = find();
    // A page that says UTF-8 or UTF-16 and is not: look further.
    if (charset === null || charset.startsWith('utf-')) continue;
    const whole = decode(bytes, charset, true);
    if (whole !== null) return { text: whole, charset, from, damaged: false };
    damaged ??= { text: decode(bytes, charset, false) ?? '', charset, from, damaged: true };
  }
  // A label under which some bytes mean nothing is taken only when no other reading is clean.
  if (damaged !== null) return damaged;
  return { text: decode(bytes, 'windows-1252', false) ?? '', charset: 'windows-1252', from: 'fallback', damaged: false };
}
