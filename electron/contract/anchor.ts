/**
 * Where a quotation stands in a text, found again after the text has changed: by position, by its words, by the words around it, and by
 * likeness. Pure, and here because the window (which has the text as shown) and the core (which has the text as stored) must agree.
 * Offsets are UTF-16 units. Selectors as in https://www.w3.org/TR/annotation-model/#selectors.
 */
export interface TextAnchor {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Characters of context kept on each side. */
const CONTEXT = 64;
/** A quotation this short (without spaces) means nothing without its surroundings. */
const SHORT = 16;
/** Longer quotations are found by their two ends. */
const LONG = 320;
const SEED = 10;
/** Seeds tried, and places tried for each: a bound on the work that a hopeless quotation can cause. */
const SEEDS = 14;
const PLACES = 24;

/** The anchor of a span of a text. */
export function anchorOf(text: string, { start, end }: TextSpan): TextAnchor {
  return {
    exact: text.slice(start, end),
    // Never cut between the halves of a surrogate pair.
    prefix: text.slice(start - CONTEXT <= 0 ? 0 : start - CONTEXT + (isLowHalf(text, start - CONTEXT) ? 1 : 0), start),
    suffix: text.slice(end, end + CONTEXT - (isLowHalf(text, end + CONTEXT) ? 1 : 0)),
    start,
    end,
  };
}

function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** A text without what extraction may change: spaces, soft hyphens and other invisible characters; quotes and dashes made plain. */
export interface Squeezed {
  readonly text: string;
  /** Offset in the original of each character. */
  readonly from: Uint32Array;
}

const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
};

export function squeeze(text: string): Squeezed {
  const from = new Uint32Array(text.length);
  const kept: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const code = text.charCodeAt(at);
    if ((code <= 0x20 || code >= 0xa0) && INVISIBLE.test(character)) continue;
    from[kept.length] = at;
    kept.push(code >= 0x2010 ? (PLAIN[character] ?? character) : character);
  }
  return { text: kept.join(''), from: from.subarray(0, kept.length) };
}

/** Finds an anchor in a text (squeezed once, for many anchors). Null where its words are no longer there: an orphan. */
export function findAnchor(text: string, anchor: TextAnchor, squeezed: Squeezed = squeeze(text)): TextSpan | null {
  const { exact, prefix, suffix, start, end } = anchor;
  if (exact.trim() === '') return null;
  const around = text.slice(Math.max(0, start - prefix.length), start) === prefix && text.startsWith(suffix, end);
  if (around && text.slice(start, end) === exact) return { start, end };

  const quote = squeeze(exact).text;
  const before = squeeze(prefix).text;
  const after = squeeze(suffix).text;
  if (quote === '') return null;
  const expected = lowerBound(squeezed.from, start);
  const find = squeezed.text.includes(quote) ? findExact : findLike;
  const found = find(squeezed.text, quote, before, after, expected);
  if (!found) return null;
  const [first, last] = [squeezed.from[found.start], squeezed.from[found.end - 1]];
  return first === undefined || last === undefined ? null : { start: first, end: last + 1 };
}

function lowerBound(from: Uint32Array, offset: number): number {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many characters agree, going outwards from a place. */
function contextAt(text: string, span: TextSpan, before: string, after: string): number {
  let left = 0;
  while (left < before.length && left < span.start && text[span.start - 1 - left] === before[before.length - 1 - left]) left++;
  let right = 0;
  while (right < after.length && span.end + right < text.length && text[span.end + right] === after[right]) right++;
  return left + right;
}

function findExact(text: string, quote: string, before: string, after: string, expected: number): TextSpan | null {
  let best: TextSpan | null = null;
  let bestContext = -1;
  let count = 0;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    count++;
    const span = { start: at, end: at + quote.length };
    const context = contextAt(text, span, before, after);
    // More of the surroundings wins; where they say the same, the place nearest to where it was.
    const nearer = best !== null && Math.abs(at - expected) < Math.abs(best.start - expected);
    if (context > bestContext || (context === bestContext && nearer)) {
      best = span;
      bestContext = context;
    }
  }
  if (!best) return null;
  const hadContext = Math.min(4, before.length + after.length);
  const meansLittle = quote.length < SHORT || count > 1;
  const moved = Math.abs(best.start - expected) > 2;
  return meansLittle && moved && bestContext < hadContext ? null : best;
}

/** A quotation whose words were edited: the most alike place, if it is alike enough. */
function findLike(text: string, quote: string, before: string, after: string, expected: number): TextSpan | null {
  if (quote.length > LONG) {
    const half = LONG / 2;
    const head = findLike(text, quote.slice(0, half), before, quote.slice(half, half + CONTEXT), expected);
    const tail = findLike(text, quote.slice(-half), quote.slice(-half - CONTEXT, -half), after, expected + quote.length - half);
    if (!head || !tail || tail.end <= head.start) return null;
    const length = tail.end - head.start;
    return length > quote.length * 0.5 && length < quote.length * 1.6 ? { start: head.start, end: tail.end } : null;
  }
  let best: { span: TextSpan; likeness: number } | null = null;
  for (const place of placesOf(text, quote, before, after, expected)) {
    const slack = Math.ceil(quote.length * 0.4) + 8;
    const from = Math.max(0, place - slack);
    const window = text.slice(from, Math.min(text.length, place + quote.length + slack));
    const near = nearestIn(window, quote);
    const span = { start: from + near.start, end: from + near.end };
    const context = Math.min(1, contextAt(text, span, before, after) / 32);
    const likeness = 1 - near.errors / quote.length;
    // Edited words are believed sooner where their surroundings stayed.
    if (span.end <= span.start || likeness < 0.72 - context * 0.22 || (quote.length < SHORT && context < 0.25)) continue;
    const score = likeness + context * 0.3;
    if (!best || score > best.likeness) best = { span, likeness: score };
  }
  return best?.span ?? null;
}

/** Where the quotation may begin: wherever a piece of it, or of what stood around it, is found. */
function placesOf(text: string, quote: string, before: string, after: string, expected: number): number[] {
  const all = before + quote + after;
  const places = new Set<number>();
  const size = Math.min(SEED, quote.length);
  const step = Math.max(1, Math.floor((all.length - size) / SEEDS));
  for (let offset = 0; offset + size <= all.length; offset += step) {
    const seed = all.slice(offset, offset + size);
    const shift = before.length - offset;
    let count = 0;
    for (let at = text.indexOf(seed); at >= 0 && count < PLACES; at = text.indexOf(seed, at + 1), count++) {
      places.add(Math.round(Math.max(0, at + shift) / 16) * 16);
    }
  }
  return [...places].sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected)).slice(0, PLACES * 2);
}

/** The part of `text` that needs the fewest edits to become `quote` (Sellers 1980), with where it begins and how many they are. */
function nearestIn(text: string, quote: string): TextSpan & { errors: number } {
  const size = quote.length;
  let costs = Array.from({ length: size + 1 }, (_, at) => at);
  let starts = new Array<number>(size + 1).fill(0);
  let best = { start: 0, end: 0, errors: size };
  for (let column = 1; column <= text.length; column++) {
    const next = [0];
    const nextStarts = [column];
    for (let row = 1; row <= size; row++) {
      const diagonal = (costs[row - 1] ?? 0) + (text[column - 1] === quote[row - 1] ? 0 : 1);
      const left = (costs[row] ?? 0) + 1;
      const above = (next[row - 1] ?? 0) + 1;
      const cost = Math.min(diagonal, left, above);
      next.push(cost);
      nextStarts.push((cost === diagonal ? starts[row - 1] : cost === left ? starts[row] : nextStarts[row - 1]) ?? 0);
    }
    costs = next;
    starts = nextStarts;
    const errors = costs[size] ?? size;
    if (errors < best.errors) best = { start: starts[size] ?? 0, end: column, errors };
  }
  return best;
}
