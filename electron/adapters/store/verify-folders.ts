import type { ArticleRecord, TombstoneRecord } from '../../core/domain/records.ts';
import { listArticleFolders, readArticleFolder } from './article-folder.ts';
import type { FileStore } from './file-store.ts';
import { contentFolder, inLibrary } from './layout.ts';
import { NameBook } from './name-book.ts';
import type { Findings } from './verify-report.ts';

/**
 * Folders of a segment that no record names. With a tombstone, a purge was cut off; without one, a save was: where its meta.json is
 * whole (it is written last) the article is complete and repair adopts it, anything else is a leftover.
 *
 * @param seen the segment's tombstones, and the saved-at times that are taken
 */
export async function checkFolders(
  store: FileStore,
  segment: string,
  seen: { tombstones: readonly TombstoneRecord[]; times: Set<string> },
  findings: Findings,
  mend: boolean,
): Promise<void> {
  const purged = new Set(seen.tombstones.map((tombstone) => tombstone.id));
  const left = { purged: 0, cutOff: 0, adopted: 0 };
  for (const id of await listArticleFolders(store.root, segment)) {
    if (store.context.reserved.has(id) || (await store.get(id))) continue;
    const isPurged = purged.has(id) || (await store.isPurged(id));
    if (!isPurged && (await adopt(store, id, seen.times, mend))) {
      left.adopted++;
      continue;
    }
    left[isPurged ? 'purged' : 'cutOff']++;
    if (mend) await store.context.files.removeTree(inLibrary(store.root, contentFolder(id)));
  }
  const done = (count: number, one: string, many: string, mended: string, otherwise: string) => {
    if (count > 0) findings.note(`${count === 1 ? one : `${count} ${many}`} ${mend ? mended : otherwise}`);
  };
  const where = `content/${segment}`;
  done(left.adopted, 'A save that was cut off', 'saves that were cut off', `in ${where}: finished.`, `in ${where}: repair finishes it.`);
  done(
    left.cutOff,
    'A save that was cut off',
    'saves that were cut off',
    `in ${where}: the remains were removed.`,
    `in ${where}: repair removes the remains.`,
  );
  done(
    left.purged,
    'A deleted article',
    'deleted articles',
    `in ${where}: remaining files were removed.`,
    `in ${where}: repair removes the remaining files.`,
  );
}

/** True where the folder holds a whole article; with `mend` it is in the library again afterwards. */
async function adopt(store: FileStore, id: string, times: Set<string>, mend: boolean): Promise<boolean> {
  const folder = await readArticleFolder(store.root, id);
  if (!folder || !mend) return folder !== null;
  const book = new NameBook(store.library, store.context.random);
  const named = book.idsOf(folder.meta);
  const record: ArticleRecord = {
    ...folder.meta.record,
    ...named,
    savedAt: freeTime(folder.meta.record.savedAt, times),
    files: folder.files,
  };
  const commit = await store.commit({
    articles: new Map([[id, () => record]]),
    ...(book.made > 0 ? { library: (draft) => void Object.assign(draft, book.tables) } : {}),
  });
  await store.announceRecovered(commit);
  return true;
}

/**
 * Finishes saves that a crash cut off between their folder and their record: looks only where they can be, in the newest segment, and
 * removes nothing. Nothing else is writing yet.
 */
export async function finishSaves(store: FileStore): Promise<void> {
  const segment = store.segments.at(-1);
  if (segment === undefined || store.readOnly !== null) return;
  const times = new Set<string>();
  let finished = 0;
  for (const id of await listArticleFolders(store.root, segment)) {
    if ((await store.get(id)) || (await store.isPurged(id))) continue;
    if (times.size === 0) for await (const { articles } of store.scan()) for (const article of articles) times.add(article.savedAt);
    if (await adopt(store, id, times, true)) finished++;
  }
  if (finished > 0)
    store.report.note(finished === 1 ? 'A save that was cut off was finished.' : `${finished} saves that were cut off were finished.`);
}

/** Saved-at times are unique in a library. */
function freeTime(savedAt: string, times: Set<string>): string {
  let time = savedAt;
  while (times.has(time)) time = new Date(Date.parse(time) + 1).toISOString();
  times.add(time);
  return time;
}
