import type { CapturedArticle } from '../capture/types.ts';

/**
 * `article.html`: a whole document that any browser opens from disk, in a folder two below `content/`. The sanitised body stands between
 * two comments; a sanitised body holds no comments, so that the first and the last of them are these.
 */
const BODY_START = '<!--offprint:body-->';
const BODY_END = '<!--/offprint:body-->';
/** From `content/<seg>/<id>/` to the library. */
const TO_LIBRARY = '../../../';
const IMAGE_FILE = 'images/[0-9a-f]{2}/[0-9a-z]+\\.[0-9a-z]+';

const STYLE = [
  ':root{color-scheme:light dark}',
  'body{max-width:66ch;margin:2rem auto;padding:0 1rem;font:1.125rem/1.6 Georgia,"Noto Serif",serif}',
  'h1{line-height:1.25}',
  'header p{opacity:.75}',
  'img{max-width:100%;height:auto}',
  'figure{margin:1.5rem 0}',
  'figcaption{font-size:.875em;opacity:.75}',
  'pre,table{overflow-x:auto;max-width:100%}',
  'blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid}',
].join('');

type Document = Pick<
  CapturedArticle,
  'title' | 'byline' | 'source' | 'publishedAt' | 'modifiedAt' | 'url' | 'canonicalUrl' | 'lang' | 'dir' | 'bodyHtml'
>;

/** A document of the bare words of an article whose own is missing. */
export function documentOfText(article: Omit<Document, 'bodyHtml'> & { savedAt: string }, text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return articleDocument({ ...article, bodyHtml: lines.map((line) => `<p>${escapeText(line)}</p>`).join('\n') }, article.savedAt);
}

/** The document of a captured article. `savedAt` is ISO 8601. */
export function articleDocument(article: Document, savedAt: string): string {
  const { title, byline, source, publishedAt, modifiedAt, url, canonicalUrl, lang, dir } = article;
  const address = canonicalUrl ?? url;
  const meta = (name: string, value: string | null): string =>
    value === null ? '' : `<meta name="${name}" content="${escapeAttribute(value)}">\n`;
  const line = [
    byline === null ? '' : escapeText(byline),
    url === null ? escapeText(source) : `<a href="${escapeAttribute(url)}">${escapeText(source)}</a>`,
    publishedAt === null ? '' : `<time datetime="${escapeAttribute(publishedAt)}">${escapeText(publishedAt.slice(0, 10))}</time>`,
  ].filter((part) => part !== '');
  return `<!doctype html>
<html${lang === null ? '' : ` lang="${escapeAttribute(lang)}"`} dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
${meta('author', byline)}${meta('source', source)}${meta('date', publishedAt)}${meta('last-modified', modifiedAt)}${meta('saved', savedAt)}${
    address === null ? '' : `<link rel="canonical" href="${escapeAttribute(address)}">\n`
  }<style>${STYLE}</style>
</head>
<body>
<article>
<header>
<h1 dir="auto">${escapeText(title)}</h1>
<p>${line.join(' · ')}</p>
</header>
${BODY_START}
${withImages(article.bodyHtml, '', TO_LIBRARY)}
${BODY_END}
</article>
</body>
</html>
`;
}

/** The sanitised body of a stored document; image sources begin with `imageBase` (`/` in a window, empty for paths in the library). */
export function bodyOf(document: string, imageBase: string): string {
  const start = document.indexOf(BODY_START);
  const end = document.lastIndexOf(BODY_END);
  if (start < 0 || end < start) return '';
  return withImages(document.slice(start + BODY_START.length, end).trim(), TO_LIBRARY, imageBase);
}

/** The document as it stands in `versions/<n>/` of its article's folder, two folders further from the images. */
export function asVersion(document: string): string {
  return withImages(document, TO_LIBRARY, `../../${TO_LIBRARY}`);
}

/** The other way about. */
export function asCurrent(document: string): string {
  return withImages(document, `../../${TO_LIBRARY}`, TO_LIBRARY);
}

/** Language and direction the document declares. */
export function languageOf(document: string): { lang: string | null; dir: 'ltr' | 'rtl' } {
  const tag = /<html\b[^>]*>/i.exec(document)?.[0] ?? '';
  return { lang: /\blang="([^"]+)"/.exec(tag)?.[1] ?? null, dir: /\bdir="rtl"/.test(tag) ? 'rtl' : 'ltr' };
}

/** Exchanges the start of every image path, inside tags only: text that looks like a tag is escaped. */
function withImages(html: string, from: string, to: string): string {
  const path = new RegExp(`(\\s(?:src|poster|href)=")${from.replaceAll('.', '\\.')}(${IMAGE_FILE}")`, 'g');
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(path, `$1${to}$2`));
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}
