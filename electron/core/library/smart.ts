import { makeSmartId } from '../domain/ids.ts';
import type { LibraryTables, SmartRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import { parseQuery } from '../search/query/parse.ts';
import type { LibraryChange } from '../undo/library-change.ts';
import type { Context, Handlers } from './context.ts';
import { mutate } from './mutate.ts';
import { nameKey, tidyName } from './names.ts';
import { placed } from './ordered.ts';
import { quoted } from './words.ts';
import { labelled } from '../undo/label.ts';

type SmartMethods = 'smart.create' | 'smart.update' | 'smart.move' | 'smart.delete';

/** Smart collections in the order of the sidebar. */
export function smartInOrder(library: Readonly<LibraryTables>): SmartRecord[] {
  return Object.values(library.smart).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** Smart collections: queries kept under a name. They hold no articles, so nothing of an article changes with them. */
export function smartMethods(context: Context): Handlers<SmartMethods> {
  const { store, random, clock } = context.deps;
  const smartOf = (id: string): SmartRecord => {
    const smart = store.library.smart[id];
    if (!smart) throw new AppError('not-found', 'That smart collection is no longer there. It may have been deleted.', { details: { id } });
    return smart;
  };
  const freeName = (name: string, self: string | null): string => {
    const wanted = tidyName(name);
    const taken = Object.values(store.library.smart).find((other) => other.id !== self && nameKey(other.name) === nameKey(wanted));
    if (!taken) return wanted;
    throw new AppError('name-taken', `There is already a smart collection ${quoted(taken.name)}. Choose another name.`, {
      details: { id: taken.id },
    });
  };
  const sound = (query: string): string => {
    const [problem] = parseQuery(query, clock.now()).problems;
    if (problem) throw new AppError('bad-query', problem.message);
    return query;
  };
  return {
    'smart.create': async ({ name, query, icon, colour }) => {
      let id = '';
      const { undo } = await mutate(context, () => {
        id = makeSmartId(random);
        const order = (smartInOrder(store.library).at(-1)?.order ?? 0) + 1;
        const after: SmartRecord = { id, name: freeName(name, null), query: sound(query), icon, colour, order };
        return {
          library: [{ table: 'smart', id, before: null, after }],
          label: () => labelled('smartCreate', { name: after.name }, `Create smart collection ${quoted(after.name)}`),
        };
      });
      return { id, undo };
    },

    'smart.update': ({ id, name, query, icon, colour }) =>
      mutate(context, () => {
        const before = smartOf(id);
        const after: SmartRecord = {
          ...before,
          ...(name !== undefined && { name: freeName(name, id) }),
          ...(query !== undefined && { query: sound(query) }),
          ...(icon !== undefined && { icon }),
          ...(colour !== undefined && { colour }),
        };
        const changed = (Object.keys(after) as (keyof SmartRecord)[]).filter((key) => after[key] !== before[key]);
        if (changed.length === 0) return null;
        const label =
          changed.length === 1 && changed[0] === 'name'
            ? labelled(
                'smartRename',
                { name: before.name, to: after.name },
                `Rename smart collection ${quoted(before.name)} to ${quoted(after.name)}`,
              )
            : labelled('smartChange', { name: after.name }, `Change smart collection ${quoted(after.name)}`);
        return { library: [{ table: 'smart', id, before, after }], label: () => label };
      }),

    'smart.move': ({ id, before }) =>
      mutate(context, () => {
        const moved = smartOf(id);
        const others = smartInOrder(store.library).filter((other) => other.id !== id);
        const place = before === null ? others.length : others.findIndex((other) => other.id === before);
        if (place < 0) throw new AppError('not-found', 'The smart collection to put it before is no longer there. Try again.');
        const library = placed(moved, others, place).map((step): LibraryChange => ({ table: 'smart', id: step.after.id, ...step }));
        return library.length === 0
          ? null
          : { library, label: () => labelled('smartMove', { name: moved.name }, `Move smart collection ${quoted(moved.name)}`) };
      }),

    'smart.delete': ({ id }) =>
      mutate(context, () => {
        const before = smartOf(id);
        return {
          library: [{ table: 'smart', id, before, after: null }],
          label: () => labelled('smartDelete', { name: before.name }, `Delete smart collection ${quoted(before.name)}`),
        };
      }),
  };
}
