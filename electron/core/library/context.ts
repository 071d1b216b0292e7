import type { METHODS, MethodName, MethodOutput, ParsedInput } from '../../contract/methods.ts';
import type { HighlightBook } from '../highlights/book.ts';
import type { JobList } from '../jobs/job-list.ts';
import type { History } from '../undo/history.ts';
import type { Catalogue } from './catalogue.ts';
import type { Committer } from './committer.ts';
import type { IndexFeed } from './index-feed.ts';
import type { Lane } from './lane.ts';
import type { WriterDeps } from './writer-deps.ts';

/** What the writer's methods share. */
export interface Context {
  readonly deps: WriterDeps;
  readonly catalogue: Catalogue;
  readonly book: HighlightBook;
  readonly committer: Committer;
  readonly feed: IndexFeed;
  readonly history: History;
  readonly jobs: JobList;
  /** One exchange of an article's files at a time. */
  readonly exchanges: Lane;
}

/** Methods of the contract that run in one place. */
export type MethodsOn<W extends 'writer' | 'reader' | 'host'> = {
  [M in MethodName]: (typeof METHODS)[M]['runsOn'] extends W ? M : never;
}[MethodName];

export type Handler<M extends MethodName> = (input: ParsedInput<M>) => Promise<MethodOutput<M>>;
export type Handlers<M extends MethodName> = { readonly [K in M]: Handler<K> };
