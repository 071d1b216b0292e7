import type { Snippet } from '../../contract/entities.ts';
import { variantsFor } from './bind.ts';
import { classOf } from './character-class.ts';
import { FOLLOWING_RANGES } from './letters.table.ts';
import { hitsIn, searchFor, type Hit, type SnippetForms } from './line-hits.ts';
import type { QueryNode } from './query/ast.ts';
import { NO_FORMS, type Forms } from './word-forms.ts';

/** UTF-16 units. */
const LENGTH = 200;
const BEFORE = 40;
/** How far a cut may move to stand between words. */
const SLACK = 20;
/** Only this much of a text is looked at, and so many matches are enough to choose from. */
const LOOKED_AT = 400_000;
const ENOUGH = 400;

/** `language` = that of the text, whose word forms count too (see `formLanguage`). */
export function snippetForms(root: QueryNode | null, forms: Forms = NO_FORMS, language: string | null = null): SnippetForms {
  if (root === null) return [];
  if (root.kind === 'and' || root.kind === 'or') return root.of.flatMap((part) => snippetForms(part, forms, language));
  if (root.kind !== 'words' || root.field !== 'any') return [];
  const variants = variantsFor(root, forms).find((one) => one.language === language);
  return [[...root.forms, ...(variants?.words ?? []).map((word) => ({ tokens: [word], prefix: false }))]];
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
  const sought = searchFor(words);
  const hits: Hit[] = [];
  let best: Best | null = null;
  let at = 0;
  for (const line of text.slice(0, LOOKED_AT).split('\n')) {
    if (best !== null && (hits.length >= ENOUGH || (best.words === words.length && at > best.hit.start + LENGTH))) break;
    const found = hitsIn(line, sought);
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
