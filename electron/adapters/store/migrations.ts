import { dirname, join } from 'node:path';
import { loadDocumentFile, serialiseDocument } from './document-file.ts';
import { listFolder, type Files } from './files.ts';
import { FORMAT_VERSION, formatFile, type Format } from './format.ts';
import { ARTICLES_FOLDER, documentFile, FORMAT_FILE, inLibrary, LIBRARY_DOCUMENT } from './layout.ts';

export interface MigrationContext {
  readonly root: string;
  readonly files: Files;
}

/** Brings a library from the format before `to` up to `to`. May be cut off anywhere and run again. */
export interface Migration {
  readonly to: number;
  run(context: MigrationContext): Promise<void>;
}

/** Every change of the format, in order. Each has a library of the format before it among the tests. */
export const MIGRATIONS: readonly Migration[] = [
  /** Documents carry a sum of what is in them. */
  { to: 2, run: sumDocuments },
];

/**
 * Brings an old library up to date. format.json says first that it is under way, so that an older program keeps its hands off and a
 * crash is followed by another try; and at last that it is done.
 *
 * @param before called when something is about to be changed, for a backup
 */
export async function migrate(context: MigrationContext, format: Format, now: number, before: () => Promise<void>): Promise<void> {
  const { root, files } = context;
  const createdAt = format.createdAt ?? new Date(now).toISOString();
  await before();
  await files.replaceDurably(join(root, FORMAT_FILE), formatFile(createdAt, format.from));
  for (const { to, run } of MIGRATIONS) if (to > format.from && to <= FORMAT_VERSION) await run(context);
  await files.replaceDurably(join(root, FORMAT_FILE), formatFile(createdAt));
}

/** Documents without a sum are written again with one. A damaged one is left to loading, which deals with it. */
async function sumDocuments({ root, files }: MigrationContext): Promise<void> {
  const segments = (await listFolder(join(root, ARTICLES_FOLDER))).flatMap((name) => /^(....)\.json$/.exec(name)?.[1] ?? []);
  for (const name of [LIBRARY_DOCUMENT, ...segments]) {
    const path = inLibrary(root, documentFile(name));
    const loaded = await loadDocumentFile(path, () => true);
    if (loaded.kind !== 'whole' || loaded.summed) continue;
    await files.replace(path, serialiseDocument(loaded.snapshot));
    if (name === LIBRARY_DOCUMENT) await files.syncFolder(dirname(path));
  }
  await files.syncFolder(join(root, ARTICLES_FOLDER));
}
