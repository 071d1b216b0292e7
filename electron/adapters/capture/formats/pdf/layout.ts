import type { PdfBlock } from './protocol.ts';

/** Lines and paragraphs of a PDF page, which itself knows only pieces of text and where they stand. Lengths are PDF points. */

export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Upwards from the bottom of the page. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly rtl: boolean;
  /** The writer of the file ends a line here. */
  readonly ends: boolean;
}

export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Words that stand apart are apart, though no blank is written between them. */
function joinPieces(pieces: readonly Piece[], rtl: boolean): string {
  let text = '';
  let last: Piece | null = null;
  for (const piece of pieces) {
    if (piece.text.trim() !== '') {
      const gap: number = last === null ? 0 : rtl ? last.x - (piece.x + piece.width) : piece.x - (last.x + last.width);
      if (last !== null && gap > last.size * 0.2) text += ' ';
      last = piece;
    }
    text += piece.text;
  }
  return text;
}

function lineOf(pieces: readonly Piece[]): Line {
  const solid = pieces.filter(({ text }) => text.trim() !== '');
  const rtl = solid.filter((piece) => piece.rtl).length * 2 > solid.length;
  // Arabic and Hebrew stand from right to left; files have their pieces in either order.
  const ordered = rtl ? [...pieces].sort((a, b) => b.x - a.x) : pieces;
  const sizes = solid.map(({ size }) => size).sort((a, b) => a - b);
  return {
    text: joinPieces(ordered, rtl).replace(/\s+/gu, ' ').trim(),
    x: Math.min(...solid.map(({ x }) => x)),
    right: Math.max(...solid.map(({ x, width }) => x + width)),
    y: solid[0]?.y ?? 0,
    size: sizes[Math.floor(sizes.length / 2)] ?? 0,
  };
}

/** The lines of a page, in the order of the file. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  let current: Piece[] = [];
  const end = (): void => {
    if (current.some(({ text }) => text.trim() !== '')) lines.push(lineOf(current));
    current = [];
  };
  for (const piece of pieces) {
    const last = current.findLast(({ text }) => text.trim() !== '');
    if (last !== undefined && piece.text.trim() !== '') {
      const apart = Math.abs(piece.y - last.y) > Math.max(piece.size, last.size) * 0.5;
      // Back to the left on the same height: another column.
      const back = !piece.rtl && piece.x + piece.width < (current[0]?.x ?? 0);
      if (apart || back) end();
    }
    current.push(piece);
    if (piece.ends) end();
  }
  end();
  return lines;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Size of the running text: that of most letters. */
export function textSize(pages: readonly (readonly Line[])[]): number {
  const letters = new Map<number, number>();
  for (const line of pages.flat()) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** What tells a running head from text: the same words at the same end of many pages, whatever number stands in them. */
const headKey = (line: Line): string => line.text.toLowerCase().replace(/[\p{Nd}]+/gu, '#');

/** Takes page numbers and running heads off: lines at the top or the bottom that come again on most pages. */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): Line[][] {
  const counts = new Map<string, number>();
  // Two lines at each end; the order of a file is not always that of the page.
  const ends = pages.map((lines) => {
    const sorted = [...lines].sort((a, b) => b.y - a.y);
    return new Set([...sorted.slice(0, 2), ...sorted.slice(-2)]);
  });
  for (const lines of ends) for (const key of new Set([...lines].map(headKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const full = pages.filter((lines) => lines.length > 0).length;
  const isHead = (line: Line): boolean => {
    const count = counts.get(headKey(line)) ?? 0;
    // Left and right pages may have heads of their own.
    return count >= 3 && count * 2.5 >= full && line.text.length < 160;
  };
  return pages.map((lines, at) =>
    lines.length > 3 || full > 3 ? lines.filter((line) => !(ends[at]?.has(line) === true && isHead(line))) : [...lines],
  );
}

const ENDS_SENTENCE = /[.!?:…。！？؟۔]["'”’»)\]]*$/u;

function joined(before: string, after: string): string {
  if (/\u00ad$/.test(before)) return before.slice(0, -1) + after;
  // A word that was cut at the end of its line; compounds (`well-` `known`) are taken for one now and then.
  if (/\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after)) return before.slice(0, -1) + after;
  if (CJK.test(before.at(-1) ?? '') && CJK.test(after[0] ?? '')) return before + after;
  return `${before} ${after}`;
}

/** True where `next` begins a paragraph of its own after `last`; `left` and `right` are the edges of the lines so far. */
function breaks(last: Line, next: Line, block: { left: number; right: number }, leading: number): boolean {
  if (Math.abs(next.size - last.size) > last.size * 0.12) return true;
  const gap = last.y - next.y;
  if (gap > leading * 1.4) return true;
  // Up again: the next column. The sentence may go on there.
  if (gap < -leading) return ENDS_SENTENCE.test(last.text);
  const indent = next.x - block.left;
  if (indent > last.size * 0.8 && indent < last.size * 8 && last.x - block.left < last.size * 0.8) return true;
  return ENDS_SENTENCE.test(last.text) && last.right < block.right - (block.right - block.left) * 0.15;
}

/** Paragraphs and headings of one page. `body` is the size of the document's running text. */
export function blocksOf(lines: readonly Line[], body: number): PdfBlock[] {
  const gaps = lines
    .slice(1)
    .map((line, at) => (lines[at]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0 && gap < body * 4);
  const leading = Math.max(median(gaps), body);
  const right = Math.max(0, ...lines.map((line) => line.right));
  const blocks: PdfBlock[] = [];
  let open: Line[] = [];
  const end = (): void => {
    const [first] = open;
    if (first === undefined) return;
    const text = open
      .slice(1)
      .reduce((all, line) => joined(all, line.text), first.text)
      .replace(/\u00ad/g, '')
      .trim();
    const heading = first.size > body * 1.15 && text.length < 200;
    if (text !== '') blocks.push({ kind: heading ? 'heading' : 'paragraph', text });
    open = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    const left = Math.min(...open.map(({ x }) => x));
    const width = open.length > 1 ? Math.max(...open.map((one) => one.right)) : right;
    if (last !== undefined && breaks(last, line, { left, right: width }, leading)) end();
    open.push(line);
  }
  end();
  return blocks;
}
