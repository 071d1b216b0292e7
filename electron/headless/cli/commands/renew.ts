import type { CallError } from '../../../contract/errors.ts';
import type { ArticleJson } from '../../../contract/entities.ts';
import { toCallError } from '../../../core/errors.ts';
import { UsageError, type Arguments } from '../arguments.ts';
import { knownIds } from '../article-ids.ts';
import type { Command, ExitCode, Session } from '../command.ts';
import { count, json, plain } from '../text.ts';

/** Articles worked on at the same time; the library takes its turns itself. */
const AT_ONCE = 8;

interface Renewed {
  readonly article: ArticleJson;
  readonly changed: boolean;
  readonly incomplete: boolean;
}
interface Failed {
  readonly input: string;
  readonly code: CallError['code'];
  readonly message: string;
}

export const retry: Command = {
  name: 'retry',
  takes: 'ID… | --incomplete',
  does: 'Fetch what is missing of articles',
  options: { incomplete: 'switch' },
  lists: true,
  check: (args) => needsArticles(args, ['incomplete']),
  run: (session) =>
    renew(
      session,
      'complete',
      () => found(session, 'is:incomplete'),
      ({ article, changed, incomplete }) =>
        incomplete
          ? `Still incomplete: ${plain(article.title)} (${article.id})`
          : `${changed ? 'Complete now' : 'Complete already'}: ${plain(article.title)} (${article.id})`,
    ),
};

export const reextract: Command = {
  name: 'reextract',
  takes: 'ID… | --outdated | --all',
  does: 'Take articles out of their kept pages again',
  options: { all: 'switch', outdated: 'switch' },
  lists: true,
  check: (args) => needsArticles(args, ['outdated', 'all']),
  run: (session) =>
    renew(
      session,
      'reextract',
      async () => (session.args.switches.has('outdated') ? (await session.library.call('library.outdated', {})).ids : found(session, '')),
      ({ article, changed }) => `${changed ? 'Extracted again' : 'The same as before'}: ${plain(article.title)} (${article.id})`,
    ),
};

async function found({ library }: Session, query: string): Promise<string[]> {
  return (await library.call('articles.ids', { view: { kind: 'everything' }, query })).ids;
}

/** Ids, or one of the switches. */
function needsArticles({ words, switches }: Arguments, sets: readonly string[]): void {
  const given = sets.filter((name) => switches.has(name));
  const names = sets.map((name) => `--${name}`).join(' or ');
  if (words.length === 0 && given.length === 0) throw new UsageError(`Say which articles: their ids, or ${names}.`);
  if (words.length > 0 && given.length > 0) throw new UsageError(`Give ids or --${given[0] ?? ''}, not both.`);
  if (given.length > 1) throw new UsageError(`Give one of ${names}, not both.`);
}

async function renew(
  session: Session,
  what: 'complete' | 'reextract',
  otherwise: () => Promise<string[]>,
  lineOf: (result: Renewed) => string,
): Promise<ExitCode> {
  const { args, library, terminal } = session;
  const { ids, missing } = args.words.length > 0 ? await knownIds(session, args.words) : { ids: await otherwise(), missing: [] };
  const done: Renewed[] = [];
  const failed: Failed[] = missing.map((input) => ({ input, code: 'not-found', message: 'There is no such article in this library.' }));
  const waiting = [...ids];
  const worker = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        const result = await library.call('capture.renewNow', { id, what });
        done.push(result);
        if (!session.json) terminal.out(lineOf(result));
      } catch (error) {
        const { code, message } = toCallError(error);
        failed.push({ input: id, code, message });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  if (session.json) terminal.out(json({ articles: done.map(({ article, ...rest }) => ({ ...article, ...rest })), failed }));
  else if (ids.length === 0 && missing.length === 0) terminal.tell('There is nothing to do.');
  else terminal.tell(`${count(done.filter(({ changed }) => changed).length, 'article')} changed.`);
  for (const { input, message } of failed) terminal.tell(`${plain(input)}: ${message}`);
  return failed.length === 0 ? 0 : 1;
}
