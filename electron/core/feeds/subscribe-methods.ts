import { parseAddress } from '../domain/address.ts';
import { makeFeedId } from '../domain/ids.ts';
import type { FeedRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { Handlers } from '../library/context.ts';
import { mutate } from '../library/mutate.ts';
import { tidyName } from '../library/names.ts';
import { quoted } from '../library/words.ts';
import type { LibraryChange } from '../undo/library-change.ts';
import type { FeedParts } from './feed-parts.ts';
import { DEFAULT_FEED_SETTINGS } from './feed-store.ts';
import { feedWithAddress, findFeeds } from './find-feeds.ts';
import { feedsOfOutlines, opmlOf, tidyFolder } from './opml.ts';
import { settingsPatch } from './settings-input.ts';
import { labelled } from '../undo/label.ts';

type SubscribeMethods = 'feeds.find' | 'feeds.add' | 'feeds.importOpml' | 'feeds.exportOpml';

/** Finding feeds and subscribing to them, one by one or by the list. */
export function subscribeMethods({ context, feeds, refreshes, signal }: FeedParts): Handlers<SubscribeMethods> {
  const { deps } = context;
  const { store, random, clock } = deps;
  const find = (address: string): ReturnType<typeof findFeeds> => findFeeds(address, { source: deps.feeds, feeds: feeds.all(), signal });

  function newFeed(facts: Pick<FeedRecord, 'url' | 'siteUrl' | 'title' | 'folder' | 'settings'> & Partial<FeedRecord>): FeedRecord {
    return { icon: null, addedAt: new Date(clock.now()).toISOString(), ...facts, id: makeFeedId(random) };
  }

  return {
    'feeds.find': async ({ address }) => ({ found: await find(address) }),

    'feeds.add': async ({ url, title, folder, settings: input, items, wait }) => {
      const known = alreadyThere(url, feeds.all());
      if (known) return { feed: feeds.view(known), existing: true, result: null };
      const found = await find(url);
      const chosen = found.find((feed) => feed.url === url) ?? found[0];
      if (!chosen) throw new AppError('not-found', 'No feed was found at this address. Check it, and try again.');
      let id = '';
      const { changed } = await mutate(context, () => {
        const twin = feedWithAddress(chosen.url, feeds.all());
        if (twin) {
          id = twin.id;
          return null;
        }
        const { patch, made } = settingsPatch(input, store.library, random);
        const feed = newFeed({
          url: chosen.url,
          siteUrl: chosen.siteUrl,
          title: tidyName(title ?? chosen.title).slice(0, 200) || chosen.url,
          folder: tidyFolder(folder),
          settings: { ...DEFAULT_FEED_SETTINGS, ...patch },
          ...(title !== null && { renamed: true }),
        });
        id = feed.id;
        return {
          library: [...made, { table: 'feeds', id, before: null, after: feed }],
          label: () => labelled('feedAdd', { name: feed.title }, `Subscribe to ${quoted(feed.title)}`),
        };
      });
      if (changed === 0) return { feed: feeds.view(feeds.feed(id)), existing: true, result: null };
      feeds.tell(id);
      const { results } = await refreshes.start([id], { firstItems: items }, wait);
      return { feed: feeds.view(feeds.feed(id)), existing: false, result: results[0] ?? null };
    },

    'feeds.importOpml': async ({ opml, folder, items, refresh }) => {
      const outlines = await deps.feeds.opml(opml, signal);
      if (outlines === null) {
        throw new AppError('unsupported-file', 'This is not a list of feeds (OPML). Export the list from the other program again.');
      }
      const outlined = feedsOfOutlines(outlines, folder);
      if (outlined.length === 0) throw new AppError('empty-file', 'This list names no feed. Export it from the other program again.');
      const added: FeedRecord[] = [];
      let existing = 0;
      await mutate(context, () => {
        added.splice(0);
        existing = 0;
        for (const { title, url, siteUrl, folder: into, attributes } of outlined) {
          if (feedWithAddress(url, feeds.all()) ?? feedWithAddress(url, added)) existing += 1;
          else {
            const outline = Object.keys(attributes).length > 0 && { outline: attributes };
            added.push(newFeed({ url, siteUrl, title: tidyName(title) || url, folder: into, settings: DEFAULT_FEED_SETTINGS, ...outline }));
          }
        }
        if (added.length === 0) return null;
        const library = added.map((feed): LibraryChange => ({ table: 'feeds', id: feed.id, before: null, after: feed }));
        return {
          library,
          label: () =>
            labelled('feedsImport', { count: added.length }, added.length === 1 ? 'Import 1 feed' : `Import ${added.length} feeds`),
        };
      });
      const ids = added.map(({ id }) => id);
      feeds.tell(...ids);
      const { job } = refresh ? await refreshes.start(ids, { firstItems: items }, false) : { job: null };
      return { added: ids.map((id) => feeds.view(feeds.feed(id))), existing, job };
    },

    'feeds.exportOpml': async () => ({ opml: opmlOf(feeds.all(), clock.now()) }),
  };
}

/** A feed whose address was typed as it is; no network is needed to know it. */
function alreadyThere(typed: string, feeds: readonly FeedRecord[]): FeedRecord | null {
  return feedWithAddress(parseAddress(typed.replace(/^feed:(?:\/\/)?/i, '')).href, feeds);
}
