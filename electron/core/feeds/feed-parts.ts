import type { MethodName } from '../../contract/methods.ts';
import type { ArticleRecord } from '../domain/records.ts';
import type { Handlers } from '../library/context.ts';
import type { Context } from '../library/context.ts';
import type { FeedStore } from './feed-store.ts';
import type { FeedKeeper } from './keeper.ts';
import type { RefreshJobs } from './refresh-jobs.ts';
import type { FeedScheduler } from './scheduler.ts';

export type Complete = (record: ArticleRecord) => Promise<unknown>;

/** What the methods of feeds share. */
export interface FeedParts {
  readonly context: Context;
  readonly feeds: FeedStore;
  readonly refreshes: RefreshJobs;
  readonly keeper: FeedKeeper;
  readonly scheduler: FeedScheduler;
  /** Fetches what is missing of an article. */
  readonly complete: Complete;
  /** Aborted when the library closes. */
  readonly signal: AbortSignal;
}

export type FeedMethod = Extract<MethodName, `feeds.${string}`>;
export type FeedHandlers = Handlers<FeedMethod>;
