import TurndownService from 'turndown';
import { bodyOf, flatText, type DomElement } from './page/dom.ts';

/** Stored articles as Markdown (GitHub's dialect, for tables). */

/** Turndown as it is used here: its own types ask for a browser's elements. */
interface MarkdownService {
  turndown(node: DomElement): string;
  addRule(name: string, rule: { filter: string | readonly string[]; replacement: (content: string, node: DomElement) => string }): void;
  remove(names: readonly string[]): void;
}

function cell(element: DomElement, service: MarkdownService): string {
  const inner = service.turndown(bodyOf(element.innerHTML).body);
  return inner
    .replace(/\s*\n+\s*/g, '<br>')
    .replace(/\|/g, '\\|')
    .trim();
}

function table(element: DomElement, service: MarkdownService): string {
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.children].filter((child) => /^t[dh]$/.test(child.localName)).map((child) => cell(child, service)),
  );
  const filled = rows.filter((row) => row.length > 0);
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (width === 0) return '';
  const line = (row: readonly string[]): string => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const [head = [], ...body] = filled;
  const heading = element.querySelector('caption');
  const title = heading === null ? '' : `${flatText(heading)}\n\n`;
  return `\n\n${title}${[line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n')}\n\n`;
}

function createService(): MarkdownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
  }) as unknown as MarkdownService;
  service.addRule('table', { filter: 'table', replacement: (_, node) => table(node, service) });
  service.addRule('strike', { filter: ['del', 's'], replacement: (content) => (content === '' ? '' : `~~${content}~~`) });
  service.addRule('caption', { filter: 'figcaption', replacement: caption });
  service.addRule('reading', { filter: 'rt', replacement: (content) => (content === '' ? '' : `(${content})`) });
  service.remove(['rp']);
  return service;
}

function caption(content: string): string {
  const text = content
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<!\\)\*/g, '');
  return text === '' ? '' : `\n\n*${text}*\n\n`;
}

/** Markdown of an article's sanitised HTML. */
export function htmlToMarkdown(html: string): string {
  if (html.trim() === '') return '';
  // The document is given, not the text: turndown's own parser needs a browser.
  const markdown = createService().turndown(bodyOf(html).body);
  return `${markdown.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
