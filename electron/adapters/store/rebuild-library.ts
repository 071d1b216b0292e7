import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSegment } from '../../core/domain/ids.ts';
import type { LibraryTables } from '../../core/domain/records.ts';
import type { RandomText } from '../../core/ports.ts';
import { listArticleFolders, parseMeta } from './article-folder.ts';
import { loadDocumentFile } from './document-file.ts';
import { EMPTY, openDocument, placeOf, replaceTables, type LibraryDocument } from './document.ts';
import { listFolder, readIfThere, type Files } from './files.ts';
import type { Journal } from './journal.ts';
import { CONTENT_FOLDER, contentFolder, inLibrary, LIBRARY_DOCUMENT, LIBRARY_FILE } from './layout.ts';
import { NameBook } from './name-book.ts';
import { isLibraryRecord } from './record-check.ts';
import type { Recovery } from './recovery.ts';

export interface LibraryLoad {
  readonly root: string;
  readonly files: Files;
  readonly journal: Journal;
  readonly recovery: Recovery;
  readonly random: RandomText;
  readonly now: () => number;
  readonly readOnly: boolean;
}

/**
 * Loads library.json: its file, then the journal's newer changes. Where the file is damaged or missing, `rebuilt` is true: the tags and
 * collections that the articles' folders name are put together again and it is reported; settings that were in it are lost.
 */
export async function loadLibrary(load: LibraryLoad): Promise<{ document: LibraryDocument; rebuilt: boolean }> {
  const place = placeOf(load.root, LIBRARY_DOCUMENT);
  const loaded = await loadDocumentFile(place.path, isLibraryRecord);
  if (loaded.kind === 'whole') {
    load.journal.raise(loaded.snapshot.seq);
    return { document: await openDocument<LibraryTables>(place, loaded.snapshot, load.journal, load.files), rebuilt: false };
  }
  const salvage = loaded.kind === 'damaged' ? loaded.salvage : EMPTY;
  load.journal.raise(salvage.seq);
  // The journal's lines are newer than what could be salvaged, so they are read on top of it.
  const document = await openDocument<LibraryTables>(place, { seq: 0, tables: salvage.tables }, load.journal, load.files);
  const tables = document.adapter.committed;
  const book = new NameBook(tables, load.random);
  await readNames(load.root, book);
  const next: LibraryTables = { ...tables, ...book.tables };

  const state = loaded.kind === 'missing' ? 'was missing' : 'was damaged; the damaged file is kept beside it';
  load.recovery.problem(
    `${LIBRARY_FILE} ${state}. Tags and collections were put together again from the articles; settings, and tags and collections without an article, may be lost.`,
    LIBRARY_FILE,
  );
  if (load.readOnly) {
    document.adapter.adopt(next);
    return { document, rebuilt: true };
  }
  if (loaded.kind === 'damaged') await copyFile(place.path, `${place.path}.damaged-${load.now()}`);
  await load.journal.transaction(() => replaceTables(document, next));
  await document.adapter.checkpoint();
  return { document, rebuilt: true };
}

async function readNames(root: string, book: NameBook): Promise<void> {
  for (const segment of (await listFolder(join(root, CONTENT_FOLDER))).filter(isSegment)) {
    for (const id of await listArticleFolders(root, segment)) {
      const bytes = await readIfThere(inLibrary(root, `${contentFolder(id)}/meta.json`));
      const meta = bytes && parseMeta(bytes, id);
      if (meta) book.idsOf(meta);
    }
  }
}
