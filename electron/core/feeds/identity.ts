import { addressKey } from '../domain/address.ts';
import type { ArticleFeed } from '../domain/records.ts';
import type { ParsedItem } from './types.ts';

/**
 * Which items are the same: by guid, by link, and where neither tells items apart by what they say. An item is known when any of its
 * names was seen, so that a feed that changes its guids, or its addresses, brings nothing twice.
 */
export interface NamedItem {
  readonly item: ParsedItem;
  /** Its names, the strongest first. Never empty. */
  readonly names: readonly string[];
}

/** 53 bits of a text (cyrb53), in base 36: short enough to keep thousands, and two of a feed's items meet by chance once in 10¹² feeds. */
export function shortHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** Each different item of one reading with its names. A guid or a link that several items share names none of them. */
export function nameItems(items: readonly ParsedItem[], siteUrl: string | null): NamedItem[] {
  const guids = countOf(items.map(({ guid }) => guid));
  const links = countOf(items.map(linkKey));
  const site = siteUrl === null ? null : addressKey(siteUrl);
  const seen = new Set<string>();
  const named: NamedItem[] = [];
  for (const item of items) {
    const link = linkKey(item);
    const hasGuid = item.guid !== null && guids.get(item.guid) === 1;
    // A link to the site itself is where the item stands, not what it is.
    const hasLink = link !== null && links.get(link) === 1 && link !== site && link.includes('/');
    const names = [...(hasGuid ? [`g${shortHash(item.guid ?? '')}`] : []), ...(hasLink ? [`l${shortHash(link)}`] : [])];
    if (names.length === 0)
      names.push(`c${shortHash([item.guid, link, item.title, item.publishedAt ?? '', item.html.slice(0, 2000)].join('\n'))}`);
    if (names.some((name) => seen.has(name))) continue;
    for (const name of names) seen.add(name);
    named.push({ item, names });
  }
  return named;
}

function linkKey({ link }: ParsedItem): string | null {
  return link === null ? null : addressKey(link);
}

function countOf(values: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The key in the catalogue by which an article is found for a feed's item. */
export function feedKey({ feedId, item }: ArticleFeed): string {
  return `feed:${feedId}:${item}`;
}

/** Names that are remembered for a feed; those of its newest reading always are. */
const REMEMBERED = 4_000;
/** Before names of items that were passed over when the feed was new. */
const PASSED_OVER = '-';

/** What a feed has seen, and what was passed over. */
export class SeenItems {
  readonly #done: Set<string>;
  readonly #passed: Set<string>;

  constructor(seen: readonly string[]) {
    this.#done = new Set(seen.filter((name) => !name.startsWith(PASSED_OVER)));
    this.#passed = new Set(seen.filter((name) => name.startsWith(PASSED_OVER)).map((name) => name.slice(1)));
  }

  isKnown({ names }: NamedItem): boolean {
    return names.some((name) => this.#done.has(name) || this.#passed.has(name));
  }

  /** Dealt with, and not only passed over. */
  isDone({ names }: NamedItem): boolean {
    return names.some((name) => this.#done.has(name));
  }

  wasPassedOver({ names }: NamedItem): boolean {
    return names.some((name) => this.#passed.has(name)) && !names.some((name) => this.#done.has(name));
  }

  done({ names }: NamedItem): void {
    for (const name of names) {
      this.#passed.delete(name);
      this.#done.add(name);
    }
  }

  passOver({ names }: NamedItem): void {
    for (const name of names) if (!this.#done.has(name)) this.#passed.add(name);
  }

  /** What to keep: everything in the newest reading, then the newest of the rest. Both names of a known item are remembered. */
  remember(reading: readonly NamedItem[]): string[] {
    const current = new Set<string>();
    for (const item of reading) {
      if (this.wasPassedOver(item)) this.passOver(item);
      else if (this.isKnown(item)) this.done(item);
      else continue;
      for (const name of item.names) current.add(name);
    }
    const all = [...[...this.#passed].map((name) => `${PASSED_OVER}${name}`), ...this.#done];
    const bare = (name: string): string => (name.startsWith(PASSED_OVER) ? name.slice(1) : name);
    const older = all.filter((name) => !current.has(bare(name)));
    const newest = all.filter((name) => current.has(bare(name)));
    return [...older.slice(Math.max(0, older.length - Math.max(0, REMEMBERED - newest.length))), ...newest];
  }

  /** How many of the reading's items can still be had. */
  older(reading: readonly NamedItem[]): number {
    return reading.filter((item) => this.wasPassedOver(item)).length;
  }
}
