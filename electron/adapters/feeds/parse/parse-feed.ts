import { declaredCharset, decodeBytes } from '../../../core/capture/charset.ts';
import type { ParsedFeed } from '../../../core/feeds/types.ts';
import { detectCharset } from '../../capture/charset-detector.ts';
import { jsonFeed } from './json-feed.ts';
import { readXml } from './read-xml.ts';
import { xmlFeed } from './xml-feed.ts';

/** Items of one feed that are read; a feed lists its newest first. */
export const MAX_ITEMS = 2_000;
/** Characters of a feed that are read. */
const MAX_CHARACTERS = 20_000_000;

/** Bytes of a feed to its items; null where they are none. Runs in the disposable worker. */
export function parseFeed(bytes: Uint8Array, address: string, contentType: string | null): ParsedFeed | null {
  const decoded = utf32(bytes) ?? mostlyUtf8(bytes) ?? decodeBytes(bytes, { contentType, detect: detectCharset }).text;
  const text = decoded.length > MAX_CHARACTERS ? decoded.slice(0, MAX_CHARACTERS) : decoded;
  const feed = /^[\s\ufeff]*\{/.test(text) ? jsonFeed(text, address, MAX_ITEMS) : readXmlFeed(text, address);
  if (feed === null) return null;
  const notes = [...feed.notes];
  if (text.length < decoded.length) notes.push('The feed is longer than Offprint reads; its end was left out.');
  if (feed.total > feed.items.length) {
    notes.push(`The feed lists ${String(feed.total)} items; the first ${String(feed.items.length)} were read.`);
  }
  return { ...feed, notes };
}

function readXmlFeed(text: string, address: string): ParsedFeed | null {
  const reading = readXml(text, address, MAX_ITEMS);
  const { root } = reading;
  if (root === null) return null;
  return xmlFeed({ ...reading, root });
}

/** UTF-32, which no `TextDecoder` knows: told by a mark, or by the zeros around the first `<`. Null for anything else. */
function utf32(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  const little = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0x3c && b === 0 && c === 0 && d === 0);
  const big = (a === 0 && b === 0 && c === 0xfe && d === 0xff) || (a === 0 && b === 0 && c === 0 && d === 0x3c);
  if (!little && !big) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 3 < bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    text += code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code);
  }
  return text.replace(/^\ufeff/, '');
}

/** A feed that calls itself UTF-8 and has a few bytes that are not (an item cut in the middle of a letter) is UTF-8 all the same. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  if (declaredCharset(bytes) !== 'utf-8') return null;
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return broken > 0 && whole > broken * 2 ? text : null;
}
