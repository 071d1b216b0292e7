import type { Selected } from './select.ts';

/** Characters that Markdown would take for its own. */
const SPECIAL = /[\\`*_[\]<>#|~]/g;

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().replace(SPECIAL, '\\$&');
const quoteLines = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(
      (line) =>
        `> ${line
          .replace(SPECIAL, '\\$&')
          .replace(/^(\d+)([.)])/, '$1\\$2')
          .replace(/^([+-])(?=\s)/, '\\$1')}`,
    )
    .join('\n>\n');

/**
 * Highlights as Markdown (CommonMark): a heading and a line about each article, a quotation for each highlight, below it its note and its
 * tags. `nameOf` gives the name of a tag, null where it is no longer there.
 */
export function highlightsMarkdown(selected: readonly Selected[], nameOf: (tagId: string) => string | null): string {
  const byArticle = new Map<string, Selected[]>();
  for (const one of selected) {
    const list = byArticle.get(one.article.id) ?? [];
    list.push(one);
    byArticle.set(one.article.id, list);
  }
  const parts: string[] = [];
  for (const list of byArticle.values()) {
    const article = list[0]?.article;
    if (!article) continue;
    const { title, byline, source, publishedAt, url } = article;
    const from = url === null ? plain(source) : `[${plain(source)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    const about = [byline === null ? null : plain(byline), from, publishedAt?.slice(0, 10) ?? null].filter(
      (part) => part !== null && part !== '',
    );
    parts.push(`# ${plain(title)}`, about.join(' · '));
    for (const { highlight } of list) {
      const tags = highlight.tags.flatMap((id) => nameOf(id) ?? []);
      const facts = [
        highlight.color,
        highlight.createdAt.slice(0, 10),
        ...(highlight.orphan ? ['no longer in the article'] : []),
        ...tags.map((name) => `#${plain(name).replace(/\s+/g, '-')}`),
      ];
      parts.push(quoteLines(highlight.exact));
      if (highlight.note !== null) parts.push(highlight.note.trim());
      parts.push(`*${facts.join(' · ')}*`);
    }
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}
