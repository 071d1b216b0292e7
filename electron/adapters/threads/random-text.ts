import { randomInt } from 'node:crypto';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Random lower-case base 36 text of `length` characters. */
export function randomText(length: number): string {
  let text = '';
  while (text.length < length) text += DIGITS.charAt(randomInt(DIGITS.length));
  return text;
}
