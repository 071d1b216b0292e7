import type { MethodOutput } from '../../../contract/methods.ts';
import { UsageError } from '../arguments.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { count, json } from '../text.ts';

const FORMATS = ['markdown', 'json'] as const;
/** Highlights that a single call answers with at most. */
const PAGE = 500;

function formatOf(args: Arguments): (typeof FORMATS)[number] {
  const given = args.values['format']?.at(-1) ?? (args.switches.has('json') ? 'json' : 'markdown');
  const format = FORMATS.find((known) => known === given);
  if (!format) throw new UsageError(`--format is ${FORMATS.join(' or ')}.`);
  return format;
}

export const highlights: Command = {
  name: 'highlights',
  takes: '[WORDS] [--format markdown|json] [--notes]',
  does: 'Print highlights and notes of the whole library, or those that hold the words',
  options: { format: 'value', notes: 'switch' },
  check: (args) => {
    formatOf(args);
  },
  run: async ({ args, library, terminal }) => {
    const filter = { text: args.words.join(' ').trim(), noted: args.switches.has('notes') };
    if (formatOf(args) === 'markdown') {
      const written = await library.call('highlights.markdown', filter);
      if (args.switches.has('json')) terminal.out(json(written));
      else {
        if (written.count > 0) terminal.out(written.markdown);
        terminal.tell(count(written.count, 'highlight'));
      }
      return 0;
    }
    const all: object[] = [];
    let total: number;
    do {
      const page: MethodOutput<'highlights.list'> = await library.call('highlights.list', { ...filter, offset: all.length, limit: PAGE });
      total = page.total;
      if (page.highlights.length === 0) break;
      all.push(...page.highlights.map(({ tags, ...highlight }) => ({ ...highlight, tags: tags.map(({ name }) => name) })));
    } while (all.length < total);
    terminal.out(json({ total, highlights: all }));
    return 0;
  },
};
