import { quoted } from '../library/words.ts';
import { editMethods } from './edit-methods.ts';
import type { FeedHandlers, FeedParts } from './feed-parts.ts';
import { prepareOffline } from './offline.ts';
import { subscribeMethods } from './subscribe-methods.ts';

/** Articles that a preview lists. */
const PREVIEWED = 200;

/** Every method of feeds. */
export function feedMethods(parts: FeedParts): FeedHandlers {
  const { feeds, refreshes, keeper, scheduler } = parts;
  return {
    ...subscribeMethods(parts),
    ...editMethods(parts),

    'feeds.list': async () => ({ feeds: feeds.views() }),

    'feeds.refresh': async ({ ids, wait }) => {
      const chosen = ids?.map((id) => feeds.feed(id).id) ?? feeds.all().flatMap((feed) => (feed.settings.paused ? [] : feed.id));
      return refreshes.start(chosen, {}, wait);
    },

    'feeds.wake': async () => {
      await scheduler.wake();
      return {};
    },

    'feeds.loadOlder': ({ id, count, wait }) =>
      refreshes.start([id], { older: count }, wait, `Load older articles of ${quoted(feeds.feed(id).title)}`),

    'feeds.previewKeep': async ({ id, keep }) => {
      feeds.feed(id);
      const plan = await keeper.plan(id, keep);
      const articles = plan.remove
        .slice(0, PREVIEWED)
        .map(({ id: article, title, publishedAt, savedAt }) => ({ id: article, title, publishedAt, savedAt }));
      return { total: plan.remove.length, articles, protected: plan.protected };
    },

    'feeds.prepareOffline': async (input) => ({ job: prepareOffline(input, parts) }),

    'feeds.applyKeep': ({ ids }) => keeper.apply(ids),
  };
}
