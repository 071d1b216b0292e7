import { AppError } from '../../core/errors.ts';
import { sniffImage } from './images/sniff.ts';

/** What bytes are, by content first and name second; and the sentence for those that are no article. */

interface Signature {
  readonly name: string;
  readonly test: (bytes: Uint8Array) => boolean;
}
const begins =
  (...signature: number[]) =>
  (bytes: Uint8Array): boolean =>
    signature.every((byte, at) => bytes[at] === byte);
const contains =
  (text: string, within: number) =>
  (bytes: Uint8Array): boolean =>
    new TextDecoder('latin1').decode(bytes.subarray(0, within)).includes(text);

const SIGNATURES: readonly Signature[] = [
  { name: 'a ZIP archive or an office document', test: begins(0x50, 0x4b, 0x03, 0x04) },
  { name: 'a compressed file', test: begins(0x1f, 0x8b) },
  { name: 'an old office document', test: begins(0xd0, 0xcf, 0x11, 0xe0) },
  { name: 'an RTF document', test: contains('{\\rtf', 16) },
  { name: 'a 7-Zip archive', test: begins(0x37, 0x7a, 0xbc, 0xaf) },
  { name: 'a RAR archive', test: begins(0x52, 0x61, 0x72, 0x21) },
  { name: 'a sound file', test: begins(0x49, 0x44, 0x33) },
  { name: 'a sound file', test: begins(0x4f, 0x67, 0x67, 0x53) },
  { name: 'a film', test: begins(0x1a, 0x45, 0xdf, 0xa3) },
  { name: 'a film', test: (bytes) => contains('ftyp', 12)(bytes) && sniffImage(bytes) === null },
  { name: 'a program', test: begins(0x7f, 0x45, 0x4c, 0x46) },
  { name: 'a program', test: (bytes) => begins(0x4d, 0x5a)(bytes) && bytes.includes(0) },
];

/** True for a PDF: its mark stands at the beginning, or after what a broken server put before it. */
export const isPdf = contains('%PDF-', 1024);

export type TextKind = 'html' | 'text';

/** What the bytes certainly are if they are no text, as words (`a PDF`), or null. */
export function binaryKind(bytes: Uint8Array): string | null {
  const known = SIGNATURES.find(({ test }) => test(bytes));
  if (known !== undefined) return known.name;
  const image = sniffImage(bytes);
  return image !== null && image !== 'svg' ? 'an image' : image === 'svg' ? 'a drawing' : null;
}

/** True where decoded text is noise: control characters no text has. */
export function isNoise(text: string): boolean {
  const sample = text.slice(0, 20_000);
  if (sample === '') return false;
  const control = sample.match(/[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f\ufffd\ufffe\uffff]/g)?.length ?? 0;
  const nul = sample.includes('\u0000');
  return control > sample.length * (nul ? 0.002 : 0.05);
}

const DOCUMENT = /^(?:\s|<!--[\s\S]*?-->|<\?xml[\s\S]*?\?>)*<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])/i;
const FEED = /^(?:\s|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!doctype[^>]*>)*<(?:rss|feed|rdf:RDF|opml)[\s>]/i;
const MARKUP = /<(?:p|div|article|section|main|title|meta|h[1-6]|span|table|ul|ol|br)\b[^>]*>/gi;

/** True for a feed or an outline, which is a list of articles and not one. */
export const isFeed = (text: string): boolean => FEED.test(text.slice(0, 5000));

/** HTML or plain text, by what it begins with, and where that does not say by its name, its declared type and its markup. */
export function textKind(text: string, hints: { name?: string; contentType?: string | null }): TextKind {
  const start = text.slice(0, 20_000).replace(/^\ufeff/, '');
  if (DOCUMENT.test(start)) return 'html';
  const type = hints.contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const tags = start.match(MARKUP)?.length ?? 0;
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type)) return tags > 0 || /<[a-z!]/i.test(start) ? 'html' : 'text';
  if (type === 'text/plain') return 'text';
  const name = hints.name?.toLowerCase() ?? '';
  if (/\.(?:html?|xhtml?|shtml|php|aspx?)$/.test(name)) return tags > 0 ? 'html' : 'text';
  if (/\.(?:txt|text|md|markdown)$/.test(name)) return 'text';
  return tags >= 2 ? 'html' : 'text';
}

export function unsupportedFile(what: string, name: string): AppError {
  return new AppError(
    'unsupported-file',
    `“${name}” is ${what}. Offprint saves web pages, PDFs and plain text (HTML, MHTML, PDF and text files).`,
    {
      details: { name },
      retryable: false,
    },
  );
}
