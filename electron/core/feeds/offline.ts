import type { Job } from '../../contract/entities.ts';
import type { ParsedInput } from '../../contract/methods.ts';
import type { ArticleRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { FeedParts } from './feed-parts.ts';
import { Slots } from './slots.ts';

/** Articles that are completed at a time. */
const AT_ONCE = 3;

const isWhole = ({ receipt }: ArticleRecord): boolean => receipt.status === 'complete' && !receipt.truncated;

/**
 * Gets articles ready for reading without a network, as a job: the feeds bring what is new, and what is not whole is fetched again. It ends
 * well only when every article is whole; otherwise it says how many are not, and trying again goes on with those.
 */
export function prepareOffline({ feeds, articles, limit }: ParsedInput<'feeds.prepareOffline'>, parts: FeedParts): Job {
  const { context, refreshes, keeper, complete } = parts;
  const { store } = context.deps;
  return context.jobs.add('prepare-offline', 'Get ready for offline', async ({ signal, step }) => {
    if (feeds.length > 0) {
      await refreshes.run(feeds, {}, signal, (done, saved) => {
        step(`${done} of ${feeds.length} feeds asked, ${saved === 1 ? '1 new article' : `${saved} new articles`}`, null);
      });
    }
    const found = [...(await keeper.articlesOf(feeds)), ...(await store.getMany(articles))];
    const unique = [...new Map(found.map((record) => [record.id, record])).values()].filter(({ trashedAt }) => trashedAt === null);
    const chosen = unique.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)).slice(0, limit);
    const missing = chosen.filter((record) => !isWhole(record));
    let ready = chosen.length - missing.length;
    const tell = (): void => step(`${ready} of ${chosen.length} articles ready`, chosen.length === 0 ? null : ready / chosen.length);
    const slots = new Slots(AT_ONCE);
    tell();
    await Promise.all(
      missing.map((record) =>
        slots.run(async () => {
          if (signal.aborted) return;
          // Why one cannot be had is in its own job and receipt.
          await complete(record).catch(() => undefined);
          const now = await store.get(record.id);
          if (now && isWhole(now)) ready += 1;
          tell();
        }),
      ),
    );
    if (signal.aborted) throw new AppError('cancelled', 'It was cancelled before every article was ready.');
    const left = chosen.length - ready;
    if (left > 0) {
      throw new AppError(
        'connection-failed',
        `${ready} of ${chosen.length} articles are ready to read offline. ${left === 1 ? 'One is' : `${left} are`} not whole yet: Incomplete lists what is missing and why. Try again later.`,
      );
    }
  });
}
