import type { GeneratedArticle } from '../generate.ts';

/** One search of the bench, in a shape that every engine can say in its own words. */
export interface BenchQuery {
  readonly kind: QueryKind;
  readonly words: readonly string[];
  /** Only for `filtered`: the tag that hits must have; they must be unread too. */
  readonly tag: string | null;
}

export const QUERY_KINDS = ['one word', 'common word', 'three words', 'phrase', 'prefix', 'two letters', 'filtered', 'CJK'] as const;
export type QueryKind = (typeof QUERY_KINDS)[number];

/** An article of the bench, with what a list shows of it. */
export interface BenchArticle extends GeneratedArticle {
  readonly index: number;
  readonly read: boolean;
}

/** A library held by one engine. What an engine cannot do is left out: the bench then prints a dash. */
export interface OpenEngine {
  /** The 60 newest rows; the count that came. */
  firstRows?(): Promise<number>;
  /** Stars article `index`, durably (after this a power cut loses nothing). */
  edit?(index: number, on: boolean): Promise<void>;
  /** Marks these articles read or unread in one go, durably. */
  bulk?(indexes: readonly number[], on: boolean): Promise<void>;
  /** The first 20 hits, with snippets where the engine makes them; null where it has no such query. */
  search?(query: BenchQuery): Promise<number | null>;
  close(): Promise<void>;
}

export interface Engine {
  readonly label: string;
  /** The library as it stands after `build`, in `root`. */
  build(root: string, articles: Iterable<BenchArticle>, count: number): Promise<void>;
  open(root: string): Promise<OpenEngine>;
  /** Searches small texts: for each query, the indexes of the texts found. Null where the engine does not search. */
  quality: null | ((texts: readonly string[], queries: readonly string[], folder: string) => Promise<readonly (readonly number[])[]>);
}
