import type { ArticleRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { Context, Handlers } from './context.ts';
import { mutate, withItems } from './mutate.ts';
import { tidyName } from './names.ts';
import { ensureTags, tagNamed } from './tag-names.ts';
import { renameTags, unusedTags, type TagUsers } from './tags-rename.ts';
import { articles, quoted } from './words.ts';
import { labelled, type Label } from '../undo/label.ts';

type TagMethods = 'articles.tag' | 'tags.rename' | 'tags.update' | 'tags.unused' | 'tags.deleteUnused' | 'tags.delete';

/** Tags on articles, and tags themselves. */
export function tagMethods(context: Context): Handlers<TagMethods> {
  const { deps, catalogue, book } = context;
  const { store, random } = deps;
  const tagOf = (id: string) => {
    const tag = store.library.tags[id];
    if (!tag) throw new AppError('not-found', 'That tag is no longer there. It may have been deleted.', { details: { id } });
    return tag;
  };
  const users = async (): Promise<TagUsers> => {
    await Promise.all([catalogue.ready(), book.ready()]);
    return { catalogue, pages: book.pages() };
  };
  return {
    'articles.tag': ({ ids, add, remove }) =>
      mutate(context, async () => {
        // No tag is made for articles that are not there.
        const anyone = await someArticle(context, ids);
        const { ids: added, made } = ensureTags(anyone ? add : [], store.library, random);
        const removed = remove.flatMap((name) => tagNamed(name, store.library)?.id ?? []);
        const edit = retag(added, removed);
        return { articles: new Map(ids.map((id) => [id, edit])), library: made, label: (count) => labelOf(add, remove, count) };
      }),

    'tags.rename': ({ id, name, merge }) =>
      mutate(context, async () => {
        const tag = tagOf(id);
        const wanted = tidyName(name);
        if (wanted === tag.name) return null;
        return renameTags(tag, wanted, merge, store.library, await users());
      }),

    'tags.update': ({ id, colour }) =>
      mutate(context, () => {
        const before = tagOf(id);
        if ((before.colour ?? null) === colour) return null;
        const after = { id, name: before.name, ...(colour && { colour }) };
        return {
          library: [{ table: 'tags', id, before, after }],
          label: () => labelled('tagColour', { tag: before.name }, `Change colour of tag ${quoted(before.name)}`),
        };
      }),

    'tags.unused': async () => {
      return { ids: unusedTags(store.library, await users()).map((tag) => tag.id) };
    },

    'tags.deleteUnused': () =>
      mutate(context, async () => {
        const gone = unusedTags(store.library, await users());
        const [first] = gone;
        if (!first) return null;
        return {
          library: gone.map((before) => ({ table: 'tags', id: before.id, before, after: null })),
          label: () =>
            gone.length === 1
              ? labelled('tagDeleteUnused', { tag: first.name }, `Delete unused tag ${quoted(first.name)}`)
              : labelled('tagsDeleteUnused', { count: gone.length }, `Delete ${gone.length} unused tags`),
        };
      }),

    'tags.delete': ({ id }) =>
      mutate(context, async () => {
        const tag = tagOf(id);
        await catalogue.ready();
        const edit = retag([], [id]);
        return {
          articles: new Map(catalogue.tagged([id]).map((member) => [member, edit])),
          library: [{ table: 'tags', id, before: tag, after: null }],
          label: () => labelled('tagDelete', { tag: tag.name }, `Delete tag ${quoted(tag.name)}`),
        };
      }),
  };
}

async function someArticle(context: Context, ids: readonly string[]): Promise<boolean> {
  for (const id of ids) if (await context.deps.store.get(id)) return true;
  return false;
}

function retag(add: readonly string[], remove: readonly string[]): (record: ArticleRecord | null) => ArticleRecord | null {
  return (record) => {
    if (!record) return null;
    const tags = withItems(record.tags, add, remove);
    return tags === record.tags ? record : { ...record, tags };
  };
}

function labelOf(add: readonly string[], remove: readonly string[], count: number): Label {
  const what = articles(count);
  const [added = '', removed = ''] = [add[0], remove[0]].map((name) => tidyName(name ?? ''));
  if (add.length === 1 && remove.length === 0) return labelled('addTag', { tag: added, count }, `Add tag ${quoted(added)} to ${what}`);
  if (remove.length === 1 && add.length === 0)
    return labelled('removeTag', { tag: removed, count }, `Remove tag ${quoted(removed)} from ${what}`);
  return labelled('changeTags', { count }, `Change tags of ${what}`);
}
