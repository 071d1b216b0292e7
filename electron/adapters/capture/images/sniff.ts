/** What an image is, by its first bytes: names and headers lie. */
export type ImageType = 'jpg' | 'png' | 'gif' | 'webp' | 'avif' | 'bmp' | 'ico' | 'svg';

const ascii = (bytes: Uint8Array, from: number, length: number): string => String.fromCharCode(...bytes.subarray(from, from + length));

/** The type of an image the reader can show, or null. */
export function sniffImage(bytes: Uint8Array): ImageType | null {
  if (bytes.length < 8) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpg';
  if (bytes[0] === 0x89 && ascii(bytes, 1, 3) === 'PNG') return 'png';
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'webp';
  if (ascii(bytes, 4, 4) === 'ftyp' && /avi[fs]/.test(ascii(bytes, 8, 32))) return 'avif';
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26 && bytes[14] !== undefined && [12, 40, 56, 64, 108, 124].includes(bytes[14]))
    return 'bmp';
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 1 && bytes[3] === 0 && (bytes[4] ?? 0) > 0 && bytes[5] === 0) return 'ico';
  return isSvg(bytes) ? 'svg' : null;
}

function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096)).replace(/^\ufeff/, '');
  const body = start
    .replace(/^\s*<\?xml[\s\S]*?\?>/, '')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!DOCTYPE\s+svg[^>[]*(?:\[[\s\S]*?\])?\s*>/i, '');
  return /^\s*<svg[\s>]/i.test(body);
}
