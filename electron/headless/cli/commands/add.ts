import type { CallError } from '../../../contract/errors.ts';
import type { ArticleJson } from '../../../contract/entities.ts';
import { toCallError } from '../../../core/errors.ts';
import { UsageError } from '../arguments.ts';
import type { Command, Session } from '../command.ts';
import { saveInputOf } from '../save-input.ts';
import { json, plain } from '../text.ts';

/** Inputs asked for at the same time: as many as are saved at the same time. */
const AT_ONCE = 4;

interface Failed {
  readonly input: string;
  readonly code: CallError['code'];
  readonly message: string;
}
type Result = { article: ArticleJson } | { failed: Failed };

export const add: Command = {
  name: 'add',
  takes: '<url|file>… [--collection NAME]… [--tag NAME]… [--ndjson]',
  does: 'Save pages and files into the library',
  options: { collection: 'values', tag: 'values', ndjson: 'switch' },
  check: ({ words }) => {
    if (words.length === 0) throw new UsageError('Say what to add: an address or a file.');
  },
  run: async (session) => {
    const { args, terminal } = session;
    const lines = args.switches.has('ndjson');
    const inputs = args.words;
    const results: Result[] = [];
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let at = next++; at < inputs.length; at = next++) {
        const result = await addOne(session, inputs[at] ?? '');
        results[at] = result;
        if (lines) terminal.out(JSON.stringify(result));
        if ('failed' in result) terminal.tell(`${plain(result.failed.input)}: ${result.failed.message}`);
        else if (!session.json && !lines) terminal.out(lineOf(result.article));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const failed = results.flatMap((result) => ('failed' in result ? result.failed : []));
    if (session.json && !lines)
      terminal.out(json({ articles: results.flatMap((result) => ('article' in result ? result.article : [])), failed }));
    return failed.length === 0 ? 0 : 1;
  },
};

async function addOne({ args, library, cwd }: Session, input: string): Promise<Result> {
  try {
    const { article } = await library.call('capture.save', {
      input: await saveInputOf(input, cwd),
      tags: [...(args.values['tag'] ?? [])],
      collections: [...(args.values['collection'] ?? [])],
    });
    return { article };
  } catch (error) {
    const { code, message } = toCallError(error);
    return { failed: { input, code, message } };
  }
}

function lineOf({ id, title, existing }: ArticleJson): string {
  return `${existing ? 'In the library already' : 'Saved'}: ${plain(title)} (${id})`;
}
