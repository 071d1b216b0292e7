import type { ParsedInput } from '../../contract/methods.ts';
import type { UndoWordsId } from '../../contract/undo-words.table.ts';
import type { ArticleRecord } from '../domain/records.ts';
import type { Context, Handlers } from './context.ts';
import { mutate } from './mutate.ts';
import { articles } from './words.ts';
import { labelled, type Label } from '../undo/label.ts';

type Flags = ParsedInput<'articles.setFlags'>['flags'];

/** Read, starred, later and archived. */
export function flagMethods(context: Context): Handlers<'articles.setFlags'> {
  return {
    'articles.setFlags': ({ ids, flags, undoable }) =>
      mutate(context, () => ({ articles: edits(ids, flags), ...(undoable && { label: (changed) => labelOf(flags, changed) }) })),
  };
}

function edits(ids: readonly string[], flags: Flags): Map<string, (record: ArticleRecord | null) => ArticleRecord | null> {
  // Archiving is being done with an article: it no longer waits in Later.
  const wanted: Flags = flags.archived === true ? { ...flags, later: false } : flags;
  const entries = Object.entries(wanted).filter(([, value]) => value !== undefined) as [keyof Flags, boolean][];
  const edit = (record: ArticleRecord | null): ArticleRecord | null =>
    !record || entries.every(([flag, value]) => record[flag] === value) ? record : { ...record, ...Object.fromEntries(entries) };
  return new Map(ids.map((id) => [id, edit]));
}

function labelOf(flags: Flags, changed: number): Label {
  const set = Object.entries(flags).filter(([, value]) => value !== undefined);
  const what = articles(changed);
  const label = (id: UndoWordsId, text: string): Label => labelled(id, { count: changed }, text);
  if (set.length !== 1) return label('change', `Change ${what}`);
  if (flags.read !== undefined) return flags.read ? label('markRead', `Mark ${what} read`) : label('markUnread', `Mark ${what} unread`);
  if (flags.starred !== undefined) return flags.starred ? label('star', `Star ${what}`) : label('unstar', `Unstar ${what}`);
  if (flags.later !== undefined)
    return flags.later ? label('later', `Add ${what} to Later`) : label('notLater', `Remove ${what} from Later`);
  return flags.archived === true ? label('archive', `Archive ${what}`) : label('unarchive', `Unarchive ${what}`);
}
