import type { ArticleRecord } from '../domain/records.ts';
import type { Context, Handlers } from './context.ts';
import { articleOf } from './mutate.ts';

/** Where reading stopped. Not undoable: it follows the eye. */
export function positionMethods(context: Context): Handlers<'articles.setPosition'> {
  return {
    'articles.setPosition': async ({ id, position }) => {
      await articleOf(context, id);
      const edit = (record: ArticleRecord | null): ArticleRecord | null => {
        if (!record) return null;
        const { position: at } = record;
        const same = at && at.fraction === position.fraction && at.block === position.block && at.prefix === position.prefix;
        return same ? record : { ...record, position };
      };
      await context.committer.change(() => ({ articles: new Map([[id, edit]]) }));
      return {};
    },
  };
}
