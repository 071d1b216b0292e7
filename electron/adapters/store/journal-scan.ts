import { decodeLine, mendLine, type JournalLine } from './journal-line.ts';

/** What a journal file holds. */
export interface ScannedFile {
  readonly lines: readonly { readonly line: JournalLine; readonly bytes: Buffer }[];
  /** Bytes up to which the file is whole, from its start. */
  readonly wholeBytes: number;
  /** The file ends in a write that was cut off: it was never acknowledged. */
  readonly torn: boolean;
  /** Lines that were damaged and are lost. */
  readonly lost: number;
  /** Lines that were damaged in a way that could be mended (one wrong bit, a line feed gone wrong). */
  readonly mended: number;
}

const LINE_FEED = 0x0a;
/** What a power cut leaves where the file's length reached the disk and its bytes did not. */
const ZEROS = Buffer.alloc(8);
/** The start of a line. Inside a record it cannot occur: there the quotes would be escaped. */
const START = /[0-9a-f]{8} \{"q":\d+,"o":\[/g;

/**
 * Reads a journal file line by line. Good lines after a bad one still count. A bad end of the newest file is a cut-off write where it
 * has no line feed or is full of zeros; anything else was once acknowledged and is damage.
 *
 * @param newest true for the file that was written last
 */
export function scanJournalFile(bytes: Buffer, newest: boolean): ScannedFile {
  const lines: { line: JournalLine; bytes: Buffer }[] = [];
  let wholeBytes = 0;
  let lost = 0;
  let mended = 0;
  let whole = true;
  // The bad bytes since the last good line: damage as soon as a good line follows.
  let badSince = -1;
  let badHere = 0;
  /** The bad part just before: a wrong bit may have made a line feed in the middle of a line. */
  let badPart: { start: number; pieces: number } | null = null;

  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    const part = bytes.subarray(start, end);
    const line = feed < 0 ? null : decodeLine(part);
    const found = line ? [{ line, bytes: part }] : mend(part, feed >= 0);
    const pieces = line ? 1 : startsIn(part).length || 1;
    if (found.length === 0 && badPart && feed >= 0) {
      const joined = mendLine(bytes.subarray(badPart.start, end));
      if (joined) {
        found.push(joined);
        badHere -= badPart.pieces;
        if (badHere === 0) badSince = -1;
      }
    }
    badPart = found.length === 0 ? { start, pieces } : null;
    if (found.length > 0) {
      if (badSince >= 0) lost += badHere;
      badSince = -1;
      badHere = 0;
      lines.push(...found);
    }
    if (!line) {
      mended += found.length;
      whole = false;
      if (found.length < pieces) {
        if (badSince < 0) badSince = start;
        badHere += pieces - found.length;
      }
    } else if (whole) {
      wholeBytes = end + 1;
    }
    start = end + 1;
  }

  const rest = badSince < 0 ? null : bytes.subarray(badSince);
  const torn = rest !== null && newest && (rest.indexOf(LINE_FEED) < 0 || rest.includes(ZEROS));
  return { lines, wholeBytes, torn, lost: torn ? lost : lost + badHere, mended };
}

function startsIn(part: Buffer): number[] {
  return [...part.toString('latin1').matchAll(START)].map((match) => match.index);
}

/**
 * Lines that ran together because the line feed between them is another byte now, or is missing at the end of the file; or the line that
 * has one wrong bit, where its end was written.
 */
function mend(part: Buffer, ended: boolean): { line: JournalLine; bytes: Buffer }[] {
  const starts = startsIn(part);
  const found = starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? part.length;
    for (const stop of [end, end - 1]) {
      const bytes = part.subarray(start, stop);
      const line = decodeLine(bytes);
      if (line) return [{ line, bytes }];
    }
    return [];
  });
  const mended = found.length === 0 && starts.length < 2 && ended ? mendLine(part) : null;
  return mended ? [mended] : found;
}
