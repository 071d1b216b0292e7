import type { ArticleJson } from '../../../contract/entities.ts';
import type { Command } from '../command.ts';
import { limitOf, matches, queryOf, tellProblems } from '../query.ts';
import { articleCells, count, json, table } from '../text.ts';

export const list: Command = {
  name: 'list',
  takes: '[QUERY] [--limit N]',
  does: 'List articles, newest first',
  options: { limit: 'value' },
  dashWords: true,
  lists: true,
  check: (args) => {
    limitOf(args);
  },
  run: async (session) => {
    const { args, library, terminal } = session;
    const found = await matches(library, queryOf(args), limitOf(args));
    const wrong = tellProblems(session, found);
    if (session.json) {
      const articles: ArticleJson[] = [];
      for (let at = 0; at < found.rows.length; at += 1_000) {
        const ids = found.rows.slice(at, at + 1_000).map(({ id }) => id);
        articles.push(...(await library.call('articles.json', { ids })).articles);
      }
      const { problems } = found;
      terminal.out(json({ total: found.total, articles, ...(wrong && { problems }) }));
    } else {
      if (found.rows.length > 0) terminal.out(table(found.rows.map(articleCells)));
      const more = found.total > found.rows.length ? ` (${found.rows.length} shown; --limit shows more)` : '';
      terminal.tell(`${count(found.total, 'article')}${more}`);
    }
    return wrong ? 1 : 0;
  },
};
