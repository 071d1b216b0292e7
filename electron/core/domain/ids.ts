import type { RandomText } from '../ports.ts';

/**
 * Ids name folders, so they are lower-case letters and digits only. An article's id is 12 characters: the first four name its segment
 * (`0000`, `0001`, … in base 36), the other eight are random.
 */

/** Articles a segment holds, tombstones counted: an id is never used again. */
export const SEGMENT_SIZE = 128;

const SEGMENT_DIGITS = 4;
const RANDOM_DIGITS = 8;
const ARTICLE_ID = /^[0-9a-z]{12}$/;
const SEGMENT = /^[0-9a-z]{4}$/;

export function isArticleId(text: string): boolean {
  return ARTICLE_ID.test(text);
}

export function isSegment(text: string): boolean {
  return SEGMENT.test(text);
}

/** `0003` of `0003k2m9x0ab`. */
export function segmentOf(articleId: string): string {
  return articleId.slice(0, SEGMENT_DIGITS);
}

/** The segment after `segment`; null starts at `0000`. Base 36 of fixed width, so that names sort by age. */
export function nextSegment(segment: string | null): string {
  const index = segment === null ? 0 : Number.parseInt(segment, 36) + 1;
  return index.toString(36).padStart(SEGMENT_DIGITS, '0');
}

export function makeArticleId(segment: string, random: RandomText): string {
  return segment + random(RANDOM_DIGITS);
}

export function makeTagId(random: RandomText): string {
  return `t${random(9)}`;
}

export function makeCollectionId(random: RandomText): string {
  return `c${random(9)}`;
}

export function makeSmartId(random: RandomText): string {
  return `s${random(9)}`;
}

export function makeHighlightId(random: RandomText): string {
  return `h${random(9)}`;
}

export function makeRuleId(random: RandomText): string {
  return `r${random(9)}`;
}

export function makeJobId(random: RandomText): string {
  return `j${random(9)}`;
}

export function makeFeedId(random: RandomText): string {
  return `f${random(9)}`;
}
