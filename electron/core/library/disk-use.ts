import type { DiskGroup, DiskUse } from '../../contract/entities.ts';
import { lineage, pathOf } from '../domain/collection-paths.ts';
import type { ArticleRecord, LibraryTables } from '../domain/records.ts';
import { cancelled } from '../jobs/job-list.ts';
import type { Context, Handlers } from './context.ts';
import { DiskTally } from './disk-tally.ts';

/** Folders that are measured at the same time. */
const TOGETHER = 16;
const TRASH = 'trash';
/** Of the key of a group whose articles belong to none. */
const NONE = '';

type Library = Readonly<LibraryTables>;

/** What the library takes of the disk, as a job with progress: it looks at every file once. */
export function diskMethods(context: Context): Handlers<'library.diskUse'> {
  const { deps, jobs } = context;
  return {
    'library.diskUse': async () => {
      let result: DiskUse | null = null;
      const job = jobs.add('disk-use', 'Measure what the library takes of the disk', async ({ signal, step }) => {
        result = await measure(context, signal, step);
      });
      await jobs.settled(job.id);
      if (result === null) throw cancelled();
      return result;
    },
  };

  async function measure(
    { deps: { store, index, clock } }: Context,
    signal: AbortSignal,
    step: (sentence: string, progress: number | null) => void,
  ): Promise<DiskUse> {
    step('Measuring images', 0);
    const total = (await index.ids()).size;
    const [images, parts] = [await deps.diskSizes.images(signal), await deps.diskSizes.parts()];
    const tally = new DiskTally(images);
    for (const { icon } of Object.values(store.library.feeds)) if (icon !== null) tally.use(icon);
    for await (const { articles } of store.scan()) {
      for (let at = 0; at < articles.length; at += TOGETHER) {
        if (signal.aborted) throw cancelled();
        const some = articles.slice(at, at + TOGETHER);
        const sizes = await Promise.all(some.map(({ id }) => deps.diskSizes.article(id)));
        for (const [n, record] of some.entries()) tally.add(record, sizes[n] ?? 0, groupsOf(record, store.library));
      }
      step(`Measured ${tally.articles} of ${total} articles`, total === 0 ? null : Math.min(1, tally.articles / total));
    }
    const { articles, frees } = tally.group(TRASH);
    return {
      at: new Date(clock.now()).toISOString(),
      articles: tally.articles,
      texts: tally.texts,
      images: [...images.values()].reduce((sum, bytes) => sum + bytes, 0),
      ...parts,
      trash: { articles, frees },
      ...groups(tally, store.library),
    };
  }
}

/** The groups an article counts in: one year, each feed that brought it, each collection it sits in or below. */
function groupsOf(record: ArticleRecord, { feeds, collections }: Library): Set<string> {
  const inFeeds = (record.feeds ?? []).map(({ feedId }) => feedId).filter((id) => feeds[id]);
  const inCollections = record.collections.filter((id) => collections[id]).flatMap((id) => lineage(id, collections).map((each) => each.id));
  return new Set([
    `years/${record.savedAt.slice(0, 4)}`,
    ...(inFeeds.length > 0 ? inFeeds : [NONE]).map((id) => `feeds/${id}`),
    ...(inCollections.length > 0 ? inCollections : [NONE]).map((id) => `collections/${id}`),
    ...(record.trashedAt === null ? [] : [TRASH]),
  ]);
}

function groups(tally: DiskTally, { feeds, collections }: Library): Pick<DiskUse, 'feeds' | 'collections' | 'years'> {
  const of = (kind: string, ids: readonly string[], nameOf: (id: string) => string): DiskGroup[] =>
    [...ids, NONE]
      .map((id) => ({ id: id === NONE ? null : id, name: id === NONE ? '' : nameOf(id), ...tally.group(`${kind}/${id}`) }))
      .filter(({ articles }) => articles > 0)
      .sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
  const years = tally.keys().flatMap((key) => (key.startsWith('years/') ? key.slice('years/'.length) : []));
  return {
    feeds: of('feeds', Object.keys(feeds), (id) => feeds[id]?.title ?? id),
    collections: of('collections', Object.keys(collections), (id) => pathOf(id, collections)),
    years: of('years', years, (year) => year).sort((a, b) => (a.name > b.name ? -1 : 1)),
  };
}
