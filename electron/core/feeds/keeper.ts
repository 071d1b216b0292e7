import type { ArticleRecord, FeedRecord, KeepPolicy } from '../domain/records.ts';
import type { MethodOutput } from '../../contract/methods.ts';
import type { Context } from '../library/context.ts';
import { mutate } from '../library/mutate.ts';
import { articles as countOf } from '../library/words.ts';
import type { FeedStore } from './feed-store.ts';
import { isProtected, planKeep } from './keep.ts';
import { labelled } from '../undo/label.ts';

/** Keeps as many articles of a feed as its policy says. What goes, goes to the trash. */
export class FeedKeeper {
  readonly #context: Context;
  readonly #feeds: FeedStore;

  constructor(context: Context, feeds: FeedStore) {
    this.#context = context;
    this.#feeds = feeds;
  }

  /** What a policy would do to a feed's articles as they are now. */
  async plan(feedId: string, keep: KeepPolicy): Promise<{ remove: ArticleRecord[]; protected: number }> {
    const { deps } = this.#context;
    return planKeep(await this.articlesOf([feedId]), keep, deps.clock.now());
  }

  async articlesOf(feedIds: readonly string[]): Promise<ArticleRecord[]> {
    const { catalogue, deps } = this.#context;
    await catalogue.ready();
    return deps.store.getMany(catalogue.fromFeeds(feedIds));
  }

  /** Applies the feeds' own policies because the person asked for it: Undo brings everything back. */
  async apply(feedIds: readonly string[]): Promise<MethodOutput<'feeds.applyKeep'>> {
    return mutate(this.#context, async () => {
      const doomed = (await Promise.all(feedIds.map((id) => this.plan(id, this.#feeds.feed(id).settings.keep)))).flatMap(
        ({ remove }) => remove,
      );
      return { articles: this.#toTrash(doomed), label: (count) => labelled('trash', { count }, `Move ${countOf(count)} to Trash`) };
    });
  }

  /** Applies a feed's policy after new articles came. Undo stays with what the person did; the trash has what went. */
  async tidy(feed: FeedRecord): Promise<void> {
    const { keep } = this.#feeds.find(feed.id)?.settings ?? feed.settings;
    if (keep.kind === 'all') return;
    await this.#context.committer.change(async () => {
      const { remove } = await this.plan(feed.id, keep);
      return remove.length === 0 ? null : { articles: this.#toTrash(remove) };
    });
  }

  /** Edits that move to the trash what came from these feeds alone and nobody marked. */
  async leaving(feedIds: readonly string[]): Promise<Map<string, (record: ArticleRecord | null) => ArticleRecord | null>> {
    const gone = new Set(feedIds);
    const records = (await this.articlesOf(feedIds)).filter((record) =>
      record.feeds?.every(({ feedId }) => gone.has(feedId) || !this.#feeds.find(feedId)),
    );
    return this.#toTrash(records);
  }

  /** Judged once more when it is written: a star that came meanwhile keeps an article. */
  #toTrash(records: readonly ArticleRecord[]): Map<string, (record: ArticleRecord | null) => ArticleRecord | null> {
    const trashedAt = new Date(this.#context.deps.clock.now()).toISOString();
    const edit = (record: ArticleRecord | null): ArticleRecord | null =>
      !record || record.trashedAt !== null || isProtected(record) ? record : { ...record, trashedAt };
    return new Map(records.map(({ id }) => [id, edit]));
  }
}
