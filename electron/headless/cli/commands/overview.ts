import { UsageError, type Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { inTreeOrder } from '../collection-path.ts';
import { json, plain, table } from '../text.ts';

const nothing = ({ words }: Arguments): void => {
  if (words.length > 0) throw new UsageError(`“${words[0]}” is not expected here.`);
};

export const collections: Command = {
  name: 'collections',
  takes: '',
  does: 'List the collections with the number of their articles',
  options: {},
  lists: true,
  check: nothing,
  run: async (session) => {
    const all = inTreeOrder((await session.library.call('app.sidebar', {})).collections);
    if (session.json) session.terminal.out(json({ collections: all }));
    else if (all.length > 0) session.terminal.out(table(all.map(({ count, path }) => [String(count).padStart(6), plain(path)])));
    else session.terminal.tell('No collections yet.');
    return 0;
  },
};

export const tags: Command = {
  name: 'tags',
  takes: '',
  does: 'List the tags with the number of their articles',
  options: {},
  lists: true,
  check: nothing,
  run: async (session) => {
    const { tags: all } = await session.library.call('app.sidebar', {});
    if (session.json) session.terminal.out(json({ tags: all }));
    else if (all.length > 0) session.terminal.out(table(all.map(({ count, name }) => [String(count).padStart(6), plain(name)])));
    else session.terminal.tell('No tags yet.');
    return 0;
  },
};
