import './globals.ts';
import { getDocument, PasswordException, type PDFDocumentProxy } from 'unpdf/pdfjs';
import { blocksOf, linesOf, textSize, withoutRunningHeads, type Line, type Piece } from './layout.ts';
import type { PdfResult } from './protocol.ts';

/** Text and metadata of a PDF, by PDF.js. Runs inside the disposable worker: nothing is drawn, nothing is fetched, no script of the file runs. */

/** More than any book; what comes after it is said to be missing. */
const MAX_PAGES = 3000;
/** Characters of all pages together. */
const MAX_TEXT = 10_000_000;

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replaceAll('\0', '').trim() : null;

async function linesOfPage(document: PDFDocumentProxy, number: number): Promise<Line[]> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item): Piece[] => {
    if (!('str' in item)) return [];
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height, rtl: item.dir === 'rtl', ends: item.hasEOL }];
  });
  page.cleanup();
  return linesOf(pieces);
}

export async function readPdf(bytes: Uint8Array): Promise<PdfResult> {
  let document: PDFDocumentProxy;
  try {
    document = await getDocument({
      data: bytes,
      verbosity: 0,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      stopAtErrors: false,
    }).promise;
  } catch (error) {
    return { kind: error instanceof PasswordException || (error as Error).name === 'PasswordException' ? 'locked' : 'damaged' };
  }
  const meta = await document.getMetadata().catch(() => null);
  const info = (meta?.info ?? {}) as Record<string, unknown>;
  const lines: Line[][] = [];
  let length = 0;
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES) && length < MAX_TEXT; number++) {
    // A page that is broken is a page without text; the others still count.
    const found = await linesOfPage(document, number).catch(() => []);
    length += found.reduce((sum, line) => sum + line.text.length, 0);
    lines.push(found);
  }
  const clean = withoutRunningHeads(lines);
  const body = textSize(clean);
  return {
    kind: 'text',
    title: text(meta?.metadata?.get('dc:title')) ?? text(info['Title']),
    author: text(info['Author']),
    created: text(info['CreationDate']),
    modified: text(info['ModDate']),
    lang: text(info['Language']),
    pages: clean.map((page) => blocksOf(page, body)),
    pageCount: document.numPages,
  };
}
