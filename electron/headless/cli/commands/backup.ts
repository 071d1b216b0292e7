import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { count, json, table } from '../text.ts';

const REASONS = {
  daily: 'by itself',
  'by-hand': 'by hand',
  'before-migration': 'before an update',
  'before-restore': 'before a restore',
  'before-import': 'before an import',
} as const;

export const backup: Command = {
  name: 'backup',
  takes: 'list | make | restore ID',
  does: 'List, make or go back to a backup of everything but the articles’ own files',
  options: {},
  check: ({ words: [what, id, ...more] }) => {
    if (what !== 'list' && what !== 'make' && what !== 'restore') throw new UsageError('Say list, make or restore.');
    if (what === 'restore' && id === undefined) throw new UsageError('Say which backup: “offprint backup list” shows them.');
    const [extra] = what === 'restore' ? more : [id, ...more];
    if (extra !== undefined) throw new UsageError(`“${extra}” is not expected here.`);
  },
  run: async ({ args: { words }, json: asJson, library, terminal }) => {
    const [what, id = ''] = words;
    if (what === 'list') {
      const { backups } = await library.call('backups.list', {});
      if (asJson) terminal.out(json(backups));
      else if (backups.length === 0) terminal.out('There is no backup yet.');
      else terminal.out(table(backups.map((one) => [one.id, count(one.articles, 'article'), REASONS[one.reason]])));
    } else if (what === 'make') {
      const { backup: made } = await library.call('backups.make', {});
      terminal.out(asJson ? json(made) : `Backup ${made.id} made and read back: ${count(made.articles, 'article')}.`);
    } else {
      const done = await library.call('backups.restore', { id });
      if (asJson) terminal.out(json(done));
      else {
        terminal.out(`${count(done.restored, 'article')} put back. The state before is backup ${done.before.id}.`);
        if (done.kept > 0) terminal.out(`${count(done.kept, 'article')} saved again since stayed as they are.`);
        if (done.gone > 0) terminal.out(`${count(done.gone, 'article')} deleted for good since cannot come back.`);
      }
    }
    return 0;
  },
};
