import type { Flag, Form } from './query/ast.ts';
import type { Variants } from './word-forms.ts';

/**
 * A query with every name looked up: what the index compiles to SQL and what the scan asks of each document. Both read this tree and
 * nothing else, so that they cannot disagree about a query.
 */
export interface WordsCondition {
  readonly kind: 'words';
  readonly field: 'any' | 'byline';
  readonly forms: readonly Form[];
  /** Other forms of the word, each list for articles of its language. */
  readonly variants: readonly Variants[];
  /** As it was typed, for ranking titles with this very spelling first. */
  readonly typed: string;
  /** Tags whose name has these words. */
  readonly tags: readonly string[];
  /** Where it stands in the query, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Set for `=word`: the spelling to be found in the original text (see `exact.ts`). */
  readonly exact: string | null;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | WordsCondition
  | { readonly kind: 'flag'; readonly flag: Flag }
  | { readonly kind: 'tags' | 'feeds'; readonly ids: readonly string[] }
  /** `inherited`: the document's list of collections with all ancestors is asked instead of its own. */
  | { readonly kind: 'collections'; readonly ids: readonly string[]; readonly inherited: boolean }
  | { readonly kind: 'site'; readonly needle: string }
  | { readonly kind: 'lang'; readonly lang: string }
  | { readonly kind: 'saved'; readonly from: number; readonly to: number }
  | { readonly kind: 'published'; readonly from: string; readonly to: string };

export const EVERYTHING: Condition = { kind: 'and', of: [] };

/**
 * The part of a condition that is about words, for ranking: filters and exclusions are left out. Null where nothing is left, so that
 * there is nothing to rank by.
 */
export function wordsOnly(condition: Condition): Condition | null {
  if (condition.kind === 'words') return condition;
  if (condition.kind !== 'and' && condition.kind !== 'or') return null;
  const of = condition.of.map(wordsOnly).filter((part) => part !== null);
  return of.length === 0 ? null : { kind: condition.kind, of };
}

/** All words conditions asked for in an exact spelling, excluded ones too. */
export function exactWords(condition: Condition): WordsCondition[] {
  if (condition.kind === 'words') return condition.exact === null ? [] : [condition];
  if (condition.kind === 'not') return exactWords(condition.of);
  return condition.kind === 'and' || condition.kind === 'or' ? condition.of.flatMap(exactWords) : [];
}

/** All words conditions that are not excluded. */
export function positiveWords(condition: Condition | null): WordsCondition[] {
  if (condition === null) return [];
  if (condition.kind === 'words') return [condition];
  return condition.kind === 'and' || condition.kind === 'or' ? condition.of.flatMap(positiveWords) : [];
}
