import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { imagesOf, type ArticleRecord } from '../../core/domain/records.ts';
import type { FoundFault } from '../../core/ports.ts';
import type { FileStore } from './file-store.ts';
import { contentFolder, inLibrary, VERSIONS_FOLDER } from './layout.ts';
import { hasCode } from './storage-error.ts';
import type { Findings } from './verify-report.ts';

/** Files without which an article cannot be read, found or rebuilt. */
const NEEDED = ['article.html', 'text.txt', 'meta.json'];

/** Bytes of a file that are read at once. */
const PIECE = 256 * 1024;

type Kind = FoundFault['kind'];

export interface ArticleCheck {
  /** Library paths looked at already, and what was wrong with them (null = nothing). */
  readonly images: Map<string, Kind | null>;
  /** Waited for between two pieces of a file. */
  breathe?(): Promise<void>;
  /** Told of every file that was read, with its size in bytes. */
  read?(what: 'files' | 'images', bytes: number): void;
}

/** Compares an article's files with the hashes in its record and its images with their names, and notes what is wrong. */
export async function checkArticle(
  store: FileStore,
  article: ArticleRecord,
  images: Map<string, Kind | null>,
  findings: Findings,
): Promise<void> {
  findings.count('articles');
  const found = await faultsOfArticle(store, article, { images, read: (what, bytes) => findings.count(what, bytes) });
  for (const { message, path } of found) findings.problem(message, article.id, path);
}

/** What is wrong with an article's files. What is edited, deleted or saved anew meanwhile is no fault. */
export async function faultsOfArticle(store: FileStore, article: ArticleRecord, check: ArticleCheck): Promise<FoundFault[]> {
  const found: FoundFault[] = [];
  const compare = async (path: string, sum: string | undefined): Promise<Kind | null> => {
    const file = await sumOfFile(inLibrary(store.root, path), check.breathe);
    if (file === null) return 'missing';
    check.read?.('files', file.bytes);
    return file.sum === sum ? null : 'damaged';
  };
  for (const name of new Set([...NEEDED, ...Object.keys(article.files)])) {
    const path = `${contentFolder(article.id)}/${name}`;
    const kind = await compare(path, article.files[name]);
    if (kind === null) continue;
    const now = await store.get(article.id);
    if (!now || now.files[name] !== article.files[name]) continue;
    found.push({ kind, path, message: sentence(article, kind === 'missing' ? 'is missing' : 'is not as it was saved') });
  }
  for (const { n, files } of article.versions ?? []) {
    for (const [name, sum] of Object.entries(files)) {
      const path = `${contentFolder(article.id)}/${VERSIONS_FOLDER}/${String(n)}/${name}`;
      const kind = await compare(path, sum);
      if (kind === null) continue;
      const now = await store.get(article.id);
      if (!now?.versions?.some((version) => version.n === n && version.files[name] === sum)) continue;
      const what = kind === 'missing' ? 'is missing' : 'is not as it was saved';
      found.push({ kind, path, message: `A file of an earlier version of "${article.title}" ${what}.` });
    }
  }
  for (const path of new Set([...imagesOf(article), ...(article.leadImage ? [article.leadImage] : [])])) {
    if (!path.startsWith('images/')) continue;
    let kind = check.images.get(path);
    if (kind === undefined) {
      const file = await sumOfFile(inLibrary(store.root, path), check.breathe);
      if (file) check.read?.('images', file.bytes);
      kind = file === null ? 'missing' : file.sum === basename(path).split('.')[0] ? null : 'damaged';
      check.images.set(path, kind);
    }
    if (kind !== null && (await store.get(article.id)))
      found.push({ kind, path, message: sentence(article, 'has an image that is missing or damaged') });
  }
  return found;
}

function sentence(article: ArticleRecord, what: string): string {
  const subject = what.startsWith('has') ? `"${article.title}"` : `A file of "${article.title}"`;
  return article.url === null
    ? `${subject} ${what}. Add it again from its file to replace it.`
    : `${subject} ${what}. Save it again from ${article.url} to replace it; if that does not help, delete it first.`;
}

/** sha256 of a file, read in pieces; null where it is missing. What cannot be read has an empty sum: a check does not stop at a bad sector. */
async function sumOfFile(path: string, breathe?: () => Promise<void>): Promise<{ sum: string; bytes: number } | null> {
  let bytes = 0;
  try {
    const handle = await open(path, 'r');
    try {
      const hash = createHash('sha256');
      const piece = Buffer.allocUnsafe(PIECE);
      for (;;) {
        const { bytesRead } = await handle.read(piece, 0, PIECE, bytes);
        if (bytesRead === 0) return { sum: hash.digest('hex'), bytes };
        hash.update(piece.subarray(0, bytesRead));
        bytes += bytesRead;
        if (bytesRead === PIECE) await breathe?.();
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    return hasCode(error, 'ENOENT', 'ENOTDIR') ? null : { sum: '', bytes };
  }
}
