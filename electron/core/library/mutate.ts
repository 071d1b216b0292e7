import type { MethodOutput } from '../../contract/methods.ts';
import type { ArticleRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { MakePlan } from './committer.ts';
import type { Context } from './context.ts';

/** Makes a change and answers as mutations do: how much changed, and what Undo would take back now. */
export async function mutate(context: Context, plan: MakePlan): Promise<MethodOutput<'articles.setFlags'>> {
  const { changed } = await context.committer.change(plan);
  return { changed, undo: context.history.state.undo };
}

/** The list with items added and removed; the same reference where that changes nothing. */
export function withItems(list: readonly string[], add: readonly string[], remove: readonly string[]): readonly string[] {
  const gone = new Set(remove.filter((item) => !add.includes(item)));
  const kept = list.filter((item) => !gone.has(item));
  const more = add.filter((item, index) => !kept.includes(item) && add.indexOf(item) === index);
  return kept.length === list.length && more.length === 0 ? list : [...kept, ...more];
}

/** The record of an article that must be there. */
export async function articleOf(context: Context, id: string): Promise<ArticleRecord> {
  const record = await context.deps.store.get(id);
  if (!record) throw new AppError('not-found', 'That article is no longer in the library. It may have been deleted.', { details: { id } });
  return record;
}
