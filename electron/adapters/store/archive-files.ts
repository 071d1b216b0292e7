import { basename, join } from 'node:path';
import { imagesOf, type ArticleRecord } from '../../core/domain/records.ts';
import { loadDocumentFile } from './document-file.ts';
import type { FileStore } from './file-store.ts';
import { listFolder } from './files.ts';
import { contentFolder, documentFile, FORMAT_FILE, inLibrary, JOURNAL_FOLDER, LIBRARY_FILE, VERSIONS_FOLDER } from './layout.ts';
import { isSegmentRecord } from './record-check.ts';

export interface ArchiveFile {
  /** Library path. */
  readonly path: string;
  /** What the file must hash to; null where nobody knows. */
  readonly sha256: string | null;
}

/**
 * The files that make up a frozen library: its documents, and what their records name. A library that cannot be written cannot be
 * frozen either, but neither can it change: there the journal goes along.
 */
export async function* archiveFiles(store: FileStore): AsyncGenerator<ArchiveFile> {
  const fixed = store.readOnly !== null;
  const plain = (path: string): ArchiveFile => ({ path, sha256: null });
  yield plain(FORMAT_FILE);
  yield plain(LIBRARY_FILE);
  const journal = fixed ? await listFolder(join(store.root, JOURNAL_FOLDER)) : [];
  for (const name of journal) if (name.endsWith('.jsonl')) yield plain(`${JOURNAL_FOLDER}/${name}`);

  const images = new Set<string>();
  for (const segment of store.segments) {
    const records = fixed ? await recordsInStore(store, segment) : await recordsOnDisk(store, segment);
    if (records === null) continue;
    yield plain(documentFile(segment));
    for (const record of records) {
      const folder = contentFolder(record.id);
      const there = (await listFolder(inLibrary(store.root, folder))).filter((name) => name !== VERSIONS_FOLDER);
      const names = new Set([...there, ...Object.keys(record.files)]);
      for (const name of names) yield { path: `${folder}/${name}`, sha256: record.files[name] ?? null };
      for (const { n, files } of record.versions ?? []) {
        const path = `${folder}/${VERSIONS_FOLDER}/${String(n)}`;
        for (const [name, sum] of Object.entries(files)) yield { path: `${path}/${name}`, sha256: sum };
      }
      for (const path of [...imagesOf(record), record.leadImage]) {
        if (path === null || images.has(path)) continue;
        images.add(path);
        yield { path, sha256: basename(path).split('.')[0] ?? null };
      }
    }
  }
}

/** Not the store's own records: those go on changing. Null where the segment has no file (it came after the freeze, or is empty). */
async function recordsOnDisk(store: FileStore, segment: string): Promise<ArticleRecord[] | null> {
  const loaded = await loadDocumentFile(inLibrary(store.root, documentFile(segment)), isSegmentRecord);
  if (loaded.kind === 'missing') return null;
  const { tables } = loaded.kind === 'whole' ? loaded.snapshot : loaded.salvage;
  return Object.values(tables['articles'] ?? {}) as ArticleRecord[];
}

async function recordsInStore(store: FileStore, segment: string): Promise<ArticleRecord[]> {
  for await (const found of store.scan()) if (found.segment === segment) return found.articles;
  return [];
}
