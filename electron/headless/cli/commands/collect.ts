import { UsageError } from '../arguments.ts';
import { knownIds, reportChange } from '../article-ids.ts';
import { ensureCollection } from '../collection-path.ts';
import type { Command } from '../command.ts';

export const collect: Command = {
  name: 'collect',
  takes: 'ID… NAME',
  does: 'Put articles into a collection, which is made where missing (“News / Turkey” is nested)',
  options: {},
  lists: true,
  check: ({ words }) => {
    if (words.length < 2) throw new UsageError('Say which articles to collect, and the name of the collection.');
    if ((words.at(-1) ?? '').trim() === '') throw new UsageError('The name of a collection cannot be empty.');
  },
  run: async (session) => {
    const { words } = session.args;
    const { ids, missing } = await knownIds(session, words.slice(0, -1));
    let changed = 0;
    if (ids.length > 0) {
      const collection = await ensureCollection(session.library, words.at(-1) ?? '');
      ({ changed } = await session.library.call('articles.collect', { ids, add: [collection] }));
    }
    return reportChange(session, { ids, missing, changed }, 'Collected');
  },
};
