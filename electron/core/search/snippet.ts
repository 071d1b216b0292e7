import type { Snippet } from '../../contract/entities.ts';
import { variantsFor } from './bind.ts';
import { classOf } from './character-class.ts';
import { fold } from './fold.ts';
import { joinedPlaces } from './joined.ts';
import { FOLLOWING_RANGES, INVISIBLE_RANGES } from './letters.table.ts';
import type { Form, QueryNode } from './query/ast.ts';
import { places } from './tokens.ts';
import { NO_FORMS, type Forms } from './word-forms.ts';

/** UTF-16 units. */
const LENGTH = 200;
const BEFORE = 40;
/** How far a cut may move to stand between words. */
const SLACK = 20;
/** Only this much of a text is looked at, and so many matches are enough to choose from. */
const LOOKED_AT = 400_000;
const ENOUGH = 400;

/** What is marked in a text: for each word or phrase of the query (that is not excluded) its forms. */
export type SnippetForms = readonly (readonly Form[])[];

/** `language` = that of the text, whose word forms count too (see `formLanguage`). */
export function snippetForms(root: QueryNode | null, known: Forms = NO_FORMS, language: string | null = null): SnippetForms {
  if (root === null) return [];
  if (root.kind === 'and' || root.kind === 'or') return root.of.flatMap((part) => snippetForms(part, known, language));
  if (root.kind !== 'words' || root.field !== 'any') return [];
  const variants = variantsFor(root, known).find((one) => one.language === language);
  return [[...root.forms, ...(variants?.words ?? []).map((word) => ({ tokens: [word], prefix: false }))]];
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly word: number;
}

interface PlacedToken {
  readonly token: string;
  /** Where it stands in the original; asked only of tokens that match. */
  readonly place: () => TokenPlace;
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

/** Words met before, folded: the same few thousand make up most of any text, and folding one takes longer than looking it up. */
const folded = new Map<string, string>();
const REMEMBERED = 20_000;

function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= REMEMBERED) folded.clear();
  const made = fold(word);
  folded.set(word, made);
  return made;
}

/** Words of one line of the original text. Finding a word's place costs much more than the word, so that is done only when it is asked for. */
function tokensOf(line: string): PlacedToken[] {
  const found: PlacedToken[] = [];
  for (const chunk of line.matchAll(CHUNK)) {
    const [text] = chunk;
    const { index } = chunk;
    const whole = foldWord(text);
    let aligned: Alignment | null | undefined;
    const alignment = (): Alignment | null => (aligned === undefined ? (aligned = align(text, index, whole)) : aligned);
    for (const { token, start, end, paired } of places(whole)) {
      const place = (): TokenPlace => {
        const at = alignment();
        const last = index + text.length;
        if (at === null) return { start: index, end: last, endAfter: () => last };
        const to = at.ends[end - 1] ?? last;
        // Only in paired scripts is less than the word marked.
        return { start: at.starts[start] ?? index, end: to, endAfter: (units) => (paired ? (at.ends[start + units - 1] ?? to) : to) };
      };
      found.push({ token, place });
    }
  }
  return found;
}

function hitAt(tokens: readonly PlacedToken[], at: number, form: Form): { start: number; end: number } | null {
  const size = form.tokens.length;
  for (let i = 0; i < size; i++) {
    const token = tokens[at + i]?.token;
    const wanted = form.tokens[i] ?? '';
    const fits = token === wanted || (form.prefix && i === size - 1 && token?.startsWith(wanted) === true);
    if (!fits) return null;
  }
  const first = tokens[at];
  const last = tokens[at + size - 1];
  if (!first || !last) return null;
  return { start: first.place().start, end: last.place().endAfter(form.tokens[size - 1]?.length ?? 0) };
}

function hitsIn(line: string, words: SnippetForms): Hit[] {
  const hits: Hit[] = [];
  const tokens = tokensOf(line);
  words.forEach((forms, word) => {
    for (const form of forms) {
      for (let at = 0; at < tokens.length; at++) {
        const hit = hitAt(tokens, at, form);
        if (hit) hits.push({ ...hit, word });
      }
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

/** Lines that cannot have a match are passed over by one look at their folded text. */
function mayHave(line: string, starts: readonly string[]): boolean {
  const folded = fold(line);
  return (
    starts.some((start) => folded.includes(start)) || joinedPlaces(line).some(({ form }) => starts.some((start) => form.startsWith(start)))
  );
}

interface Best {
  readonly hit: Hit;
  /** How many of the query's words are around it. */
  readonly words: number;
}

/** The hit whose surroundings have the most of the query's words; the earliest of equals. */
function bestOf(hits: readonly Hit[]): Best | null {
  let best: Best | null = null;
  hits.forEach((hit, i) => {
    const seen = new Set<number>();
    for (let k = i; k < hits.length; k++) {
      const other = hits[k];
      if (!other || other.end - hit.start > LENGTH - BEFORE) break;
      seen.add(other.word);
    }
    if (best === null || seen.size > best.words) best = { hit, words: seen.size };
  });
  return best;
}

/** Hits in order, read until a place is found that has all words. */
function search(text: string, words: SnippetForms): { hits: Hit[]; best: Hit | null } {
  const starts = words.flatMap((forms) => forms.map(({ tokens }) => tokens[0] ?? ''));
  const hits: Hit[] = [];
  let best: Best | null = null;
  let at = 0;
  for (const line of text.slice(0, LOOKED_AT).split('\n')) {
    if (best !== null && (hits.length >= ENOUGH || (best.words === words.length && at > best.hit.start + LENGTH))) break;
    const found = mayHave(line, starts) ? hitsIn(line, words) : [];
    if (found.length > 0) {
      found.sort((a, b) => a.start - b.start || a.end - b.end);
      hits.push(...found.map(({ start, end, word }) => ({ start: start + at, end: end + at, word })));
      best = bestOf(hits);
    }
    at += line.length + 1;
  }
  return { hits, best: best?.hit ?? null };
}

const BLANK = /\s/;
const INSIDE = new RegExp(`[\\p{M}\\udc00-\\udfff${classOf(FOLLOWING_RANGES)}]`, 'u');

/** A place to cut at or near `at`, moving in direction `step`: between words if one is near, never inside a character. */
function cutAt(text: string, at: number, step: 1 | -1): number {
  for (let moved = 0, i = at; moved <= SLACK && i > 0 && i < text.length; moved++, i += step) {
    if (BLANK.test(text[i - 1] ?? '') !== BLANK.test(text[i] ?? '')) return i;
  }
  let i = Math.min(Math.max(at, 0), text.length);
  while (i > 0 && i < text.length && INSIDE.test(text[i] ?? '')) i += step;
  return i;
}

function merged(hits: readonly Hit[], from: number, to: number): [number, number][] {
  const marks: [number, number][] = [];
  for (const { start, end } of hits) {
    if (start < from || end > to) continue;
    const last = marks[marks.length - 1];
    if (last && start - from <= last[1]) last[1] = Math.max(last[1], end - from);
    else marks.push([start - from, end - from]);
  }
  return marks;
}

/**
 * A piece of the original text around the best match, about 200 UTF-16 units long, with the matches marked. Line breaks become blanks;
 * otherwise not a letter is changed. Without a match it is the beginning of the text.
 */
export function snippet(text: string, words: SnippetForms): Snippet {
  const { hits, best } = search(text, words);
  let from = best === null || best.start <= BEFORE ? 0 : cutAt(text, best.start - BEFORE, -1);
  // Near the end of the text the room that is left is used for what stands before.
  if (from > 0 && text.length - from < LENGTH) from = Math.min(from, cutAt(text, text.length - LENGTH, 1));
  while (from < text.length && BLANK.test(text[from] ?? '')) from++;
  let to = from + LENGTH >= text.length ? text.length : cutAt(text, from + LENGTH, -1);
  if (best !== null && to < best.end) to = best.end;
  while (to > from && BLANK.test(text[to - 1] ?? '')) to--;
  return { text: text.slice(from, to).replace(/\s/g, ' '), marks: merged(hits, from, to) };
}
