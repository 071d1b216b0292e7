import TurndownService from 'turndown';
import { bodyOf, flatText, type DomElement } from './page/dom.ts';

/** Stored articles as Markdown (GitHub's dialect, for tables). */

function cell(element: DomElement, service: TurndownService): string {
  const inner = service.turndown(bodyOf(element.innerHTML).body as never);
  return inner
    .replace(/\s*\n+\s*/g, '<br>')
    .replace(/\|/g, '\\|')
    .trim();
}

function table(element: DomElement, service: TurndownService): string {
  const rows = [...element.querySelectorAll('tr')].map((row) =>
    [...row.children].filter((child) => /^t[dh]$/.test(child.localName)).map((child) => cell(child, service)),
  );
  const filled = rows.filter((row) => row.length > 0);
  const width = Math.max(0, ...filled.map((row) => row.length));
  if (width === 0) return '';
  const line = (row: readonly string[]): string => `| ${Array.from({ length: width }, (_, at) => row[at] ?? '').join(' | ')} |`;
  const [head = [], ...body] = filled;
  const caption = element.querySelector('caption');
  const title = caption === null ? '' : `${flatText(caption)}\n\n`;
  return `\n\n${title}${[line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n')}\n\n`;
}

function createService(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
  });
  service.addRule('table', { filter: 'table', replacement: (_, node) => table(node as unknown as DomElement, service) });
  service.addRule('strike', { filter: ['del', 's'] as never, replacement: (content) => (content === '' ? '' : `~~${content}~~`) });
  service.addRule('caption', {
    filter: 'figcaption' as never,
    replacement: (content) =>
      `\n\n*${content
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/(?<!\\)\*/g, '')}*\n\n`,
  });
  service.addRule('line', { filter: 'rt' as never, replacement: (content) => (content === '' ? '' : `(${content})`) });
  service.remove(['rp' as never]);
  return service;
}

/** Markdown of an article's sanitised HTML. */
export function htmlToMarkdown(html: string): string {
  if (html.trim() === '') return '';
  // The document is given, not the text: turndown's own parser needs a browser.
  const markdown = createService().turndown(bodyOf(html).body as never);
  return `${markdown.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
