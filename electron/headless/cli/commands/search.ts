import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { limitOf, matches, queryOf, tellProblems } from '../query.ts';
import { articleCells, count, fit, json, plain } from '../text.ts';

export const search: Command = {
  name: 'search',
  takes: 'QUERY [--limit N]',
  does: 'Find articles by their words, tags and collections',
  options: { limit: 'value' },
  dashWords: true,
  lists: true,
  check: (args) => {
    limitOf(args);
    if (queryOf(args) === '') throw new UsageError('Say what to search for.');
  },
  run: async (session) => {
    const { args, library, terminal } = session;
    const query = queryOf(args);
    const found = await matches(library, query, limitOf(args));
    const wrong = tellProblems(session, found);
    const snippets: Record<string, { text: string; marks: [number, number][] }> = {};
    for (let at = 0; at < found.rows.length; at += 500) {
      const ids = found.rows.slice(at, at + 500).map(({ id }) => id);
      Object.assign(snippets, (await library.call('articles.snippets', { query, ids })).snippets);
    }
    if (session.json) {
      const hits = found.rows.map(({ id, title, url, source, byline, publishedAt, savedAt, lang, tags, collections }) => ({
        id,
        title,
        snippet: snippets[id]?.text ?? '',
        marks: snippets[id]?.marks ?? [],
        url,
        source,
        byline,
        publishedAt,
        savedAt,
        lang,
        tags: tags.map(({ name }) => name),
        collections: collections.map(({ path }) => path),
      }));
      const { total, tookMs, problems, didYouMean } = found;
      terminal.out(json({ total, tookMs, hits, ...(wrong && { problems }), ...(didYouMean.length > 0 && { didYouMean }) }));
    } else {
      for (const row of found.rows) {
        terminal.out(articleCells(row).join('  '));
        const snippet = plain(snippets[row.id]?.text ?? '');
        if (snippet !== '') terminal.out(`    ${fit(snippet, 160)}`);
      }
      const more = found.total > found.rows.length ? `, ${found.rows.length} shown (--limit shows more)` : '';
      terminal.tell(`${count(found.total, 'article')} in ${found.tookMs} ms${more}`);
    }
    return wrong ? 1 : 0;
  },
};
