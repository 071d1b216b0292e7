import type { ArticleJson } from '../../../contract/entities.ts';
import { AppError } from '../../../core/errors.ts';
import { UsageError, type Arguments } from '../arguments.ts';
import { isArticleId } from '../article-ids.ts';
import type { Command, Session } from '../command.ts';
import { json, plain } from '../text.ts';

const FORMATS = ['json', 'text', 'markdown', 'html'] as const;
type Format = (typeof FORMATS)[number];

export const show: Command = {
  name: 'show',
  takes: 'ID [--format json|text|markdown|html]',
  does: 'Print one article',
  options: { format: 'value' },
  check: (args) => {
    formatOf(args);
    if (args.words.length !== 1) throw new UsageError('Say which article to show: one id.');
  },
  run: async (session) => {
    const { args, library, terminal } = session;
    const [id = ''] = args.words;
    const [article] = isArticleId(id) ? (await library.call('articles.json', { ids: [id] })).articles : [];
    if (!article) throw new AppError('not-found', `There is no article ${plain(id)} in this library. “offprint list” shows what there is.`);
    const format = formatOf(args);
    if (session.json || format === 'json') {
      const body = format === null || format === 'json' ? {} : { [format]: await bodyOf(session, article, format) };
      terminal.out(json({ ...article, ...body }));
    } else if (format === null) {
      terminal.out(`${headOf(article)}\n\n${await bodyOf(session, article, 'text')}`);
    } else terminal.out(await bodyOf(session, article, format));
    return 0;
  },
};

function formatOf({ values }: Arguments): Format | null {
  const wanted = values['format']?.[0];
  const format = FORMATS.find((known) => known === wanted);
  if (wanted !== undefined && !format) throw new UsageError(`The option --format is one of ${FORMATS.join(', ')}.`);
  return format ?? null;
}

async function bodyOf({ library }: Session, { id }: ArticleJson, format: Exclude<Format, 'json'>): Promise<string> {
  if (format === 'text') return (await library.call('articles.text', { id })).text;
  if (format === 'markdown') return (await library.call('articles.markdown', { id })).markdown;
  return (await library.call('articles.content', { id })).html;
}

function headOf(article: ArticleJson): string {
  const { title, byline, source, publishedAt, url, tags, collections } = article;
  const lines = [
    plain(title),
    [byline, source, publishedAt].flatMap((part) => (part === null ? [] : plain(part))).join(' · '),
    url ?? '',
    tags.length > 0 ? `Tags: ${tags.join(', ')}` : '',
    collections.length > 0 ? `Collections: ${collections.join(', ')}` : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}
