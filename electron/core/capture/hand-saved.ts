import { isDateLabel, isShareBar, readFurniture, type LineFurniture } from './furniture.ts';
import { labelledSource, outletOf } from './outlet.ts';

/**
 * A news story saved by hand as plain text: the site's furniture at its start, the outlet's name at its end. Finds the metadata in them and
 * takes them off the text. Whatever may be prose stays.
 */
export interface HandSaved {
  /** The text that is left, line by line as it was. */
  readonly lines: readonly string[];
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly source: string | null;
  /** The story's own title line, already taken off `lines`; null where it has none. */
  readonly title: string | null;
  /** What was taken off, for the receipt. */
  readonly removed: readonly string[];
}

const HEAD_LINES = 16;
const TAIL_LINES = 8;
const MAX_TITLE = 160;
const FIRST_DATELINE = '1990-01-01';

interface Line {
  readonly text: string;
  readonly furniture: LineFurniture;
}

function strong(line: Line | undefined): boolean {
  if (line === undefined) return false;
  const { published, modified, controls, rest } = line.furniture;
  return controls || ((published ?? modified) !== null && rest === '');
}

function onlyFurniture(line: Line): boolean {
  const { rest, published, modified, bareDate, controls, loose, shares, shareVerbs } = line.furniture;
  return rest === '' && ((published ?? modified ?? bareDate) !== null || controls || loose || shares + shareVerbs > 0);
}

/** A line that is a day of our time and nothing else, among the first three: a dateline. An older one may be what the text is about. */
function isDateline(line: Line, at: number): boolean {
  const { bareDate, rest } = line.furniture;
  return at < 3 && rest === '' && bareDate !== null && bareDate >= FIRST_DATELINE;
}

/** Lines of the head that are furniture for certain, or hang on to such a line with nothing else between. */
function headFurniture(head: readonly Line[]): ReadonlySet<number> {
  const sure = new Set<number>();
  head.forEach((line, at) => {
    if (strong(line) || isDateline(line, at) || (onlyFurniture(line) && isShareBar(line.text))) sure.add(at);
    // The label on a line, the date on the next.
    const next = head[at + 1];
    if (isDateLabel(line.text) && next !== undefined && next.furniture.bareDate !== null && next.furniture.rest === '')
      sure.add(at).add(at + 1);
  });
  const spread = (from: number, step: 1 | -1): void => {
    for (let at = from + step; at >= 0 && at < head.length; at += step) {
      const line = head[at];
      if (line === undefined || sure.has(at) || !onlyFurniture(line)) return;
      sure.add(at);
    }
  };
  for (const at of [...sure]) {
    spread(at, 1);
    spread(at, -1);
  }
  return sure;
}

/** The rest of a line that begins with a date or a control: prose glued to it, kept. Null where the line must stay as it is. */
function gluedRest(line: Line): string | null {
  const { published, modified, controls, rest } = line.furniture;
  if (rest === '') return '';
  if (controls) return rest;
  // `Date 2023-03-09 was a bad day`: a sentence, not a label. A small letter after the date means that it goes on.
  if ((published ?? modified) !== null && !/^[\p{Ll}\p{P}]/u.test(rest)) return rest;
  return null;
}

/** A headline: short, no full stop, followed by more. */
function isTitleLine(line: string, next: string | undefined): boolean {
  if (next === undefined || line.length > MAX_TITLE || line.length < 4 || !/\p{L}/u.test(line)) return false;
  if (/[.。:;,،…]["”’»)]*$/u.test(line) || /^[-*•–—>]\s/u.test(line)) return false;
  // Without spaces between words a headline is shorter.
  if (/\p{Script=Han}/u.test(line) && line.length > 60) return false;
  return next.length > line.length && /[.!?…。！？؟:"”’»)]\s*$/u.test(next);
}

const filled = (lines: readonly string[]): number[] => lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));

/** Takes furniture, outlet and headline off a text. `monthFirst` reads `03/09/2023` the American way. */
export function cleanHandSaved(text: string, options: { monthFirst?: boolean } = {}): HandSaved {
  const monthFirst = options.monthFirst ?? false;
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\u0085\f]/).map((line) => line.trimEnd());
  const removed: string[] = [];
  let publishedAt: string | null = null;
  let modifiedAt: string | null = null;
  let source: string | null = null;
  let bareDate: string | null = null;

  const headAt = filled(lines).slice(0, HEAD_LINES);
  const head = headAt.map((at): Line => {
    const line = (lines[at] ?? '').trim();
    return { text: line, furniture: readFurniture(line, { monthFirst }) };
  });
  const sure = headFurniture(head);
  head.forEach((line, index) => {
    const at = headAt[index] ?? 0;
    const { furniture } = line;
    const labelled = isDateLabel(line.text) && sure.has(index) ? '' : null;
    const rest = labelled ?? (sure.has(index) || furniture.published !== null || furniture.modified !== null ? gluedRest(line) : null);
    if (rest === null) return;
    publishedAt ??= furniture.published;
    modifiedAt ??= furniture.modified;
    bareDate ??= furniture.bareDate;
    removed.push(rest === '' ? line.text : line.text.slice(0, line.text.length - rest.length).trim());
    lines[at] = rest;
  });
  publishedAt ??= bareDate;
  const furnished = removed.length > 0;

  const tail = filled(lines);
  for (let step = 0; step < TAIL_LINES && tail.length > (furnished ? 1 : 2); step++) {
    const at = tail[tail.length - 1] ?? 0;
    const line = (lines[at] ?? '').trim();
    const before = (lines[tail[tail.length - 2] ?? 0] ?? '').trim();
    const share: boolean = isShareBar(line) && (furnished || source !== null || step === 0);
    const name: string | null = source === null && !share ? (labelledSource(line) ?? outletOf(line, before, furnished)) : null;
    if (!share && name === null) break;
    source ??= name;
    removed.push(line);
    lines[at] = '';
    tail.pop();
  }

  const left = filled(lines);
  const first = (lines[left[0] ?? 0] ?? '').trim();
  let title: string | null = null;
  if (left.length > 1 && isTitleLine(first, lines[left[1] ?? 0]?.trim())) {
    title = first.replace(/^#{1,6}\s+/, '');
    lines[left[0] ?? 0] = '';
  }
  return { lines, publishedAt, modifiedAt, source, title, removed };
}
