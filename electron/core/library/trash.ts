import type { ArticleRecord } from '../domain/records.ts';
import type { Context, Handlers } from './context.ts';
import { mutate } from './mutate.ts';
import type { Purge } from './purge.ts';
import { articles } from './words.ts';
import { labelled, type Label } from '../undo/label.ts';

/** To the trash and back; and out of it for good. */
export function trashMethods(context: Context, purge: Purge): Handlers<'articles.trash' | 'articles.restore' | 'articles.purge'> {
  const { clock } = context.deps;
  const move = (ids: readonly string[], trashedAt: string | null, label: (count: number) => Label) =>
    mutate(context, () => {
      const edit = (record: ArticleRecord | null): ArticleRecord | null =>
        !record || (record.trashedAt === null) === (trashedAt === null) ? record : { ...record, trashedAt };
      return { articles: new Map(ids.map((id) => [id, edit])), label };
    });
  return {
    'articles.trash': ({ ids }) =>
      move(ids, new Date(clock.now()).toISOString(), (count) => labelled('trash', { count }, `Move ${articles(count)} to Trash`)),
    'articles.restore': ({ ids }) => move(ids, null, (count) => labelled('restore', { count }, `Put ${articles(count)} back from Trash`)),
    'articles.purge': async ({ ids }) => ({ purged: await purge.articles(ids) }),
  };
}
