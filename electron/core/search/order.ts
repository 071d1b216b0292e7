import type { Sort, SortBy, View } from '../../contract/entities.ts';
import type { ArticleRecord } from '../domain/records.ts';
import { savedTime } from './facts.ts';
import { foldName } from './fold.ts';

/** Milliseconds of saved-at that one rowid stands for: the nearer rowids are to each other, the smaller the index. */
export const ROWID_UNIT = 1000;

/** The rowid of an article saved at a time (milliseconds), or the first free one after it. */
export function rowidAt(saved: number): number {
  return Math.floor(saved / ROWID_UNIT);
}

/** What an article is sorted by, in the form in which the index and the scan compare it. */
export interface SortKeys {
  readonly title: string;
  readonly source: string;
  /** Milliseconds since the epoch; 0 where unknown. */
  readonly published: number;
  /** Words. */
  readonly length: number;
  /** 0–1. */
  readonly progress: number;
  /** Milliseconds since the epoch; 0 = never opened. */
  readonly opened: number;
}

type KeyName = keyof SortKeys;

/** UTF-16 units of a title that are compared: enough to tell titles apart, and short enough for 100,000 of them in memory. */
const COMPARED = 48;
/** Numbers are compared as numbers up to so many digits. */
const DIGITS = 8;

/**
 * A name as it is sorted: without case and accents, without the quotation marks and brackets it may begin with, numbers by their value
 * (`Part 2` before `Part 10`).
 */
export function collationKey(name: string): string {
  const bare = foldName(name).replace(/^[^\p{L}\p{N}]+/u, '');
  const key = bare.replace(/\p{Nd}+/gu, (digits) => digits.padStart(DIGITS, '0')).slice(0, COMPARED);
  // Half a character would not survive the way into the index.
  return /[\ud800-\udbff]$/.test(key) ? key.slice(0, -1) : key;
}

export function sortKeysOf(record: ArticleRecord): SortKeys {
  return {
    title: collationKey(record.title),
    source: collationKey(record.source),
    published: record.publishedAt === null ? 0 : savedTime(record.publishedAt),
    length: record.wordCount,
    progress: record.position?.fraction ?? 0,
    opened: record.openedAt === undefined ? 0 : savedTime(record.openedAt),
  };
}

/** An order of all articles. Those alike in `key` follow the rowid: newest first where `descending` is the usual direction of the key. */
export interface Order {
  /** Null = by rowid alone, which is when they were saved. */
  readonly key: KeyName | null;
  readonly descending: boolean;
  /** Names go from A to Z and still have the newer of two alike first. */
  readonly named: boolean;
}

export const NEWEST_FIRST: Order = { key: null, descending: true, named: false };

const KEYS: Readonly<Record<Exclude<SortBy, 'relevance' | 'saved'>, KeyName>> = {
  published: 'published',
  title: 'title',
  source: 'source',
  length: 'length',
  progress: 'progress',
  opened: 'opened',
};

/** The order asked for, or null for best matches first (which needs words to match). */
export function orderOf(sort: Sort | undefined, view: View, hasWords: boolean): { order: Order | null; reversed: boolean } {
  if (sort === undefined || sort.by === 'relevance') {
    const reversed = sort?.descending === false;
    if (hasWords) return { order: null, reversed };
    const order: Order = view.kind === 'recent' ? { key: 'opened', descending: true, named: false } : NEWEST_FIRST;
    return { order: { ...order, descending: !reversed }, reversed: false };
  }
  const key = sort.by === 'saved' ? null : KEYS[sort.by];
  return { order: { key, descending: sort.descending, named: key === 'title' || key === 'source' }, reversed: false };
}

/** Compares two articles as the index does: texts by code points. */
export function compareIn(order: Order): (a: Sorted, b: Sorted) => number {
  const { key, descending, named } = order;
  const direction = descending ? -1 : 1;
  return (a, b) => {
    const first = key === null ? 0 : compareKeys(a.keys[key], b.keys[key]);
    return direction * (first || (named ? b.rowid - a.rowid : a.rowid - b.rowid));
  };
}

interface Sorted {
  readonly rowid: number;
  readonly keys: SortKeys;
}

function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  return byCodePoints(a, b);
}

/** UTF-16 has letters beyond U+FFFF before some that come earlier; UTF-8, as SQLite compares it, does not. */
function byCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return lifted(x) - lifted(y);
  }
  return a.length - b.length;
}

const lifted = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

const COLUMN: Readonly<Record<KeyName, string>> = {
  title: 'a.title_key',
  source: 'a.source_key',
  published: 'a.issued',
  length: 'a.words',
  progress: 'a.progress',
  opened: 'a.opened',
};

/** The columns that an order compares, first to last, all in one direction. */
export function orderColumns({ key, named }: Order): readonly string[] {
  if (key === null) return ['a.rowid'];
  return [COLUMN[key], named ? 'a.age' : 'a.rowid'];
}

/**
 * `order by` of an order. `few` = the condition leaves little: then what it leaves is sorted, instead of everything being walked in order.
 */
export function orderBy(order: Order, few = false): string {
  const direction = order.descending ? 'desc' : 'asc';
  return orderColumns(order)
    .map((column) => `${few ? '+' : ''}${column} ${direction}`)
    .join(', ');
}

/** The condition that an article stands before (-1) or after (1) the place whose columns are bound. */
export function besides(order: Order, step: 1 | -1): string {
  const columns = orderColumns(order);
  const sign = (step === 1) === order.descending ? '<' : '>';
  return `(${columns.join(', ')}) ${sign} (${columns.map(() => '?').join(', ')})`;
}
