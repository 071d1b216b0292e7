import type { VerifyReport } from './verify-report.ts';
import type { ContentStore, FoundFault, IndexWriter } from '../../core/ports.ts';
import type { FileStore } from './file-store.ts';
import { restoreNames } from './restore-names.ts';
import { checkArticle } from './verify-article.ts';
import { checkDocuments } from './verify-documents.ts';
import { checkFolders } from './verify-folders.ts';
import { checkIndex } from './verify-index.ts';
import { Findings } from './verify-report.ts';

export interface VerifyDeps {
  readonly store: FileStore;
  readonly content: ContentStore;
  /** Null where there is no index to compare with. */
  readonly index: IndexWriter | null;
  /** Put right what can be put right. */
  readonly repair: boolean;
  /** Notes from elsewhere to show with the report. */
  readonly extraNotes?: readonly string[];
}

/**
 * Checks that every committed file is there and unaltered, that what articles refer to exists, and that the index is in step. What
 * opening recovered is a note; a problem is committed data that is missing or altered. Never throws for damage. Articles that are
 * edited or saved meanwhile are looked at again before anything is said about them.
 */
export async function verifyLibrary({ store, index, repair, extraNotes = [] }: VerifyDeps): Promise<VerifyReport> {
  const mend = repair && store.readOnly === null;
  const findings = new Findings();
  if (repair && !mend) findings.note(`Nothing was repaired. ${store.readOnly ?? ''}`);
  await checkDocuments(store, findings, mend);

  const images = new Map<string, FoundFault['kind'] | null>();
  const unknown = { tags: new Set<string>(), collections: new Set<string>() };
  const times = new Set<string>();
  for await (const { segment, articles, tombstones } of store.scan()) {
    for (const article of articles) {
      times.add(article.savedAt);
      for (const id of article.tags) if (!store.library.tags[id]) unknown.tags.add(id);
      for (const id of article.collections) if (!store.library.collections[id]) unknown.collections.add(id);
      await checkArticle(store, article, images, findings);
    }
    await checkFolders(store, segment, { tombstones, times }, findings, mend);
  }
  await checkReferences(store, unknown, findings, mend);
  if (index) await checkIndex(store, index, findings, mend);

  if (mend) store.report.settle();
  return findings.report([...extraNotes, ...store.report.notes], store.report.problems);
}

async function checkReferences(
  store: FileStore,
  unknown: { tags: ReadonlySet<string>; collections: ReadonlySet<string> },
  findings: Findings,
  mend: boolean,
): Promise<void> {
  const { tags, collections } = store.library;
  const missing = [...unknown.tags].filter((id) => !tags[id]).length + [...unknown.collections].filter((id) => !collections[id]).length;
  if (missing === 0) return;
  const what = `${missing} ${missing === 1 ? 'tag or collection that articles are in is' : 'tags and collections that articles are in are'} missing from library.json`;
  if (mend) {
    await restoreNames(store);
    findings.note(`${what}; they were given the names that their articles were saved with, or new ones ("Recovered …").`);
  } else {
    findings.problem(`${what}. Repair gives them names again.`, null, 'library.json');
  }
}
