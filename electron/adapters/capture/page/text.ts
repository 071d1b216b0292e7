import { bodyOf, isElement, TEXT, type DomNode } from './dom.ts';

/** Plain text of sanitised HTML: one block a line, as it would be read aloud; no blank lines. */

// prettier-ignore
const BLOCK: ReadonlySet<string> = new Set(['p', 'div', 'section', 'article', 'aside', 'header', 'footer', 'main', 'address', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hgroup', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'figure', 'figcaption', 'details', 'summary', 'hr', 'body']);
/** Readings above characters would stand between them and break every phrase. */
const SKIPPED: ReadonlySet<string> = new Set(['rt', 'rp', 'rtc', 'col', 'colgroup']);

export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = '';
  const end = (preformatted = false): void => {
    const text = preformatted ? line.trimEnd() : line.replace(/[ \u00a0]+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const walk = (node: DomNode, preformatted: boolean): void => {
    if (node.nodeType === TEXT) {
      if (!preformatted) {
        line += node.textContent.replace(/\u00ad/g, '').replace(/\s+/gu, ' ');
        return;
      }
      const [first = '', ...rest] = node.textContent.split('\n');
      line += first;
      for (const part of rest) {
        if (line.trim() !== '') lines.push(line.trimEnd());
        line = part;
      }
      return;
    }
    if (!isElement(node)) return;
    const name = node.localName;
    if (SKIPPED.has(name)) return;
    if (name === 'br') return end(preformatted);
    if (name === 'td' || name === 'th') line += line === '' ? '' : '\t';
    const block = BLOCK.has(name);
    if (block) end();
    for (const child of node.childNodes) walk(child, preformatted || name === 'pre');
    if (block) end(name === 'pre');
  };
  walk(bodyOf(html).body, false);
  end();
  return lines.join('\n').normalize('NFC');
}
