import { copyFile } from 'node:fs/promises';
import type { LibraryTables } from '../../core/domain/records.ts';
import { loadDocumentFile } from './document-file.ts';
import { EMPTY, openDocument, placeOf, type LibraryDocument } from './document.ts';
import type { Files } from './files.ts';
import type { Journal } from './journal.ts';
import { LIBRARY_DOCUMENT, LIBRARY_FILE } from './layout.ts';
import { lostRecords } from './rebuild-from-backup.ts';
import { isLibraryRecord } from './record-check.ts';
import type { Recovery } from './recovery.ts';

export interface LibraryLoad {
  readonly root: string;
  readonly files: Files;
  readonly journal: Journal;
  readonly recovery: Recovery;
  readonly now: () => number;
  readonly readOnly: boolean;
}

/**
 * Loads library.json: its file, then the journal's newer changes. Where the file is damaged or missing, `rebuilt` is true: it holds what
 * could be read and what the journal knows, and the names of tags and collections are still to be restored from the articles.
 */
export async function loadLibrary(load: LibraryLoad): Promise<{ document: LibraryDocument; rebuilt: boolean }> {
  const place = placeOf(load.root, LIBRARY_DOCUMENT);
  const loaded = await loadDocumentFile(place.path, isLibraryRecord);
  if (loaded.kind === 'whole') {
    load.journal.raise(loaded.snapshot.seq);
    const document = await openDocument<LibraryTables>(place, loaded.snapshot, load.journal, load.files);
    if (loaded.mended) {
      load.recovery.note(`A damaged bit in ${LIBRARY_FILE} was put right; nothing was lost by it.`);
      if (!load.readOnly) {
        await copyFile(place.path, `${place.path}.damaged-${load.now()}`);
        await document.adapter.checkpoint();
      }
    }
    return { document, rebuilt: false };
  }
  const salvage = loaded.kind === 'damaged' ? loaded.salvage : EMPTY;
  load.journal.raise(salvage.seq);
  if (loaded.kind === 'damaged' && !load.readOnly) await copyFile(place.path, `${place.path}.damaged-${load.now()}`);
  const backup = await lostRecords(load.root, LIBRARY_DOCUMENT, loaded);
  const tables = { ...salvage.tables };
  for (const [name, records] of Object.entries(backup?.tables ?? {})) tables[name] = { ...records, ...tables[name] };
  // The journal's lines are newer than what could be salvaged or was backed up, so they are read on top of it.
  const document = await openDocument<LibraryTables>(place, { seq: 0, tables }, load.journal, load.files);
  if (!load.readOnly) await document.adapter.checkpoint();

  const state = loaded.kind === 'missing' ? 'was missing' : 'was damaged; the damaged file is kept beside it';
  if (backup) {
    const sentence = `${LIBRARY_FILE} ${state}. What could not be read comes from the backup ${backup.id}: what was changed since in settings, tags and collections may be lost.`;
    load.recovery.problem(sentence, LIBRARY_FILE);
    return { document, rebuilt: true };
  }
  load.recovery.problem(
    `${LIBRARY_FILE} ${state}. Tags and collections that articles are in were put together again from the articles: look whether their names are right. Settings, and tags and collections without an article, may be lost.`,
    LIBRARY_FILE,
  );
  return { document, rebuilt: true };
}
