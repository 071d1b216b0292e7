/** The query language as a tree. Nothing here knows about ids: `bind.ts` looks names up. */

/** Words that must stand one after the other; with `prefix` the last one may go on. */
export interface Form {
  readonly tokens: readonly string[];
  readonly prefix: boolean;
}

export type Flag =
  | 'unread'
  | 'read'
  | 'starred'
  | 'later'
  | 'archived'
  | 'incomplete'
  | 'trashed'
  | 'highlighted'
  | 'opened'
  | 'image'
  | 'note'
  | 'tagged'
  | 'collected'
  | 'fed';

/** A span of the query, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface WordsNode extends Span {
  readonly kind: 'words';
  readonly field: 'any' | 'byline';
  /** What was typed, without quotation marks. */
  readonly typed: string;
  readonly phrase: boolean;
  /** Any of these is a match. */
  readonly forms: readonly Form[];
  /** Spelled exactly so (accents as typed; capitals do not matter). */
  readonly exact: boolean;
}

export type QueryNode =
  | { readonly kind: 'and' | 'or'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly of: QueryNode }
  | WordsNode
  | { readonly kind: 'flag'; readonly flag: Flag }
  /** Folded names. */
  | { readonly kind: 'tag' | 'in' | 'feed' | 'site' | 'lang'; readonly name: string }
  /** Milliseconds since the epoch, `from` inclusive, `to` exclusive. */
  | { readonly kind: 'saved'; readonly from: number; readonly to: number }
  /** Days (`2023-03-09`), both inclusive; an article without a date never matches. */
  | { readonly kind: 'published'; readonly from: string; readonly to: string };
