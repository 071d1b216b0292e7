import { UsageError } from '../arguments.ts';
import { knownIds, reportChange } from '../article-ids.ts';
import type { Command } from '../command.ts';

export const remove: Command = {
  name: 'delete',
  takes: 'ID…',
  does: 'Move articles to the Trash (kept there for 30 days)',
  options: {},
  check: ({ words }) => {
    if (words.length === 0) throw new UsageError('Say which articles to delete: their ids.');
  },
  run: async (session) => {
    const { ids, missing } = await knownIds(session, session.args.words);
    const changed = ids.length === 0 ? 0 : (await session.library.call('articles.trash', { ids })).changed;
    return reportChange(session, { ids, missing, changed }, 'Moved to Trash');
  },
};
