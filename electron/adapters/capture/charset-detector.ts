import { detect } from 'jschardet';
import type { CharsetDetector } from '../../core/capture/charset.ts';

const SAMPLE = 65_536;

/** Guesses by the frequency of byte pairs. Markup is taken out first: it is ASCII and only dilutes what the guess is made from. */
export const detectCharset: CharsetDetector = (bytes) => {
  const latin = new TextDecoder('latin1').decode(bytes.subarray(0, SAMPLE * 4));
  const prose = latin.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ').replace(/<[^>]*>/g, ' ');
  const sample = Buffer.from(prose.slice(0, SAMPLE), 'latin1');
  try {
    const guess = detect(sample);
    return guess.confidence > 0.4 ? guess.encoding : null;
  } catch {
    return null;
  }
};
