import { segmentOf } from '../domain/ids.ts';

/** Columns and hash tables of plain numbers: what a catalogue of 100,000 articles can be read into in milliseconds and kept in some megabytes. */

type Numbers = Uint32Array | Float64Array;

/** The same numbers with room for one more. */
function roomy<A extends Numbers>(array: A, used: number): A {
  if (used < array.length) return array;
  const next = new (array.constructor as new (length: number) => A)(Math.max(64, Math.ceil(used * 1.5)));
  next.set(array);
  return next;
}

/** Entry numbers by a hash of 32 bits, with open addressing; the owner of the entries compares them. */
class Slots {
  #slots = new Uint32Array(128);
  #count = 0;

  /** Sized for so many entries, so that reading them in does not grow it again and again. */
  reserve(entries: number): void {
    let size = this.#slots.length;
    while (size < entries * 2) size *= 2;
    if (size > this.#slots.length) this.#slots = new Uint32Array(size);
  }

  /** Calls `visit` with entries that may have this hash until it answers true. */
  find(hash: number, visit: (entry: number) => boolean): void {
    const mask = this.#slots.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = this.#slots[at] ?? 0;
      if (slot === 0 || visit(slot - 1)) return;
    }
  }

  /** `hashOf` tells the hash of an entry that is there already: the table is made anew where it gets crowded. */
  add(entry: number, hashOf: (entry: number) => number): void {
    if ((this.#count + 1) * 1.6 > this.#slots.length) {
      const old = this.#slots;
      this.#slots = new Uint32Array(old.length * 2);
      for (const slot of old) if (slot !== 0) this.#put(slot - 1, hashOf(slot - 1));
    }
    this.#put(entry, hashOf(entry));
    this.#count++;
  }

  #put(entry: number, hash: number): void {
    const mask = this.#slots.length - 1;
    let at = hash & mask;
    while (this.#slots[at] !== 0) at = (at + 1) & mask;
    this.#slots[at] = entry + 1;
  }
}

const SEGMENT_LENGTH = 4;
const TAIL_LENGTH = 8;

/** Articles by number: an id is kept as the numbers that its digits (base 36) are. A number is never given to another article. */
export class ArticleNumbers {
  #segments: Uint32Array;
  #tails: Float64Array;
  #count: number;
  readonly #slots = new Slots();

  constructor(segments: Uint32Array = new Uint32Array(0), tails: Float64Array = new Float64Array(0)) {
    this.#segments = segments;
    this.#tails = tails;
    this.#count = segments.length;
    this.#slots.reserve(this.#count);
    for (let at = 0; at < this.#count; at++) this.#slots.add(at, this.#hashOf);
  }

  get count(): number {
    return this.#count;
  }

  get columns(): { segments: Uint32Array; tails: Float64Array } {
    return { segments: this.#segments.subarray(0, this.#count), tails: this.#tails.subarray(0, this.#count) };
  }

  /** The article's number; null where it has none. */
  find(id: string): number | null {
    const [segment, tail] = digitsOf(id);
    let found: number | null = null;
    this.#slots.find(mix(segment, tail), (entry) => {
      if (this.#segments[entry] !== segment || this.#tails[entry] !== tail) return false;
      found = entry;
      return true;
    });
    return found;
  }

  /** The article's number, given to it now where it had none. */
  of(id: string): number {
    const known = this.find(id);
    if (known !== null) return known;
    const [segment, tail] = digitsOf(id);
    this.#segments = roomy(this.#segments, this.#count);
    this.#tails = roomy(this.#tails, this.#count);
    this.#segments[this.#count] = segment;
    this.#tails[this.#count] = tail;
    this.#slots.add(this.#count, this.#hashOf);
    return this.#count++;
  }

  idOf(article: number): string {
    const tail = this.#tails[article] ?? 0;
    return this.segmentOf(article) + tail.toString(36).padStart(TAIL_LENGTH, '0');
  }

  segmentOf(article: number): string {
    return (this.#segments[article] ?? 0).toString(36).padStart(SEGMENT_LENGTH, '0');
  }

  readonly #hashOf = (entry: number): number => mix(this.#segments[entry] ?? 0, this.#tails[entry] ?? 0);
}

function digitsOf(id: string): [segment: number, tail: number] {
  return [Number.parseInt(segmentOf(id), 36), Number.parseInt(id.slice(SEGMENT_LENGTH), 36)];
}

function mix(segment: number, tail: number): number {
  let hash = Math.imul(segment ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(tail % 4294967296, 0xc2b2ae35) ^ Math.floor(tail / 4294967296);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Articles by hashes of 64 bits of the addresses that mean them, and of the sum of their text. Two addresses may meet in one hash: the record itself has to be asked. */
export class AddressHashes {
  #high: Uint32Array;
  #low: Uint32Array;
  #articles: Uint32Array;
  #count: number;
  readonly #slots = new Slots();

  constructor(high: Uint32Array = new Uint32Array(0), low: Uint32Array = high, articles: Uint32Array = high) {
    this.#high = high;
    this.#low = low;
    this.#articles = articles;
    this.#count = high.length;
    this.#slots.reserve(this.#count);
    for (let at = 0; at < this.#count; at++) this.#slots.add(at, this.#hashOf);
  }

  get columns(): { high: Uint32Array; low: Uint32Array; articles: Uint32Array } {
    const part = (array: Uint32Array): Uint32Array => array.subarray(0, this.#count);
    return { high: part(this.#high), low: part(this.#low), articles: part(this.#articles) };
  }

  /** Numbers of the articles that may have this address. */
  find(address: string): number[] {
    const [high, low] = hashOfText(address);
    const found: number[] = [];
    this.#slots.find(low, (entry) => {
      if (this.#low[entry] === low && this.#high[entry] === high) found.push(this.#articles[entry] ?? 0);
      return false;
    });
    return found;
  }

  add(address: string, article: number): void {
    if (this.find(address).includes(article)) return;
    const [high, low] = hashOfText(address);
    this.#high = roomy(this.#high, this.#count);
    this.#low = roomy(this.#low, this.#count);
    this.#articles = roomy(this.#articles, this.#count);
    this.#high[this.#count] = high;
    this.#low[this.#count] = low;
    this.#articles[this.#count] = article;
    this.#slots.add(this.#count++, this.#hashOf);
  }

  readonly #hashOf = (entry: number): number => this.#low[entry] ?? 0;
}

/** Two independent 32-bit halves (as cyrb53 makes them: https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js). */
function hashOfText(text: string): [high: number, low: number] {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [two >>> 0, one >>> 0];
}

/** Articles in groups of one kind (tags, collections, feeds). A group that is only read stays the column it came as. */
export class Members {
  readonly #groups: Map<string, Uint32Array | Set<number>>;

  constructor(groups: Iterable<[string, Uint32Array]> = []) {
    this.#groups = new Map(groups);
  }

  add(group: string, article: number): void {
    this.#set(group).add(article);
  }

  remove(group: string, article: number): void {
    if (this.#groups.has(group)) this.#set(group).delete(article);
  }

  of(group: string): Iterable<number> {
    return this.#groups.get(group) ?? [];
  }

  /** Takes articles out of every group. */
  takeOut(goes: (article: number) => boolean): void {
    for (const [group, members] of this.#groups) {
      if (members instanceof Set) for (const article of members) if (goes(article)) members.delete(article);
      if (!(members instanceof Set) && members.some(goes))
        this.#groups.set(
          group,
          members.filter((article) => !goes(article)),
        );
    }
  }

  /** As columns, empty groups left out. */
  columns(): [string, Uint32Array][] {
    return [...this.#groups].flatMap(([group, members]): [string, Uint32Array][] => {
      const column = members instanceof Set ? Uint32Array.from(members) : members;
      return column.length > 0 ? [[group, column]] : [];
    });
  }

  #set(group: string): Set<number> {
    const members = this.#groups.get(group);
    if (members instanceof Set) return members;
    const set = new Set(members ?? []);
    this.#groups.set(group, set);
    return set;
  }
}

/** Milliseconds that are taken: those of long ago in order, those of this session beside them. */
export class Stamps {
  readonly #sorted: Float64Array;
  readonly #more = new Set<number>();

  constructor(sorted: Float64Array = new Float64Array(0)) {
    this.#sorted = sorted;
  }

  has(stamp: number): boolean {
    if (this.#more.has(stamp)) return true;
    let [from, to] = [0, this.#sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#sorted[middle] ?? 0) < stamp) from = middle + 1;
      else to = middle;
    }
    return this.#sorted[from] === stamp;
  }

  add(stamp: number): void {
    if (!this.has(stamp)) this.#more.add(stamp);
  }

  column(): Float64Array {
    if (this.#more.size === 0) return this.#sorted;
    const all = new Float64Array(this.#sorted.length + this.#more.size);
    all.set(this.#sorted);
    all.set([...this.#more], this.#sorted.length);
    return all.sort();
  }
}
