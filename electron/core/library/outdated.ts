import { EXTRACTOR_VERSION } from '../capture/extractor-version.ts';
import type { ArticleRecord } from '../domain/records.ts';
import type { ContentStore, LibraryStore } from '../ports.ts';

/** Receipts read at the same time. */
const AT_ONCE = 16;

/**
 * Articles that an older version of the extraction took out of their pages, whose pages are kept: extracting them again may make them
 * better. Newest last; trash left out.
 */
export async function findOutdated(
  store: Pick<LibraryStore, 'scan'>,
  content: Pick<ContentStore, 'readMeta'>,
  current: number = EXTRACTOR_VERSION,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const { articles } of store.scan()) {
    const kept = articles.filter(({ trashedAt, files }) => trashedAt === null && files['source.html.gz'] !== undefined);
    for (let at = 0; at < kept.length; at += AT_ONCE) {
      const some = kept.slice(at, at + AT_ONCE);
      const versions = await Promise.all(some.map((record) => versionOf(record, content)));
      ids.push(...some.filter((_, index) => (versions[index] ?? current) < current).map(({ id }) => id));
    }
  }
  return ids;
}

/** The version that the record or, for an older record, its receipt names; an article without a number is of version 1. */
async function versionOf({ id, extractorVersion }: ArticleRecord, content: Pick<ContentStore, 'readMeta'>): Promise<number | null> {
  if (extractorVersion !== undefined) return extractorVersion;
  return content.readMeta(id).then(
    ({ receipt }) => receipt.extractorVersion ?? 1,
    // Without its receipt it cannot be extracted again; a check of the library tells about it.
    () => null,
  );
}
