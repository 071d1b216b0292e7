import { createHash } from 'node:crypto';
import { crc32 } from './crc32.ts';
import { mendBit, withBit } from './mend-bit.ts';

/**
 * How a document's file begins: `{"v":2,"seq":…,"sum":"…"`. The sum is 32 hexadecimal digits: CRC-32 of what stands before it, CRC-32 of
 * what follows, and the start of the SHA-256 of what follows. The first lets the seq be read without the rest; the second finds a wrong
 * bit; the third is what is believed.
 */
const HEAD = /^(\{"v":2,"seq":(\d{1,16})),"sum":"([0-9a-f]{8})([0-9a-f]{8})([0-9a-f]{16})"/;
/** Bytes the beginning has at most. */
export const HEAD_BYTES = 80;

const hex = (bytes: Uint8Array): string => crc32(bytes).toString(16).padStart(8, '0');
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** The file of a document whose tables are `rest`: JSON members, each after a comma, and the closing brace. */
export function summed(seq: number, rest: string): Buffer {
  const start = `{"v":2,"seq":${seq}`;
  const body = Buffer.from(rest);
  return Buffer.concat([Buffer.from(`${start},"sum":"${hex(Buffer.from(start))}${hex(body)}${digest(body)}"`), body]);
}

/** The seq at the start of a file, or null where it is damaged or of the format before. */
export function summedSeq(start: Buffer): number | null {
  const head = HEAD.exec(start.toString('latin1', 0, HEAD_BYTES));
  return head && hex(Buffer.from(head[1] ?? '')) === head[3] ? Number(head[2]) : null;
}

/** Whether a file is as it was written. `bytes` are those to go on with: where one bit was wrong, it is right in them. */
export type SumCheck = { readonly kind: 'right' | 'mended'; readonly bytes: Buffer } | { readonly kind: 'wrong' };

export function checkSum(bytes: Buffer): SumCheck {
  if (isRight(bytes)) return { kind: 'right', bytes };
  const head = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES));
  if (head) {
    const body = mendBit(bytes.subarray(head[0].length), Number.parseInt(head[4] ?? '', 16));
    const mended = body && Buffer.concat([bytes.subarray(0, head[0].length), body]);
    if (mended && isRight(mended)) return { kind: 'mended', bytes: mended };
  }
  for (let at = 0; at < Math.min(HEAD_BYTES, bytes.length); at++) {
    for (let bit = 0; bit < 8; bit++) {
      const start = withBit(bytes.subarray(0, HEAD_BYTES), at, bit);
      if (summedSeq(start) === null) continue;
      const mended = Buffer.concat([start, bytes.subarray(HEAD_BYTES)]);
      if (isRight(mended)) return { kind: 'mended', bytes: mended };
    }
  }
  return { kind: 'wrong' };
}

function isRight(bytes: Buffer): boolean {
  const head = HEAD.exec(bytes.toString('latin1', 0, HEAD_BYTES));
  if (!head || hex(Buffer.from(head[1] ?? '')) !== head[3]) return false;
  const body = bytes.subarray(head[0].length);
  return hex(body) === head[4] && digest(body) === head[5];
}
