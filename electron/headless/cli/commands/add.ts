import type { CallError } from '../../../contract/errors.ts';
import type { ArticleJson, ExplainLine, ReceiptStep } from '../../../contract/entities.ts';
import { toCallError } from '../../../core/errors.ts';
import { UsageError } from '../arguments.ts';
import type { Command, Session } from '../command.ts';
import { saveInputOf } from '../save-input.ts';
import { json, plain } from '../text.ts';

/** Inputs asked for at the same time: more than are saved at the same time, so that hosts take turns. */
const AT_ONCE = 24;

interface Failed {
  readonly input: string;
  readonly code: CallError['code'];
  readonly message: string;
}
type Explained = { step: ReceiptStep['name'] } & ({ note: string } | ExplainLine);
type Result = { article: ArticleJson; changed?: boolean; explain?: Explained[] } | { failed: Failed };

export const add: Command = {
  name: 'add',
  takes: '<url|file>… [--collection NAME]… [--tag NAME]… [--again] [--explain] [--ndjson]',
  does: 'Save pages and files into the library',
  options: { collection: 'values', tag: 'values', again: 'switch', ndjson: 'switch', explain: 'switch' },
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
        if ('explain' in result && !lines && !session.json) for (const line of result.explain ?? []) terminal.tell(explained(line));
        if ('failed' in result) terminal.tell(`${plain(result.failed.input)}: ${result.failed.message}`);
        else if (!session.json && !lines) terminal.out(lineOf(result.article, result.changed));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const failed = results.flatMap((result) => ('failed' in result ? result.failed : []));
    if (session.json && !lines)
      terminal.out(
        json({
          articles: results.flatMap((result) =>
            'article' in result ? { ...result.article, ...(result.explain && { explain: result.explain }) } : [],
          ),
          failed,
        }),
      );
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
    const explain = async (): Promise<{ explain?: Explained[] }> =>
      args.switches.has('explain') ? { explain: await explanationOf(library, article.id) } : {};
    // An article that is there is fetched once more; what changed becomes a new version.
    if (article.existing && args.switches.has('again')) {
      const renewed = await library.call('capture.renewNow', { id: article.id, what: 'again' });
      return { article: { ...renewed.article, existing: true }, changed: renewed.changed, ...(await explain()) };
    }
    return { article, ...(await explain()) };
  } catch (error) {
    const { code, message } = toCallError(error);
    return { failed: { input, code, message } };
  }
}

async function explanationOf(library: Session['library'], id: string): Promise<Explained[]> {
  const { fullReceipt } = await library.call('articles.get', { id });
  return (fullReceipt?.steps ?? []).flatMap(({ name, note, explain }): Explained[] => [
    { step: name, note },
    ...(explain ?? []).map((line) => ({ step: name, ...line })),
  ]);
}

/** A step with its note, or a piece of the page that a step took off or kept. */
function explained(line: Explained): string {
  return 'note' in line ? `${line.step}: ${plain(line.note)}` : `  ${line.kept ? 'kept' : 'left out'}: “${plain(line.text)}” (${line.why})`;
}

function lineOf({ id, title, existing, savedAt }: ArticleJson, changed: boolean | undefined): string {
  if (changed === true) return `Saved again, the earlier version is kept: ${plain(title)} (${id})`;
  if (changed === false) return `Nothing changed since ${savedAt.slice(0, 10)}: ${plain(title)} (${id})`;
  return `${existing ? 'In the library already' : 'Saved'}: ${plain(title)} (${id})`;
}
