import { imagesOf, type ArticleRecord } from '../domain/records.ts';
import type { Context } from './context.ts';
import { Gate } from './gate.ts';

/** Days an article stays in the trash before it goes by itself. */
export const TRASH_DAYS = 30;
const DAY = 86_400_000;

/**
 * Deletes for good: the tombstone first, then the article's folder, then images that nobody refers to any more. Each step may be cut off
 * by a crash: repair respects the tombstone, so nothing deleted comes back.
 */
export class Purge {
  readonly #context: Context;
  /** Saves pass together, a sweep passes alone: it must not take images that a save is about to refer to. */
  readonly ingests: Gate;
  #sweeping: Promise<void> | null = null;
  #again = false;

  constructor(context: Context) {
    this.#context = context;
    this.ingests = new Gate();
  }

  /** Purges those of the articles that are in the trash; answers how many. */
  async articles(ids: readonly string[]): Promise<number> {
    const { committer, deps } = this.#context;
    const trashed = (await deps.store.getMany(ids)).filter((record) => record.trashedAt !== null).map(({ id }) => id);
    if (trashed.length === 0) return 0;
    const purgedAt = new Date(deps.clock.now()).toISOString();
    const remove = (record: ArticleRecord | null): ArticleRecord | null => (record?.trashedAt === null ? record : null);
    const { commit } = await committer.change(() => ({
      articles: new Map(trashed.map((id) => [id, remove])),
      tombstones: trashed.map((id) => ({ id, purgedAt })),
    }));
    const gone = (commit?.changes ?? []).filter(({ after }) => after === null);
    // The tombstones are durable: files that cannot be removed now are left for the next library check, and no reason to fail.
    for (const { id } of gone) await deps.content.removeContent(id).catch(() => undefined);
    if (gone.some(({ before }) => (before?.images.length ?? 0) > 0)) void this.sweep();
    return gone.length;
  }

  /** Purges what has been in the trash for longer than it stays there. */
  async expired(): Promise<number> {
    const { catalogue, deps } = this.#context;
    await catalogue.ready();
    const ids = catalogue.trashedUntil(new Date(deps.clock.now() - TRASH_DAYS * DAY).toISOString());
    return ids.length === 0 ? 0 : this.articles(ids);
  }

  /** Removes images that no article refers to. Sweeps asked for during a sweep become one more. Never rejects: the next one tries again. */
  sweep(): Promise<void> {
    if (this.#sweeping) {
      this.#again = true;
      return this.#sweeping;
    }
    this.#sweeping = this.#sweepNow()
      .catch(() => undefined)
      .finally(() => {
        this.#sweeping = null;
        if (this.#again) {
          this.#again = false;
          void this.sweep();
        }
      });
    return this.#sweeping;
  }

  /** Settles when no sweep is under way. */
  async idle(): Promise<void> {
    while (this.#sweeping) await this.#sweeping;
  }

  async #sweepNow(): Promise<void> {
    const { store, content } = this.#context.deps;
    await this.ingests.alone(async () => {
      const referenced = new Set<string>();
      for await (const { articles } of store.scan())
        for (const record of articles) for (const image of imagesOf(record)) referenced.add(image);
      for (const { icon } of Object.values(store.library.feeds)) if (icon) referenced.add(icon);
      await content.sweepImages(referenced);
    });
  }
}
