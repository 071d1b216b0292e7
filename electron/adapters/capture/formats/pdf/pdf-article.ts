import { normaliseDate } from '../../../../core/capture/dates.ts';
import { languageOf } from '../../../../core/capture/language.ts';
import { escapeHtml } from '../../../../core/capture/plain-text.ts';
import { titleFromText } from '../../../../core/capture/sentences.ts';
import { PAGE_WORDS } from './page-words.table.ts';
import type { PdfText } from './protocol.ts';

/** What was read out of a PDF, as an article. */

export interface PdfArticle {
  readonly title: string;
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly html: string;
  readonly text: string;
  /** Signs that the text is not whole, as sentences. */
  readonly missing: readonly string[];
}

/** `D:20230309120000+01'00'` (ISO 32000-1, 7.9.4) in the form that other dates have. */
export function pdfDate(value: string | null): string | null {
  const match = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?\s*(?:(Z)|([+-]\d{2})'?(\d{2})?)?/.exec(value ?? '');
  if (match === null) return normaliseDate(value);
  const [, year = '', month = '01', day = '01', hour, minute, second = '00', utc, offset, minutes = '00'] = match;
  const zone = utc !== undefined ? 'Z' : offset === undefined ? '' : `${offset}:${minutes}`;
  return normaliseDate(
    hour === undefined || minute === undefined ? `${year}-${month}-${day}` : `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`,
  );
}

/** What programs write into the title when nobody did: the name of a file or of the program. */
const NO_TITLE =
  /^(?:untitled|title|document\d*|microsoft word|powerpoint|slide 1|scan(?:ned)?|print|about:blank)\b|^(?:microsoft (?:word|powerpoint|excel) - )|\.(?:docx?|pdf|indd|qxd|tex|dvi|rtf|odt|pages|pptx?|xlsx?|html?)$|[\\/].*[\\/]/i;

function cleanTitle(title: string | null): string | null {
  const text = title?.replace(/\s+/gu, ' ').trim() ?? '';
  return text.length < 3 || NO_TITLE.test(text) || !/\p{L}{2}/u.test(text) ? null : text.slice(0, 500);
}

const stem = (name: string): string =>
  name
    .replace(/\.pdf$/i, '')
    .replaceAll('_', ' ')
    .trim();

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The pages without a first heading that only repeats the title: the window shows that above the text. */
function withoutTitle(pages: PdfText['pages'], title: string): PdfText['pages'] {
  const [first, ...rest] = pages;
  const [block, ...others] = first ?? [];
  return block?.kind === 'heading' && letters(block.text) === letters(title) ? [others, ...rest] : pages;
}

function missingOf({ pages, pageCount }: PdfText): string[] {
  const empty = pages.filter((blocks) => blocks.length === 0).length;
  const signs: string[] = [];
  if (pages.length > 0 && empty === pages.length)
    signs.push('This PDF holds pictures of its pages and no text. It is kept, but it can be found by its title only.');
  else if (empty > 0) signs.push(`${String(empty)} of ${String(pageCount)} pages of the PDF hold no text.`);
  if (pages.length < pageCount)
    signs.push(`Only the first ${String(pages.length)} of ${String(pageCount)} pages were read. The PDF itself is whole.`);
  return signs;
}

/** `name` is the file's, for a title where the PDF has none. */
export function pdfArticle(pdf: PdfText, name: string): PdfArticle {
  const first = pdf.pages.flat()[0];
  const heading = pdf.pages
    .find((blocks) => blocks.length > 0)
    ?.slice(0, 4)
    .find((block) => block.kind === 'heading')?.text;
  const title =
    cleanTitle(pdf.title) ??
    cleanTitle(heading ?? null) ??
    (stem(name) === '' ? null : stem(name)) ??
    (first === undefined ? null : titleFromText(first.text)) ??
    name;
  const pages = withoutTitle(pdf.pages, title);
  const text = pages
    .flat()
    .map((block) => block.text)
    .join('\n')
    .normalize('NFC');
  const lang = languageOf(pdf.lang === null ? [] : [pdf.lang], text);
  const words = PAGE_WORDS[lang?.split('-', 1)[0] ?? ''] ?? 'Page #';
  const many = pdf.pageCount > 1;
  const html = pages
    .map((blocks, at) => {
      const number = String(at + 1);
      // A link into the article may name a page.
      const heading = many ? `<h2 id="ref-page-${number}">${words.replace('#', number)}</h2>\n` : '';
      return (
        heading +
        blocks
          .map((block) => (block.kind === 'heading' ? `<h3>${escapeHtml(block.text)}</h3>` : `<p>${escapeHtml(block.text)}</p>`))
          .join('\n')
      );
    })
    .filter((page) => page !== '')
    .join('\n');
  return {
    title,
    byline:
      pdf.author !== null && pdf.author.length < 300 && !/^(?:user|admin(?:istrator)?|owner|unknown|author)$/i.test(pdf.author)
        ? pdf.author
        : null,
    publishedAt: pdfDate(pdf.created),
    modifiedAt: pdfDate(pdf.modified),
    html,
    text,
    missing: missingOf(pdf),
  };
}
