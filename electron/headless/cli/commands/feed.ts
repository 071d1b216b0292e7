import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Feed, FeedResult } from '../../../contract/entities.ts';
import { AppError, toCallError } from '../../../core/errors.ts';
import { UsageError, wholeNumber, type Arguments } from '../arguments.ts';
import type { Command, ExitCode, Session } from '../command.ts';
import { count, fit, json, plain, table } from '../text.ts';

const ACTIONS = ['add', 'list', 'refresh', 'remove', 'import', 'export'] as const;
type Action = (typeof ACTIONS)[number];

export const feed: Command = {
  name: 'feed',
  takes:
    'add <address>… | list | refresh [FEED…] | remove FEED… | import FILE | export [FILE]  [--folder NAME] [--tag NAME]… [--collection NAME]… [--items N] [--feed-text] [--trash]',
  does: 'Subscribe to feeds, refresh them, and exchange lists of them',
  options: { folder: 'value', tag: 'values', collection: 'values', items: 'value', 'feed-text': 'switch', trash: 'switch' },
  check: (args) => {
    const [action, ...rest] = args.words;
    if (!isAction(action)) throw new UsageError(`Say what to do with feeds: ${ACTIONS.join(', ')}.`);
    if (action === 'add' && rest.length === 0) throw new UsageError('Say which feed to add: the address of a site or of a feed.');
    if (action === 'remove' && rest.length === 0) throw new UsageError('Say which feeds to remove: their ids or addresses.');
    if (action === 'import' && rest.length !== 1) throw new UsageError('Say which file to import: one OPML file.');
    if (action === 'export' && rest.length > 1) throw new UsageError('Say which file to write: one name, or none for the terminal.');
    wholeNumber(args, 'items', 0, 2000, 20);
  },
  run: (session) => {
    const [action, ...words] = session.args.words;
    return RUN[action as Action](session, words);
  },
};

const isAction = (word: string | undefined): word is Action => ACTIONS.some((action) => action === word);

const RUN: Readonly<Record<Action, (session: Session, words: readonly string[]) => Promise<ExitCode>>> = {
  add: async (session, words) => {
    const { args, library, terminal } = session;
    const feeds: { feed: Feed; existing: boolean; result: FeedResult | null }[] = [];
    const failed: { input: string; code: string; message: string }[] = [];
    for (const url of words) {
      try {
        const added = await library.call('feeds.add', {
          url,
          folder: args.values['folder']?.[0] ?? '',
          settings: settingsOf(args),
          items: wholeNumber(args, 'items', 0, 2000, 20),
          wait: true,
        });
        feeds.push(added);
        if (!session.json)
          terminal.out(
            `${added.existing ? 'Subscribed already' : 'Subscribed'}: ${plain(added.feed.title)} (${added.feed.id})${added.result ? `, ${outcomeOf(added.result)}` : ''}`,
          );
      } catch (error) {
        const { code, message } = toCallError(error);
        failed.push({ input: url, code, message });
        terminal.tell(`${plain(url)}: ${message}`);
      }
    }
    if (session.json) terminal.out(json({ feeds, failed }));
    return failed.length === 0 ? 0 : 1;
  },

  list: async ({ json: asJson, library, terminal }) => {
    const { feeds } = await library.call('feeds.list', {});
    if (asJson) terminal.out(json({ feeds }));
    else if (feeds.length === 0) terminal.tell('No feeds yet. Add one with: offprint feed add ADDRESS');
    else
      terminal.out(
        table(
          feeds.map(({ id, title, folder, health, url }) => [
            id,
            health.state,
            fit(folder, 30),
            fit(title, 50),
            plain(health.message ?? url),
          ]),
        ),
      );
    return 0;
  },

  refresh: async (session, words) => {
    const ids = words.length === 0 ? null : await chosen(session, words);
    const { results } = await session.library.call('feeds.refresh', { ids, wait: true });
    const failed = results.filter(({ outcome }) => outcome === 'failed');
    if (session.json) session.terminal.out(json({ results }));
    else for (const result of results) session.terminal.out(`${plain(result.title)}: ${outcomeOf(result)}`);
    for (const { title, message } of failed) session.terminal.tell(`${plain(title)}: ${message ?? ''}`);
    return failed.length === 0 ? 0 : 1;
  },

  remove: async (session, words) => {
    const ids = await chosen(session, words);
    const { changed } = await session.library.call('feeds.remove', {
      ids,
      articles: session.args.switches.has('trash') ? 'trash' : 'keep',
    });
    if (session.json) session.terminal.out(json({ removed: ids, changed }));
    else session.terminal.out(`Removed ${count(ids.length, 'feed')}.`);
    return 0;
  },

  import: async (session, [file = '']) => {
    const { args, cwd, library, terminal } = session;
    const opml = await readText(resolve(cwd, file));
    const result = await library.call('feeds.importOpml', { opml, folder: args.values['folder']?.[0] ?? '', refresh: false });
    if (session.json) terminal.out(json(result));
    else
      terminal.out(
        `Imported ${count(result.added.length, 'feed')}; ${result.existing} were there already. Run “offprint feed refresh” to get their articles.`,
      );
    return 0;
  },

  export: async (session, [file]) => {
    const { opml } = await session.library.call('feeds.exportOpml', {});
    if (file === undefined) session.terminal.out(session.json ? json({ opml }) : opml);
    else {
      const path = resolve(session.cwd, file);
      await writeText(path, opml);
      session.terminal.out(session.json ? json({ path }) : `Exported the list of feeds to ${path}`);
    }
    return 0;
  },
};

function settingsOf(args: Arguments): { tags: string[]; collections: string[]; fullText?: boolean } {
  return {
    tags: [...(args.values['tag'] ?? [])],
    collections: [...(args.values['collection'] ?? [])],
    ...(args.switches.has('feed-text') && { fullText: false }),
  };
}

/** Feeds by id, address or title. */
async function chosen({ library }: Session, words: readonly string[]): Promise<string[]> {
  const { feeds } = await library.call('feeds.list', {});
  return words.map((word) => {
    const named = feeds.find(({ id, url, title }) => id === word || url === word || title.toLowerCase() === word.toLowerCase());
    if (!named)
      throw new AppError('not-found', `There is no feed “${plain(word)}”. “offprint feed list” shows them with their ids.`, {
        details: { feed: word },
      });
    return named.id;
  });
}

function outcomeOf({ outcome, added, known, waiting, updated = 0, message }: FeedResult): string {
  if (outcome === 'failed') return message ?? 'failed';
  if (outcome === 'skipped') return 'not asked';
  if (outcome === 'nothing-new') return updated > 0 ? count(updated, 'changed article') : 'nothing new';
  const parts = [
    count(added, 'new article'),
    ...(known > 0 ? [`${known} in the library already`] : []),
    ...(updated > 0 ? [count(updated, 'changed article')] : []),
    ...(waiting > 0 ? [`${waiting} to be tried again`] : []),
  ];
  return parts.join(', ');
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('file-not-found', `The file ${path} cannot be read. Check the name and the folder.`, {
      details: { path },
      cause: error,
    });
  }
}

async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new AppError('no-permission', `The file ${path} cannot be written. Choose another folder.`, { details: { path }, cause: error });
  }
}
