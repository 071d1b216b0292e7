import type { ArticleRecord } from '../domain/records.ts';
import type { Context, Handlers } from './context.ts';
import { articleOf } from './mutate.ts';

/** Where reading stopped, and how the article is set. Not undoable: they follow the eye. */
export function positionMethods(context: Context): Handlers<'articles.setPosition' | 'articles.opened' | 'articles.setLook'> {
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
    'articles.opened': async ({ id, read }) => {
      await articleOf(context, id);
      const openedAt = new Date(context.deps.clock.now()).toISOString();
      const edit = (record: ArticleRecord | null): ArticleRecord | null => record && { ...record, openedAt, read: read ?? record.read };
      await context.committer.change(() => ({ articles: new Map([[id, edit]]) }));
      return {};
    },
    'articles.setLook': async ({ id, look }) => {
      await articleOf(context, id);
      const own = look === null ? [] : Object.entries(look).filter(([, value]) => value !== undefined);
      const edit = (record: ArticleRecord | null): ArticleRecord | null => {
        if (!record) return null;
        const { look: before, ...rest } = record;
        if (own.length === 0) return before === undefined ? record : rest;
        return { ...rest, look: Object.fromEntries(own) };
      };
      await context.committer.change(() => ({ articles: new Map([[id, edit]]) }));
      return {};
    },
  };
}
