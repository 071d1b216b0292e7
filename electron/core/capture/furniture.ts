import { CHANGE_LABELS, DATE_LABELS, SHARE_NAMES, SHARE_VERBS, SIZE_WORDS } from './furniture.table.ts';
import { readWrittenDate } from './written-date.ts';

/**
 * Reads the furniture at the start of a line: a labelled date, text-size controls, share labels. What is not furniture for certain is
 * left where it is; the callers decide by the line's neighbours.
 */
export interface LineFurniture {
  /** `YYYY-MM-DD` of a date with a label before it. */
  readonly published: string | null;
  readonly modified: string | null;
  /** A date that stands without a label. */
  readonly bareDate: string | null;
  /** Text-size controls that can be nothing else, e.g. `+ ↺ − 16 px` or `A+ A-`. */
  readonly controls: boolean;
  /** A piece of such a control, which alone proves nothing (`16 px`, `+`). */
  readonly loose: boolean;
  /** Number of share names (`Facebook`, `Print`), and of labels that are nothing else (`Share this article`). */
  readonly shares: number;
  readonly shareVerbs: number;
  /** What follows the furniture; empty where the line holds nothing else. */
  readonly rest: string;
}

type Kind = 'plus' | 'minus' | 'reset' | 'size' | 'larger' | 'smaller' | 'letters' | 'word';

const CONTROL_TOKENS: readonly (readonly [RegExp, Kind])[] = [
  // `px` may be glued to what follows, but not be the start of a word.
  [/^\d{1,3}\s?(?:[pP][xX]|[pP][tT]|punto|Punto)(?:(?!\p{Ll})|(?=(?:date|tarix|tarih|datum|data|дата|fecha)[\s:]))/u, 'size'],
  [/^(?:A|a|А|T)\s?[+＋⁺](?!\p{L})/u, 'larger'],
  [/^(?:A|a|А|T)\s?[-−–—⁻](?!\p{L})/u, 'smaller'],
  [/^(?:Aa|AA|aA|A\s?A\s?A|A\s?a)(?![\p{L}\p{N}])|^A(?=[\s|·•/]+A\s?[+＋])/u, 'letters'],
  [/^[↺↻⟲⟳🔄⭯⭮⤾]\ufe0f?/u, 'reset'],
  [/^[+＋➕]/u, 'plus'],
  [/^[-−–—‒➖－]/u, 'minus'],
];
const SEPARATOR = /^[\s|·•∙,;/\u00a0\u200b\ufeff]+/u;

const lower = (text: string): string => text.replace(/İ/g, 'i').toLowerCase();

function longestFirst(labels: readonly string[]): readonly string[] {
  return [...labels].sort((a, b) => b.length - a.length);
}
const VERBS = longestFirst(SHARE_VERBS);
const NAMES = longestFirst(SHARE_NAMES);
const WORDS = longestFirst(SIZE_WORDS);
const DATES = longestFirst([...DATE_LABELS, ...CHANGE_LABELS]);
const CHANGES: ReadonlySet<string> = new Set(CHANGE_LABELS);

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

/** Length of the label that `text` begins with, or 0. A label ends where a word does (or, glued, where a capital begins). */
function labelLength(text: string, labels: readonly string[]): number {
  const start = lower(text.slice(0, 48));
  if (start.length !== Math.min(text.length, 48)) return 0;
  for (const label of labels) {
    if (!start.startsWith(label)) continue;
    const next = text.slice(label.length);
    if (next === '' || UNSPACED.test(label) || !/^[\p{Ll}\p{Lo}\p{M}\p{N}'’-]/u.test(next)) return label.length;
  }
  return 0;
}

function skip(text: string, at: number): number {
  return at + (SEPARATOR.exec(text.slice(at))?.[0].length ?? 0);
}

interface Run {
  readonly end: number;
  readonly kinds: readonly Kind[];
}

/** The longest run of control tokens from `from` on. */
function readControls(text: string, from: number): Run {
  const kinds: Kind[] = [];
  let end = from;
  for (let at = skip(text, from); at < text.length; at = skip(text, end)) {
    const rest = text.slice(at);
    const word = labelLength(rest, WORDS);
    const token = CONTROL_TOKENS.find(([pattern]) => pattern.test(rest));
    if (word > 0) {
      kinds.push('word');
      end = at + word + (/^\s?:/.exec(rest.slice(word))?.[0].length ?? 0);
    } else if (token) {
      kinds.push(token[1]);
      end = at + (token[0].exec(rest)?.[0].length ?? 1);
    } else break;
  }
  return { end, kinds };
}

/** Three signs, or two that go together: what a sentence or a list item does not begin with. */
function isControl(kinds: readonly Kind[]): boolean {
  const set = new Set(kinds);
  const pair = (set.has('plus') && set.has('minus')) || (set.has('larger') && set.has('smaller'));
  if (pair && (set.has('size') || set.has('reset') || set.has('word') || set.has('letters'))) return true;
  if (set.has('reset') && (set.has('size') || set.has('plus') || set.has('minus') || set.has('larger') || set.has('smaller'))) return true;
  if (set.has('larger') && set.has('smaller')) return true;
  return set.has('word') && kinds.length > 1;
}

interface Labelled {
  readonly end: number;
  readonly date: string;
  readonly change: boolean;
}

function readLabelledDate(text: string, from: number, monthFirst: boolean): Labelled | null {
  const at = skip(text, from);
  const length = labelLength(text.slice(at), DATES);
  if (length === 0) return null;
  const label = lower(text.slice(at, at + length));
  const gap = /^\s*[:：\-–—|]?\s*/u.exec(text.slice(at + length))?.[0].length ?? 0;
  const date = readWrittenDate(text.slice(at + length + gap), { monthFirst });
  return date === null ? null : { end: at + length + gap + date.length, date: date.date, change: CHANGES.has(label) };
}

/** Reads the furniture that a line begins with. `monthFirst` reads `03/09/2023` the American way. */
export function readFurniture(line: string, options: { monthFirst: boolean }): LineFurniture {
  const found = { published: null as string | null, modified: null as string | null, bareDate: null as string | null };
  let controls = false;
  let loose = false;
  let shares = 0;
  let shareVerbs = 0;
  let end = 0;
  for (let at = skip(line, 0); at < line.length; at = skip(line, end)) {
    const labelled = readLabelledDate(line, at, options.monthFirst);
    if (labelled) {
      if (labelled.change) found.modified ??= labelled.date;
      else found.published ??= labelled.date;
      end = labelled.end;
      continue;
    }
    const run = readControls(line, at);
    if (run.end > at) {
      if (isControl(run.kinds)) controls = true;
      else loose = true;
      end = run.end;
      continue;
    }
    const rest = line.slice(at);
    const bare = readWrittenDate(rest, { monthFirst: options.monthFirst });
    if (bare) {
      found.bareDate ??= bare.date;
      end = at + bare.length;
      continue;
    }
    const verb = labelLength(rest, VERBS);
    const name = verb > 0 ? 0 : labelLength(rest, NAMES);
    if (verb > 0) shareVerbs++;
    else if (name > 0) shares++;
    else break;
    end = at + Math.max(verb, name);
    end += /^\s*(?:\(\d{1,6}\)|\d{1,6}(?=\s|$)|[:：])/u.exec(line.slice(end))?.[0].length ?? 0;
  }
  return { ...found, controls, loose, shares, shareVerbs, rest: line.slice(skip(line, end)) };
}

const DATE_LABEL_SET: ReadonlySet<string> = new Set(DATES);

/** True for a line that is the label of a date and nothing else. */
export function isDateLabel(line: string): boolean {
  return DATE_LABEL_SET.has(lower(line.trim().replace(/\s*[:：]$/u, '')));
}

/** True for a line that is a text-size control and nothing else but, at most, a date and share labels. */
export function isTextSizeControl(line: string): boolean {
  if (line.length > 120) return false;
  const found = readFurniture(line, { monthFirst: false });
  return found.controls && found.rest === '';
}

/** True for a short line that is only a bar of share labels: two names, or one label that is nothing else. */
export function isShareBar(line: string): boolean {
  if (line.length > 120) return false;
  const found = readFurniture(line, { monthFirst: false });
  if (found.rest !== '' || found.published !== null || found.bareDate !== null || found.loose) return false;
  return found.shareVerbs > 0 ? found.shares + found.shareVerbs > 1 || line.length > 5 : found.shares > 1;
}
