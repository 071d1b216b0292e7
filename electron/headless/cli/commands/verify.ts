import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { count, json } from '../text.ts';

export const verify: Command = {
  name: 'verify',
  takes: '[--repair]',
  does: 'Check that everything in the library is there and unaltered',
  options: { repair: 'switch' },
  check: ({ words }) => {
    if (words.length > 0) throw new UsageError(`“${words[0]}” is not expected here.`);
  },
  run: async ({ args, json: asJson, library, terminal }) => {
    const report = await library.call('library.verify', { repair: args.switches.has('repair') });
    const { ok, checked, notes, problems } = report;
    if (asJson) terminal.out(json(report));
    else {
      for (const note of notes) terminal.out(`Note: ${note}`);
      for (const { message } of problems) terminal.out(`Problem: ${message}`);
      const looked = `${count(checked.articles, 'article')}, ${count(checked.files, 'file')} and ${count(checked.images, 'image')} checked`;
      terminal.out(ok ? `${looked}: all is well.` : `${looked}: ${count(problems.length, 'problem')}.`);
    }
    if (!ok && asJson) for (const { message } of problems) terminal.tell(message);
    return ok ? 0 : 1;
  },
};
