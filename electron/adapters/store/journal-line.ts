import { crc32 } from './crc32.ts';
import { mendBit } from './mend-bit.ts';

/** One changed record: its document, table and id, and what it is now (null = removed). */
export type Operation = readonly [document: string, table: string, id: string, record: unknown];

/** A line of the journal: everything in it happened, or nothing. */
export interface JournalLine {
  readonly seq: number;
  readonly operations: readonly Operation[];
}

/** Bytes before the JSON: 8 hexadecimal digits of its CRC-32 and a space. */
const PREFIX = 9;

/** `crc32 SP {"q":seq,"o":[[doc,table,id,record|null]…]} LF`. */
export function encodeLine(seq: number, operations: readonly Operation[]): Buffer {
  const json = Buffer.from(JSON.stringify({ q: seq, o: operations }));
  const prefix = Buffer.from(`${crc32(json).toString(16).padStart(8, '0')} `);
  return Buffer.concat([prefix, json, Buffer.from('\n')]);
}

/** A line without its line feed, or null where a byte of it is wrong. */
export function decodeLine(bytes: Buffer): JournalLine | null {
  if (bytes.length <= PREFIX || bytes[PREFIX - 1] !== 0x20) return null;
  const sum = bytes.toString('latin1', 0, PREFIX - 1);
  const json = bytes.subarray(PREFIX);
  if (!/^[0-9a-f]{8}$/.test(sum) || Number.parseInt(sum, 16) !== crc32(json)) return null;
  return lineOf(json.toString('utf8'));
}

/** The line a damaged one was, and its bytes, where no more than one bit of it is wrong; otherwise null. */
export function mendLine(bytes: Buffer): { line: JournalLine; bytes: Buffer } | null {
  if (bytes.length <= PREFIX) return null;
  const head = bytes.subarray(0, PREFIX);
  const json = bytes.subarray(PREFIX);
  const sum = head.toString('latin1', 0, PREFIX - 1);
  const right = `${crc32(json).toString(16).padStart(8, '0')} `;
  let mended: Buffer | null = null;
  if (oneBitApart(head, Buffer.from(right))) {
    mended = Buffer.concat([Buffer.from(right), json]);
  } else if (/^[0-9a-f]{8}$/.test(sum) && head[PREFIX - 1] === 0x20) {
    const text = mendBit(json, Number.parseInt(sum, 16));
    mended = text && Buffer.concat([head, text]);
  }
  const line = mended && decodeLine(mended);
  return line && mended ? { line, bytes: mended } : null;
}

function oneBitApart(a: Buffer, b: Buffer): boolean {
  const differences = [...a].map((byte, at) => byte ^ (b[at] ?? 0)).filter((difference) => difference !== 0);
  const [only = 0] = differences;
  return differences.length === 1 && (only & (only - 1)) === 0;
}

function lineOf(json: string): JournalLine | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const { q, o } = value as { q?: unknown; o?: unknown };
  if (typeof q !== 'number' || !Number.isSafeInteger(q) || q < 1 || !Array.isArray(o)) return null;
  return o.every(isOperation) ? { seq: q, operations: o } : null;
}

function isOperation(value: unknown): value is Operation {
  return Array.isArray(value) && value.length === 4 && value.slice(0, 3).every((part) => typeof part === 'string');
}
