import { crc32 } from './crc32.ts';

/** What a byte with one wrong bit, the last of its text, adds to the CRC-32: for each of its bits. */
const LAST = Array.from({ length: 8 }, (_, bit) => (crc32(Uint8Array.of(1 << bit)) ^ crc32(Uint8Array.of(0))) >>> 0);

/** What a zero byte makes of a difference of two sums. */
const NEXT = Uint32Array.from({ length: 256 }, (_, low) => (crc32(Uint8Array.of(low)) ^ crc32(Uint8Array.of(0))) >>> 0);

/**
 * Puts the one wrong bit of a text right, in a copy; null where more than one is wrong. A CRC-32 names the bit: no two wrong bits of a
 * text below 512 MB change it in the same way.
 *
 * @param sum the sum the text had
 */
export function mendBit(bytes: Buffer, sum: number): Buffer | null {
  const difference = (crc32(bytes) ^ sum) >>> 0;
  if (difference === 0) return null;
  const states = Uint32Array.from(LAST);
  for (let at = bytes.length - 1; at >= 0; at--) {
    for (let bit = 0; bit < 8; bit++) {
      const state = states[bit] ?? 0;
      if (state === difference) return withBit(bytes, at, bit);
      states[bit] = (NEXT[state & 0xff] ?? 0) ^ (state >>> 8);
    }
  }
  return null;
}

/** A copy with one bit turned. */
export function withBit(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}
