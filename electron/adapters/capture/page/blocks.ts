import { ELEMENT, flatText, isElement, TEXT, type DomDocument, type DomElement, type DomNode } from './dom.ts';

/**
 * Cuts a page into blocks of text: the smallest boxes that hold words and no other box. Words that stand beside boxes, and paragraphs that are
 * only parted by two line breaks, get a paragraph of their own first. Every block carries its number in `BLOCK_MARK`, by which it is found again in what
 * an extractor made of the page.
 */
export const BLOCK_MARK = 'data-offprint-block';

export interface Block {
  readonly element: DomElement;
  /** With runs of white space as one blank. */
  readonly text: string;
  /** Letters and digits only, in lower case: what is compared. */
  readonly key: string;
  /** Characters of the text that are links. */
  readonly linked: number;
}

// prettier-ignore
const BOXES: ReadonlySet<string> = new Set(['address', 'article', 'aside', 'blockquote', 'body', 'button', 'caption', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'legend', 'li', 'main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul']);
/** No text of the page, whatever they hold. */
const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'head', 'svg', 'iframe', 'video', 'audio', 'math-input']);
/** Where a paragraph of its own would not be read as one, or must not stand. */
const NO_PARAGRAPHS: ReadonlySet<string> = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'menu',
  'dir',
  'hgroup',
  'colgroup',
]);
const HOLDERS = /^(?:h[1-6]|pre|figcaption|caption|dt|legend|summary|button)$/;

export const blockKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A table of figures and words, not one that a page is laid out with. */
function isDataTable(table: DomElement): boolean {
  const rows = table.querySelectorAll('tr').length;
  if (rows < 2 || table.querySelector('table, p, h1, h2, h3, h4, ul, ol, div, article, br + br') !== null) return false;
  const cells = table.querySelectorAll('td, th').length;
  return cells > rows && table.textContent.length / cells < 200;
}

const isBreak = (node: DomNode): boolean => isElement(node) && node.localName === 'br';
const isBlank = (node: DomNode): boolean => node.nodeType === TEXT && node.textContent.trim() === '';

/** Wraps runs of inline nodes in paragraphs. `boxes` are the children that are boxes or hold one. */
function wrapRuns(document: DomDocument, parent: DomElement, boxes: ReadonlySet<DomNode>): DomElement[] {
  const made: DomElement[] = [];
  let run: DomNode[] = [];
  let breaks = 0;
  const end = (): void => {
    while (run.length > 0 && (isBreak(run[run.length - 1] as DomNode) || isBlank(run[run.length - 1] as DomNode))) run.pop();
    const [first] = run;
    if (first !== undefined && run.some((node) => node.textContent.trim() !== '')) {
      const paragraph = document.createElement('p');
      const mark = document.createElement('i');
      (first as DomElement).replaceWith(mark);
      paragraph.append(...run);
      mark.replaceWith(paragraph);
      made.push(paragraph);
    }
    run = [];
    breaks = 0;
  };
  for (const node of [...parent.childNodes]) {
    if (boxes.has(node)) {
      end();
      continue;
    }
    if (isBreak(node)) {
      breaks++;
      if (breaks >= 2) end();
    } else if (!isBlank(node)) breaks = 0;
    if (run.length > 0 || !(isBreak(node) || isBlank(node))) run.push(node);
  }
  end();
  return made;
}

/** Two breaks in a row, nothing but white space between them. */
function hasDoubleBreak(element: DomElement): boolean {
  let seen = false;
  for (const node of element.childNodes) {
    if (isBreak(node)) {
      if (seen) return true;
      seen = true;
    } else if (!isBlank(node)) seen = false;
  }
  return false;
}

/** Marks every block of the document's body, in document order. Changes the document: see above. */
export function markBlocks(document: DomDocument): Block[] {
  const blocks: Block[] = [];
  const add = (element: DomElement, inLink: boolean): void => {
    const text = flatText(element);
    if (text === '') return;
    const key = blockKey(text);
    if (key === '') return;
    let linked = 0;
    if (inLink) linked = text.length;
    else for (const anchor of element.querySelectorAll('a')) linked += flatText(anchor).length;
    element.setAttribute(BLOCK_MARK, String(blocks.length));
    blocks.push({ element, text, key, linked: Math.min(linked, text.length) });
  };
  /** True where the element is a box or holds one. */
  const holdsBox = new Map<DomElement, boolean>();
  const measure = (element: DomElement): boolean => {
    let inner = false;
    for (const child of element.childNodes) {
      if (child.nodeType === ELEMENT && !SKIPPED.has((child as DomElement).localName) && measure(child as DomElement)) inner = true;
    }
    holdsBox.set(element, inner);
    return inner || BOXES.has(element.localName);
  };
  measure(document.body);
  const visit = (element: DomElement, inLink: boolean): void => {
    const name = element.localName;
    if (SKIPPED.has(name)) return;
    if (name === 'pre' || (name === 'table' && isDataTable(element))) return add(element, inLink);
    const inner = holdsBox.get(element) ?? false;
    const link = inLink || name === 'a';
    if (!inner && (HOLDERS.test(name) || !hasDoubleBreak(element))) return add(element, inLink);
    const boxes = new Set<DomNode>();
    for (const child of element.childNodes) {
      if (isElement(child) && (BOXES.has(child.localName) || holdsBox.get(child) === true || SKIPPED.has(child.localName)))
        boxes.add(child);
    }
    const made = NO_PARAGRAPHS.has(name) ? [] : wrapRuns(document, element, boxes);
    if (name === 'p' && made.length > 0) {
      // A paragraph cannot hold others.
      const parts = [...element.childNodes];
      element.replaceWith(...parts);
      for (const part of parts) if (isElement(part)) visit(part, inLink);
      return;
    }
    for (const child of [...element.children]) visit(child, link);
  };
  visit(document.body, false);
  return blocks;
}
