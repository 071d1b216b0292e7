import type { ArticleDetail, ArticleJson, Receipt } from '../../contract/entities.ts';
import type { ArticleRecord } from '../domain/records.ts';
import { bodyOf } from './article-document.ts';
import type { Context, Handlers } from './context.ts';
import { articleOf } from './mutate.ts';
import { collectionsOf, tagsOf } from './names.ts';
import { rowOf } from './rows.ts';

/** One article in full: for the details pane, for a program, as Markdown. */
export function articleMethods(context: Context): Handlers<'articles.get' | 'articles.json' | 'articles.markdown'> {
  const { store, content, toMarkdown } = context.deps;
  return {
    'articles.get': async ({ id }): Promise<ArticleDetail> => {
      const record = await articleOf(context, id);
      return {
        ...rowOf(record, store.library),
        canonicalUrl: record.canonicalUrl,
        modifiedAt: record.modifiedAt,
        edited: [...record.edited],
        ...(record.otherUrls && { otherUrls: [...record.otherUrls] }),
        ...(record.why && { why: [...record.why] }),
        position: record.position,
        ...(record.look && { look: record.look }),
        fullReceipt: await receiptOf(context, id),
        folder: content.folderOf(id),
        ...('original.pdf' in record.files ? { original: 'original.pdf' as const } : {}),
      };
    },
    'articles.json': async ({ ids }) => {
      const articles: ArticleJson[] = [];
      for (const record of await store.getMany(ids)) articles.push(await articleJson(context, record));
      return { articles };
    },
    'articles.markdown': async ({ id }) => {
      const record = await articleOf(context, id);
      return { markdown: `${heading(record)}${await toMarkdown(bodyOf(await content.readHtml(id), ''))}\n` };
    },
  };
}

/** What the command line prints for an article. */
export async function articleJson(context: Context, record: ArticleRecord, existing?: boolean): Promise<ArticleJson> {
  const { library } = context.deps.store;
  return {
    id: record.id,
    title: record.title,
    url: record.url,
    source: record.source,
    byline: record.byline,
    publishedAt: record.publishedAt,
    savedAt: record.savedAt,
    lang: record.lang,
    dir: record.dir,
    tags: tagsOf(record, library).map(({ name }) => name),
    collections: collectionsOf(record, library).map(({ path }) => path),
    wordCount: record.wordCount,
    read: record.read,
    starred: record.starred,
    later: record.later,
    archived: record.archived,
    receipt: await receiptOf(context, record.id),
    ...(existing && { existing }),
  };
}

/** The receipt of meta.json; null where that file is missing or unreadable (a check of the library tells about it). */
async function receiptOf(context: Context, id: string): Promise<Receipt | null> {
  return context.deps.content.readMeta(id).then(
    ({ receipt }) => receipt,
    () => null,
  );
}

function heading({ title, byline, source, publishedAt, url }: ArticleRecord): string {
  const about = [byline, url === null ? source : `[${source}](${url})`, publishedAt].filter((part) => part !== null);
  return `# ${title.replace(/\s+/gu, ' ')}\n\n${about.join(' · ')}\n\n`;
}
