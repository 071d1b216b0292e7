import * as zlib from 'node:zlib';

/** `zlib.crc32` came with Node 22.2; Electron 25 has Node 18. */
const native = (zlib as { crc32?: (data: Uint8Array, value?: number) => number }).crc32;

const TABLE = new Uint32Array(256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  TABLE[n] = c;
}

/** CRC-32 (ISO 3309, the one of zip and gzip) in plain JavaScript. `value` continues a running sum. */
export function crc32Fallback(bytes: Uint8Array, value = 0): number {
  let c = ~value;
  for (const byte of bytes) c = (TABLE[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8);
  return ~c >>> 0;
}

/** CRC-32 as an unsigned number, native where the runtime has it. */
export const crc32: (bytes: Uint8Array, value?: number) => number = native ?? crc32Fallback;
