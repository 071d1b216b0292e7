import type { ImageType } from './sniff.ts';

/** Pixel size of an image from its header, so that the reader can keep its place before it is drawn. Null where it cannot be read. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export function imageSize(bytes: Uint8Array, type: ImageType): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = READERS[type](view);
    return size !== null && size.width > 0 && size.height > 0 && size.width < 100_000 && size.height < 100_000 ? size : null;
  } catch {
    // A header that ends too early: DataView throws.
    return null;
  }
}

const text = (view: DataView, at: number, length: number): string => {
  let out = '';
  for (let index = 0; index < length; index++) out += String.fromCharCode(view.getUint8(at + index));
  return out;
};

const READERS: Record<ImageType, (view: DataView) => Size | null> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  bmp: (view) => ({ width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }),
  ico: (view) => ({ width: view.getUint8(6) || 256, height: view.getUint8(7) || 256 }),
  jpg: jpegSize,
  webp: webpSize,
  avif: avifSize,
  svg: svgSize,
};

/** EXIF orientations 5–8 turn the picture on its side, and browsers show it turned. */
function exifTurns(view: DataView, at: number, length: number): boolean {
  if (length < 16 || text(view, at, 4) !== 'Exif') return false;
  const tiff = at + 6;
  const little = text(view, tiff, 2) === 'II';
  const entries = tiff + view.getUint32(tiff + 4, little);
  const count = Math.min(view.getUint16(entries, little), 64);
  for (let index = 0; index < count; index++) {
    const entry = entries + 2 + index * 12;
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little) >= 5;
  }
  return false;
}

function jpegSize(view: DataView): Size | null {
  let turned = false;
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xd8 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (marker === 0xe1) turned = turned || exifTurns(view, at + 4, length - 2);
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return turned ? { width: height, height: width } : { width, height };
    }
    at += 2 + length;
  }
  return null;
}

function webpSize(view: DataView): Size | null {
  const kind = text(view, 12, 4);
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return null;
  const u24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  return { width: u24(24) + 1, height: u24(27) + 1 };
}

/** The largest `ispe` property (the others belong to thumbnails and tiles). */
function avifSize(view: DataView): Size | null {
  let best: Size | null = null;
  const end = Math.min(view.byteLength - 16, 65_536);
  for (let at = 0; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (best === null || size.width * size.height > best.width * best.height) best = size;
  }
  return best;
}

function svgSize(view: DataView): Size | null {
  const start = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset, Math.min(view.byteLength, 4096)));
  const tag = /<svg\b[^>]*>/i.exec(start)?.[0] ?? '';
  const length = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, 'i').exec(tag)?.[1] ?? NaN);
  const [width, height] = [length('width'), length('height')];
  if (width > 0 && height > 0) return { width: Math.round(width), height: Math.round(height) };
  const box = /viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(tag);
  return box ? { width: Math.round(Number(box[1])), height: Math.round(Number(box[2])) } : null;
}
