import { copyFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadDocumentFile } from './document-file.ts';
import type { FileStore } from './file-store.ts';
import { documentFile, inLibrary, LIBRARY_DOCUMENT } from './layout.ts';
import { isLibraryRecord, isSegmentRecord } from './record-check.ts';
import type { Findings } from './verify-report.ts';

/**
 * Reads the documents' files themselves: what is in memory may be better than what is on disk. A segment that is not in memory is left
 * to loading, which rebuilds and reports it.
 */
export async function checkDocuments(store: FileStore, findings: Findings, mend: boolean): Promise<void> {
  for (const name of [LIBRARY_DOCUMENT, ...store.segments]) {
    if (!store.isLoaded(name)) continue;
    const relative = documentFile(name);
    const path = inLibrary(store.root, relative);
    const loaded = await loadDocumentFile(path, name === LIBRARY_DOCUMENT ? isLibraryRecord : isSegmentRecord);
    const kind = loaded.kind === 'whole' && loaded.mended ? 'damaged' : loaded.kind;
    // A segment that was never checkpointed has no file: all of it is in the journal.
    if (kind === 'whole' || (kind === 'missing' && !store.isWritten(name))) continue;
    if (!mend) {
      findings.problem(
        `${relative} is ${kind} on disk. Repair writes it again from memory; do so before Offprint is closed.`,
        null,
        relative,
      );
      continue;
    }
    if (kind === 'damaged') await copyFile(path, `${path}.damaged-${store.context.clock.now()}`);
    await store.rewriteDocument(name);
    await store.context.files.syncFolder(dirname(path));
    findings.note(`${relative} was ${kind} on disk and was written again from memory; nothing was lost.`);
  }
}
