import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { detectCharset } from '../../../electron/adapters/capture/charset-detector.ts';
import { FILE_BASE } from '../../../electron/adapters/capture/extract-protocol.ts';
import { lighten } from '../../../electron/adapters/capture/page/data-images.ts';
import { prepare, titlesOf } from '../../../electron/adapters/capture/page/extract.ts';
import { gatherFacts } from '../../../electron/adapters/capture/page/facts.ts';
import { FEATURES, weigh } from '../../../electron/adapters/capture/page/features.ts';
import { testify } from '../../../electron/adapters/capture/page/find-article.ts';
import { parseTree, treeHtml, withinCaps } from '../../../electron/adapters/capture/page/parse.ts';
import { votesOf } from '../../../electron/adapters/capture/page/votes.ts';
import { askDefuddle } from '../../../electron/adapters/capture/page/witnesses.ts';
import { decodeBytes } from '../../../electron/core/capture/charset.ts';
import { countsOf, shingles, squash, tokens } from './text-score.ts';

/** Pages whose article is known, as the jury sees them: rows of evidence, with what each block should have been. */

export interface Truth {
  readonly file: string;
  readonly url?: string;
  readonly body?: string;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

export interface Page {
  readonly corpus: string;
  /** 0 or 1: the half it belongs to when one half is judged by what was fitted on the other. */
  readonly half: number;
  readonly truth: Truth;
  readonly texts: readonly string[];
  /** In the order of `FEATURES`, to three decimals; Defuddle is heard. */
  readonly rows: readonly Float64Array[];
  /** 0 to 1: share of the block that belongs to the article; -1 where nobody knows. */
  readonly wanted: readonly number[];
  readonly weights: readonly number[];
}

/** A page's share is the same however long it is; menus that outweigh the article are bounded by that. */
const MAX_WORDS = 400;
const MIN_ARTICLE = 60;
/** Pages of which only some sentences are known. */
const SENTENCE_WEIGHT = 0.12;
/** Corpora that are small, or more varied than the others. */
const CORPUS_WEIGHT: Readonly<Record<string, number>> = { readability: 2.5, wcxb: 1.3 };

function halfOf(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) | 0;
  return Math.abs(hash >> 3) % 2;
}

function wantedOf(texts: readonly string[], { body, with: within, without }: Truth): number[] {
  if (body !== undefined && body !== '') {
    const known = shingles(tokens(body));
    const words = ` ${tokens(body).join(' ')} `;
    return texts.map((text) => {
      const own = tokens(text);
      if (own.length < 4) return words.includes(` ${own.join(' ')} `) ? 1 : 0;
      const keys = [...countsOf(own).keys()];
      return keys.filter((key) => known.has(key)).length / keys.length;
    });
  }
  const inside = (within ?? []).map(squash);
  const outside = (without ?? []).map(squash);
  return texts.map((text) => {
    const flat = squash(text);
    if (inside.some((part) => flat.includes(part) || (flat.length > 30 && part.includes(flat)))) return 1;
    return outside.some((part) => flat.includes(part)) ? 0 : -1;
  });
}

function weightsOf(texts: readonly string[], wanted: readonly number[], { body }: Truth, corpus: string): number[] {
  const scale = CORPUS_WEIGHT[corpus] ?? 1;
  if (body === undefined || body === '') return wanted.map((value) => (value < 0 ? 0 : SENTENCE_WEIGHT * scale));
  const length = Math.max(MIN_ARTICLE, tokens(body).length);
  return texts.map((text) => (Math.min(tokens(text).length + 1, MAX_WORDS) / length) * scale);
}

/** Null for a page beyond the caps: no jury sits on it. */
export function readPage(folder: string, corpus: string, id: string, truth: Truth): Page | null {
  const { text: html } = decodeBytes(gunzipSync(readFileSync(join(folder, truth.file))), { contentType: null, detect: detectCharset });
  const parsed = parseTree(lighten(html).html);
  if (!withinCaps(parsed)) return null;
  const address = truth.url ?? FILE_BASE;
  const { document } = prepare(treeHtml(parsed), address, address);
  const facts = gatherFacts(document, address, null);
  const linkedBody = facts.jsonLd.reduce((longest, { body }) => (body.length > longest.length ? body : longest), '');
  const { blocks, context } = testify({ document, address, titles: titlesOf(facts, null), linkedBody });
  let heard: ReadonlySet<number> = new Set();
  try {
    heard = votesOf(blocks, '', askDefuddle(document, address) ?? '');
  } catch {
    // What the product does with a witness that fails: it has not kept anything.
  }
  const evidence = weigh(blocks, { ...context, votes: { ...context.votes, defuddle: heard } });
  const texts = blocks.map(({ text }) => text);
  const wanted = wantedOf(texts, truth);
  return {
    corpus,
    half: halfOf(id),
    truth,
    texts,
    rows: evidence.map((row) => Float64Array.from(FEATURES, (name) => Math.round(row[name] * 1000) / 1000)),
    wanted,
    weights: weightsOf(texts, wanted, truth, corpus),
  };
}
