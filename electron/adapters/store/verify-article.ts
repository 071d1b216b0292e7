import { basename } from 'node:path';
import { imagesOf, type ArticleRecord } from '../../core/domain/records.ts';
import { sha256 } from './article-folder.ts';
import type { FileStore } from './file-store.ts';
import { readIfThere } from './files.ts';
import { contentFolder, inLibrary, VERSIONS_FOLDER } from './layout.ts';
import type { Findings } from './verify-report.ts';

/** Files without which an article cannot be read, found or rebuilt. */
const NEEDED = ['article.html', 'text.txt', 'meta.json'];

/**
 * Compares an article's files with the hashes in its record, and its images with their names.
 *
 * @param images library paths looked at already, and whether they were fine
 */
export async function checkArticle(
  store: FileStore,
  article: ArticleRecord,
  images: Map<string, boolean>,
  findings: Findings,
): Promise<void> {
  findings.count('articles');
  const names = [...new Set([...NEEDED, ...Object.keys(article.files)])];
  for (const name of names) {
    const path = `${contentFolder(article.id)}/${name}`;
    const bytes = await read(store, path);
    if (bytes) findings.count('files', bytes.length);
    if (bytes && sha256(bytes) === article.files[name]) continue;
    // Deleted or saved anew in the meantime?
    const now = await store.get(article.id);
    if (!now || now.files[name] !== article.files[name]) continue;
    findings.problem(`${sentence(article, bytes === null ? 'is missing' : 'is not as it was saved')}`, article.id, path);
  }
  for (const { n, files } of article.versions ?? []) {
    for (const [name, sum] of Object.entries(files)) {
      const path = `${contentFolder(article.id)}/${VERSIONS_FOLDER}/${String(n)}/${name}`;
      const bytes = await read(store, path);
      if (bytes) findings.count('files', bytes.length);
      if (bytes && sha256(bytes) === sum) continue;
      const now = await store.get(article.id);
      if (!now?.versions?.some((version) => version.n === n && version.files[name] === sum)) continue;
      findings.problem(
        `A file of an earlier version of "${article.title}" ${bytes ? 'is not as it was saved' : 'is missing'}.`,
        article.id,
        path,
      );
    }
  }
  for (const path of new Set([...imagesOf(article), ...(article.leadImage ? [article.leadImage] : [])])) {
    if (!path.startsWith('images/')) continue;
    let good = images.get(path);
    if (good === undefined) {
      const bytes = await read(store, path);
      if (bytes) findings.count('images', bytes.length);
      good = bytes !== null && sha256(bytes) === basename(path).split('.')[0];
      images.set(path, good);
    }
    if (!good && (await store.get(article.id)))
      findings.problem(sentence(article, 'has an image that is missing or damaged'), article.id, path);
  }
}

function sentence(article: ArticleRecord, what: string): string {
  const subject = what.startsWith('has') ? `"${article.title}"` : `A file of "${article.title}"`;
  return article.url === null
    ? `${subject} ${what}. Add it again from its file to replace it.`
    : `${subject} ${what}. Delete it and save ${article.url} again to replace it.`;
}

/** Unreadable counts as missing: a check does not stop at a bad sector. */
async function read(store: FileStore, path: string): Promise<Buffer | null> {
  try {
    return await readIfThere(inLibrary(store.root, path));
  } catch {
    return null;
  }
}
