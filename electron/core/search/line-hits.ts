import { classOf } from './character-class.ts';
import { fold } from './fold.ts';
import { hasJoined, joinedPlaces } from './joined.ts';
import { FOLLOWING_RANGES, INVISIBLE_RANGES } from './letters.table.ts';
import type { Form } from './query/ast.ts';
import { isPicture, places, type Place } from './tokens.ts';

/** What is marked in a text: for each word or phrase of the query (that is not excluded) its forms. */
export type SnippetForms = readonly (readonly Form[])[];

export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly word: number;
}

interface PlacedToken {
  readonly token: string;
  readonly chunk: Chunk;
  readonly part: Place;
}

interface TokenPlace {
  readonly start: number;
  readonly end: number;
  /** Offset into the original for a number of UTF-16 units of this token. */
  readonly endAfter: (units: number) => number;
}

/** A letter with everything that folding may draw into it: marks, half-width voicing, the rest of a Korean syllable. */
const CLUSTER = new RegExp(`[^][\\p{M}${classOf(FOLLOWING_RANGES)}]*`, 'gu');
/** Words of the original; what folding drops counts in, what parts words does not. */
const CHUNK = new RegExp(`[\\p{L}\\p{N}\\p{M}\\p{Extended_Pictographic}\\u{1f1e6}-\\u{1f1ff}${classOf(INVISIBLE_RANGES)}]+`, 'gu');

const LETTER = new RegExp(CHUNK.source, 'u');
const PICTURE = /[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]/u;

/** For each unit of a folded chunk: where its cluster starts and ends in the line. Null where folding cannot be followed letter by letter. */
interface Alignment {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function align(chunk: string, index: number, whole: string): Alignment | null {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const cluster of chunk.matchAll(CLUSTER)) {
    const start = index + cluster.index;
    const part = fold(cluster[0]);
    folded += part;
    for (let i = 0; i < part.length; i++) {
      starts.push(start);
      ends.push(start + cluster[0].length);
    }
  }
  return folded === whole ? { starts, ends } : null;
}

interface Folded {
  readonly whole: string;
  readonly parts: readonly Place[];
}

/** Words met before, folded and taken apart: the same few thousand make up most of any text, and that takes longer than looking it up. */
const known = new Map<string, Folded>();
const REMEMBERED = 20_000;

function foldWord(word: string): Folded {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= REMEMBERED) known.clear();
  const whole = fold(word);
  const made = { whole, parts: places(whole) };
  known.set(word, made);
  return made;
}

/** A stretch of letters in a line of the original text. Where its words stand costs much more than the words, so only matches ask for it. */
class Chunk {
  private readonly text: string;
  private readonly index: number;
  private readonly whole: string;
  private aligned: Alignment | null | undefined;

  constructor(text: string, index: number, whole: string) {
    this.text = text;
    this.index = index;
    this.whole = whole;
  }

  place({ start, end, paired }: Place): TokenPlace {
    const at = (this.aligned ??= align(this.text, this.index, this.whole));
    const last = this.index + this.text.length;
    if (at === null) return { start: this.index, end: last, endAfter: () => last };
    const to = at.ends[end - 1] ?? last;
    // Only in paired scripts is less than the word marked.
    return { start: at.starts[start] ?? this.index, end: to, endAfter: (units) => (paired ? (at.ends[start + units - 1] ?? to) : to) };
  }
}

/** Words of one line of the original text. */
function tokensOf(line: string): PlacedToken[] {
  const found: PlacedToken[] = [];
  for (const match of line.matchAll(CHUNK)) {
    const [text] = match;
    const { whole, parts } = foldWord(text);
    if (parts.length === 0) continue;
    const chunk = new Chunk(text, match.index, whole);
    for (const part of parts) found.push({ token: part.token, chunk, part });
  }
  return found;
}

function hitAt(tokens: readonly PlacedToken[], at: number, form: Form): { start: number; end: number } | null {
  const size = form.tokens.length;
  for (let i = 1; i < size; i++) {
    const token = tokens[at + i]?.token;
    const wanted = form.tokens[i] ?? '';
    const fits = token === wanted || (form.prefix && i === size - 1 && token?.startsWith(wanted) === true);
    if (!fits) return null;
  }
  const first = tokens[at];
  const last = tokens[at + size - 1];
  if (!first || !last) return null;
  return { start: first.chunk.place(first.part).start, end: last.chunk.place(last.part).endAfter(form.tokens[size - 1]?.length ?? 0) };
}

interface Sought {
  readonly form: Form;
  readonly word: number;
}

/** The forms that are looked for, by the word they begin with. */
export interface Search {
  readonly words: SnippetForms;
  readonly whole: ReadonlyMap<string, readonly Sought[]>;
  /** Those of one word that may go on. */
  readonly open: readonly Sought[];
  /** No line without one of these, folded, has a match, unless it has them joined. */
  readonly starts: readonly string[];
  /** Whether any of them is a picture. */
  readonly pictures: boolean;
  /** Words in the longest phrase. */
  readonly longest: number;
}

export function searchFor(words: SnippetForms): Search {
  const whole = new Map<string, Sought[]>();
  const open: Sought[] = [];
  words.forEach((forms, word) => {
    for (const form of forms) {
      const [first = ''] = form.tokens;
      if (form.prefix && form.tokens.length === 1) open.push({ form, word });
      else whole.set(first, [...(whole.get(first) ?? []), { form, word }]);
    }
  });
  const all = [...new Set([...whole.keys(), ...open.map(({ form }) => form.tokens[0] ?? '')])].sort((a, b) => a.length - b.length);
  // What has a shorter one in it needs no look of its own.
  const starts = all.filter((start, at) => !all.slice(0, at).some((shorter) => start.includes(shorter)));
  const longest = Math.max(1, ...words.flatMap((forms) => forms.map(({ tokens }) => tokens.length)));
  return { words, whole, open, starts, pictures: starts.some(isPicture), longest };
}

function hitsInPiece(line: string, { words, whole, open }: Search): Hit[] {
  const hits: Hit[] = [];
  const tokens = tokensOf(line);
  const look = (at: number, sought: readonly Sought[]): void => {
    for (const { form, word } of sought) {
      const hit = hitAt(tokens, at, form);
      if (hit) hits.push({ ...hit, word });
    }
  };
  tokens.forEach(({ token }, at) => {
    const here = whole.get(token);
    if (here) look(at, here);
    if (open.length > 0) {
      const longer = open.filter(({ form }) => token.startsWith(form.tokens[0] ?? ''));
      if (longer.length > 0) look(at, longer);
    }
  });
  for (const joined of joinedPlaces(line)) {
    words.forEach((forms, word) => {
      const fits = forms.some(({ tokens: [wanted, ...more], prefix }) => {
        return wanted !== undefined && more.length === 0 && (joined.form === wanted || (prefix && joined.form.startsWith(wanted)));
      });
      // `turkiye` stands in Türkiye’nin by itself: then the ending is not marked.
      const inside = hits.some((hit) => hit.word === word && hit.start >= joined.start && hit.end <= joined.end);
      if (fits && !inside) hits.push({ start: joined.start, end: joined.end, word });
    });
  }
  return hits;
}

/** Ends of a line's piece that has the word at `at`, and so many words with letters after it as the longest phrase has. */
function pieceAt(line: string, at: number, longest: number): [number, number] {
  const start = line.lastIndexOf(' ', at) + 1;
  let end = blankAfter(line, at);
  for (let left = longest - 1; left > 0 && end < line.length;) {
    const next = blankAfter(line, end + 1);
    if (LETTER.test(line.slice(end + 1, next))) left--;
    end = next;
  }
  return [start, end];
}

function blankAfter(line: string, at: number): number {
  const found = line.indexOf(' ', at);
  return found < 0 ? line.length : found;
}

/**
 * The pieces of a line that may have a match, in order: taking words apart costs much more than looking for them in the folded line.
 * Neither a word nor its joined form reaches over a blank.
 */
function piecesOf(line: string, { starts, longest, pictures }: Search): [number, number][] {
  // A picture stands in the index as a word that is nowhere in the text.
  if (pictures && PICTURE.test(line)) return [[0, line.length]];
  const folded = fold(line);
  const places = starts.flatMap((start) => placesOf(folded, start));
  if (places.length === 0) {
    const joined = joinedPlaces(line).some(({ form }) => starts.some((start) => form.startsWith(start)));
    return joined ? [[0, line.length]] : [];
  }
  // Only a folded line of the same length has its letters where the original has them; joined forms may stand anywhere.
  if (folded.length !== line.length || hasJoined(line)) return [[0, line.length]];
  const pieces: [number, number][] = [];
  for (const at of places.sort((x, y) => x - y)) {
    const last = pieces[pieces.length - 1];
    if (last && at < last[1] && longest === 1) continue;
    const [start, end] = pieceAt(line, at, longest);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else pieces.push([start, end]);
  }
  return pieces;
}

function placesOf(folded: string, start: string): number[] {
  const found: number[] = [];
  for (let at = folded.indexOf(start); at >= 0; at = folded.indexOf(start, at + 1)) found.push(at);
  return found;
}

/** What is found in a line of the original text, in no order. Places are UTF-16 offsets into the line. */
export function hitsIn(line: string, sought: Search): Hit[] {
  return piecesOf(line, sought).flatMap(([start, end]) =>
    hitsInPiece(line.slice(start, end), sought).map((hit) => ({ ...hit, start: hit.start + start, end: hit.end + start })),
  );
}
