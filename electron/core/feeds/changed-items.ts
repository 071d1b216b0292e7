import { shortHash, type NamedItem, type SeenItems } from './identity.ts';

/** Items of a feed whose sums are kept: its newest. */
const KEPT = 200;

/**
 * What an item says, as a short sum: the moment it names for its last change, else its words. Markup, numbers and addresses change by
 * themselves on some sites (counters, nonces), and mean nothing.
 */
function sumOf({ item }: NamedItem): string {
  const words = `${item.html} ${item.summary}`.replace(/<[^>]*>/g, ' ').replace(/[^\p{L}]+/gu, ' ');
  return shortHash(`${item.title}\n${item.updatedAt ?? words}`);
}

/** Items that say something else than at the reading before, and are in the library: newest first, as the feed has them. */
export function changedItems(
  reading: readonly NamedItem[],
  before: Readonly<Record<string, string>> | undefined,
  seen: SeenItems,
): NamedItem[] {
  return reading.filter((item) => {
    const known = before?.[item.names[0] ?? ''];
    return known !== undefined && known !== sumOf(item) && seen.isDone(item);
  });
}

/** The sums to keep: of items that are dealt with. `failed` keep the sum they had, so that the next reading tries them again. */
export function sumsOf(
  reading: readonly NamedItem[],
  before: Readonly<Record<string, string>> | undefined,
  seen: SeenItems,
  failed: ReadonlySet<NamedItem>,
): Record<string, string> {
  const done = reading.filter((item) => seen.isDone(item)).slice(0, KEPT);
  return Object.fromEntries(
    done.map((item) => {
      const name = item.names[0] ?? '';
      return [name, failed.has(item) ? (before?.[name] ?? '') : sumOf(item)];
    }),
  );
}
