import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
/** The largest multiple of 36 in a byte: higher bytes are thrown away, so that every digit is equally likely. */
const LIMIT = 252;

/** Random lower-case base 36 text from the system's generator. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < LIMIT && text.length < length) text += DIGITS.charAt(byte % 36);
    }
  }
  return text;
}
