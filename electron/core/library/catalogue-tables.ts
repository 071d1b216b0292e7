import { AddressHashes, ArticleNumbers, Members, Stamps } from './catalogue-columns.ts';

/** What the catalogue knows, as it stands in memory and in its file. */
export interface CatalogueTables {
  /** Every change up to this seq of the journal is in it. */
  readonly seq: number;
  readonly articles: ArticleNumbers;
  readonly addresses: AddressHashes;
  readonly stamps: Stamps;
  readonly tags: Members;
  readonly collections: Members;
  readonly feeds: Members;
  /** Article number → since when it is in the trash, ISO 8601 UTC. */
  readonly trash: Map<number, string>;
}

export function emptyTables(): CatalogueTables {
  return {
    seq: 0,
    articles: new ArticleNumbers(),
    addresses: new AddressHashes(),
    stamps: new Stamps(),
    tags: new Members(),
    collections: new Members(),
    feeds: new Members(),
    trash: new Map(),
  };
}

/** Raise it when the columns or a hash change: a file with another number is not read. */
const VERSION = 2;
/** Read back as numbers: a computer that orders bytes otherwise finds another one. */
const ORDER = 0x4f464643;
const START = 16;

interface Head {
  readonly v: number;
  readonly articles: number;
  readonly addresses: number;
  readonly stamps: number;
  /** Groups and how many members each has, in the order of the columns. */
  readonly tags: readonly [string, number][];
  readonly collections: readonly [string, number][];
  readonly feeds: readonly [string, number][];
  readonly trash: readonly [number, string][];
}

const upTo8 = (length: number): number => Math.ceil(length / 8) * 8;
const total = (groups: readonly (readonly [string, number])[]): number => groups.reduce((sum, [, count]) => sum + count, 0);

/** Bytes that `seqOfTables` needs. */
export const SEQ_BYTES = START;

/**
 * Two numbers of 32 bits (byte order, length of the head), the seq as one of 64 bits, the head as JSON, and from the next multiple of eight on the columns: those of
 * 64 bits first.
 */
export function encodeTables(tables: CatalogueTables): Uint8Array {
  const { articles, addresses, stamps, trash } = tables;
  const groups = [tables.tags.columns(), tables.collections.columns(), tables.feeds.columns()] as const;
  const sizes = groups.map((group) => group.map(([name, column]): [string, number] => [name, column.length]));
  const [own, keys, taken] = [articles.columns, addresses.columns, stamps.column()];
  const head: Head = {
    v: VERSION,
    articles: own.segments.length,
    addresses: keys.high.length,
    stamps: taken.length,
    tags: sizes[0] ?? [],
    collections: sizes[1] ?? [],
    feeds: sizes[2] ?? [],
    trash: [...trash],
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const columns = [own.tails, taken, own.segments, keys.high, keys.low, keys.articles, ...groups.flat().map(([, column]) => column)];
  const bytes = new Uint8Array(upTo8(START + text.length) + columns.reduce((sum, { byteLength }) => sum + byteLength, 0));
  new Uint32Array(bytes.buffer, 0, 2).set([ORDER, text.length]);
  new Float64Array(bytes.buffer, 8, 1).set([tables.seq]);
  bytes.set(text, START);
  let at = upTo8(START + text.length);
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}

/** The seq of what begins with these bytes; null for what this program did not write. */
export function seqOfTables(start: Uint8Array): number | null {
  const aligned = start.slice(0, SEQ_BYTES);
  if (aligned.length < SEQ_BYTES || new Uint32Array(aligned.buffer, 0, 1)[0] !== ORDER) return null;
  return new Float64Array(aligned.buffer, 8, 1)[0] ?? null;
}

/** Null for what this program did not write. The tables go on using the memory of `bytes`. */
export function decodeTables(given: Uint8Array): CatalogueTables | null {
  // Columns of 64 bits must stand at multiples of eight.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const seq = seqOfTables(bytes);
  if (seq === null) return null;
  const [, length = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  if (START + length > bytes.length) return null;
  const head = parse(bytes.subarray(START, START + length));
  if (head?.v !== VERSION) return null;
  const { articles, addresses, stamps, tags, collections, feeds } = head;
  const members = total(tags) + total(collections) + total(feeds);
  if (bytes.length !== upTo8(START + length) + 8 * (articles + stamps) + 4 * (articles + 3 * addresses + members)) return null;
  let at = bytes.byteOffset + upTo8(START + length);
  const doubles = (count: number): Float64Array => new Float64Array(bytes.buffer, (at += 8 * count) - 8 * count, count);
  const numbers = (count: number): Uint32Array => new Uint32Array(bytes.buffer, (at += 4 * count) - 4 * count, count);
  const [tails, taken, segments] = [doubles(articles), doubles(stamps), numbers(articles)];
  const [high, low, owners] = [numbers(addresses), numbers(addresses), numbers(addresses)];
  const group = (sizes: Head['tags']): Members => new Members(sizes.map(([name, count]) => [name, numbers(count)]));
  return {
    seq,
    articles: new ArticleNumbers(segments, tails),
    addresses: new AddressHashes(high, low, owners),
    stamps: new Stamps(taken),
    tags: group(tags),
    collections: group(collections),
    feeds: group(feeds),
    trash: new Map(head.trash),
  };
}

function parse(bytes: Uint8Array): Head | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Head;
  } catch {
    return null;
  }
}
