import { articleIdSchema, type ArticleJson } from '../../contract/entities.ts';
import type { Session } from './command.ts';
import { articleCells, count, json, plain, table } from './text.ts';

export function isArticleId(word: string): boolean {
  return articleIdSchema.safeParse(word).success;
}

/** Which of the words are articles of the library, and which are not. Each once, in order. */
export async function knownIds({ library }: Session, words: readonly string[]): Promise<{ ids: string[]; missing: string[] }> {
  const wanted = [...new Set(words)];
  const { articles } = await library.call('articles.json', { ids: wanted.filter(isArticleId) });
  const known = new Set(articles.map(({ id }) => id));
  return { ids: wanted.filter((id) => known.has(id)), missing: wanted.filter((id) => !known.has(id)) };
}

/** Prints what a change of articles came to. Answers with 1 where some of them were not there. */
export async function reportChange(
  session: Session,
  result: { ids: readonly string[]; missing: readonly string[]; changed: number },
  done: string,
): Promise<0 | 1> {
  const { library, terminal } = session;
  const { ids, missing, changed } = result;
  const articles: ArticleJson[] = ids.length === 0 ? [] : (await library.call('articles.json', { ids: [...ids] })).articles;
  for (const id of missing) terminal.tell(`There is no article ${plain(id)} in this library.`);
  if (session.json) terminal.out(json({ changed, articles, missing }));
  else {
    if (articles.length > 0) terminal.out(table(articles.map(articleCells)));
    terminal.tell(`${done}: ${count(changed, 'article')}.`);
  }
  return missing.length === 0 ? 0 : 1;
}
