import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { escapeHtml } from '../../../core/capture/plain-text.ts';
import type { ParsedTree } from './parse.ts';

/** For pages beyond the caps: the text blocks of the whole page, without formatting, found in one pass that cannot hang. */

const OUTSIDE: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'nav',
  'footer',
  'aside',
  'form',
  'noscript',
  'svg',
  'iframe',
  'video',
  'audio',
]);
// prettier-ignore
const BLOCK: ReadonlySet<string> = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'figure', 'figcaption', 'body', 'html', 'br', 'hr']);
const MAX_TEXT = 2_000_000;
/** Characters. */
const TOO_LITTLE = 160;

interface Found {
  text: string;
  links: number;
}

/**
 * Blocks of running text as paragraphs; lists of links are left out, and with them short lines, unless `wholeWhereShort` and next to
 * nothing else is there.
 */
export function extractPlain({ tree }: ParsedTree, wholeWhereShort = false): string {
  const blocks: Found[] = [];
  let current: Found = { text: '', links: 0 };
  let total = 0;
  const end = (): void => {
    const text = current.text.replace(/\s+/gu, ' ').trim();
    if (text !== '') blocks.push({ text, links: current.links });
    current = { text: '', links: 0 };
  };
  type Step = { node: Tree.ChildNode; link: boolean } | 'end';
  const open: Step[] = tree.childNodes.map((node) => ({ node, link: false })).reverse();
  for (let step = open.pop(); step !== undefined && total < MAX_TEXT; step = open.pop()) {
    if (step === 'end') {
      end();
      continue;
    }
    const { node, link } = step;
    if (node.nodeName === '#text') {
      const { value } = node as Tree.TextNode;
      current.text += value;
      total += value.length;
      if (link) current.links += value.trim().length;
      continue;
    }
    if (!('tagName' in node) || OUTSIDE.has(node.tagName)) continue;
    if (BLOCK.has(node.tagName)) {
      end();
      open.push('end');
    }
    const inLink = link || node.tagName === 'a';
    for (let at = node.childNodes.length - 1; at >= 0; at--) {
      const child = node.childNodes[at];
      if (child !== undefined) open.push({ node: child, link: inLink });
    }
  }
  end();
  const own = blocks.filter(({ text, links }) => links < text.length * 0.6);
  const running = own.filter(({ text }) => text.length > 25 || /[.!?。！？]$/u.test(text));
  // Verse, lists and tables are all short lines: better with labels than nothing.
  const short = wholeWhereShort && running.reduce((sum, { text }) => sum + text.length, 0) < TOO_LITTLE;
  return (short ? own : running).map(({ text }) => `<p>${escapeHtml(text)}</p>`).join('\n');
}
