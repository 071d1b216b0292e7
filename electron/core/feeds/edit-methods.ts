import { parseAddress } from '../domain/address.ts';
import type { FeedRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { Handlers } from '../library/context.ts';
import { mutate } from '../library/mutate.ts';
import { tidyName } from '../library/names.ts';
import { quoted } from '../library/words.ts';
import { sameRecord, type LibraryChange } from '../undo/library-change.ts';
import type { FeedParts } from './feed-parts.ts';
import { FOLDER_SEPARATOR, tidyFolder } from './opml.ts';
import { settingsPatch } from './settings-input.ts';
import { labelled } from '../undo/label.ts';

type EditMethods = 'feeds.edit' | 'feeds.moveFolder' | 'feeds.remove';

/** Feeds in order: names, addresses, folders, settings, and without. All of it can be undone. */
export function editMethods({ context, feeds, keeper }: FeedParts): Handlers<EditMethods> {
  const { store, random } = context.deps;
  return {
    'feeds.edit': async ({ ids, title, url, folder, settings: input }) => {
      const address = url === undefined ? undefined : parseAddress(url).href;
      const outcome = await mutate(context, () => {
        const { patch, made } = settingsPatch(input ?? {}, store.library, random);
        const library = ids.flatMap((id): LibraryChange[] => {
          const before = feeds.feed(id);
          const after: FeedRecord = {
            ...before,
            settings: { ...before.settings, ...patch },
            ...(title !== undefined && { title: tidyName(title), renamed: true }),
            ...(folder !== undefined && { folder: tidyFolder(folder) }),
            ...(address !== undefined && { url: address }),
          };
          return sameRecord(before, after) ? [] : [{ table: 'feeds', id, before, after }];
        });
        if (library.length === 0) return null;
        const name = feeds.feed(library[0]?.id ?? '').title;
        return {
          library: [...made, ...library],
          label: () =>
            library.length === 1
              ? labelled('feedChange', { name }, `Change feed ${quoted(name)}`)
              : labelled('feedsChange', { count: library.length }, `Change ${library.length} feeds`),
        };
      });
      // Another address is another server: what the old one said about itself means nothing there.
      const fresh = { etag: null, lastModified: null, failures: 0, failingSince: null, error: null, offered: null, nextAt: null };
      if (address !== undefined) await Promise.all(ids.map((id) => feeds.patch(id, fresh)));
      else if (input?.paused === false) await Promise.all(ids.map((id) => feeds.patch(id, { nextAt: null })));
      feeds.tell(...ids);
      return outcome;
    },

    'feeds.moveFolder': async ({ from: given, to }) => {
      const [from, target] = [tidyFolder(given), tidyFolder(to)];
      if (from === '') throw new AppError('invalid-input', 'Choose the folder to rename or to move.');
      if (target.startsWith(`${from}${FOLDER_SEPARATOR}`)) {
        throw new AppError('would-nest-in-itself', `The folder ${quoted(from)} cannot be put into itself.`);
      }
      const inside = feeds.all().filter(({ folder }) => folder === from || folder.startsWith(`${from}${FOLDER_SEPARATOR}`));
      if (inside.length === 0) throw new AppError('not-found', `There is no folder ${quoted(from)} any more.`);
      const outcome = await mutate(context, () => {
        if (target === from) return null;
        const library = inside.map(({ id }): LibraryChange => {
          const before = feeds.feed(id);
          const rest = before.folder.slice(from.length);
          const folder = target === '' ? rest.slice(FOLDER_SEPARATOR.length) : `${target}${rest}`;
          return { table: 'feeds', id, before, after: { ...before, folder } };
        });
        return { library, label: () => labelled('feedFolderMove', { name: from }, `Move folder ${quoted(from)}`) };
      });
      feeds.tell(...inside.map(({ id }) => id));
      return outcome;
    },

    'feeds.remove': async ({ ids, articles }) => {
      const outcome = await mutate(context, async () => {
        const leaving = articles === 'trash' ? await keeper.leaving(ids) : new Map<string, never>();
        const library = ids.map((id): LibraryChange => ({ table: 'feeds', id, before: feeds.feed(id), after: null }));
        const name = feeds.feed(ids[0] ?? '').title;
        return {
          articles: leaving,
          library,
          label: () =>
            ids.length === 1
              ? labelled('feedRemove', { name }, `Unsubscribe from ${quoted(name)}`)
              : labelled('feedsRemove', { count: ids.length }, `Unsubscribe from ${ids.length} feeds`),
        };
      });
      feeds.tell(...ids);
      return outcome;
    },
  };
}
