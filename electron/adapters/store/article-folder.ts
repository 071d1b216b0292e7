import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isArticleId } from '../../core/domain/ids.ts';
import type { ArticleRecord, ContentMeta } from '../../core/domain/records.ts';
import { isObject } from './document-file.ts';
import { listFolder, readIfThere } from './files.ts';
import { CONTENT_FOLDER, contentFolder, inLibrary, isTemporary, VERSIONS_FOLDER } from './layout.ts';
import { isSegmentRecord } from './record-check.ts';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Ids of a segment that have a folder. */
export async function listArticleFolders(root: string, segment: string): Promise<string[]> {
  return (await listFolder(join(root, CONTENT_FOLDER, segment))).filter((name) => isArticleId(name) && name.startsWith(segment));
}

/** Parses meta.json; null where it is not one of this article. */
export function parseMeta(bytes: Buffer, id: string): ContentMeta | null {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
  if (!isObject(value) || value['v'] !== 1 || !isObject(value['record']) || !isObject(value['receipt'])) return null;
  const { record, tagNames, collectionPaths } = value;
  const good = Array.isArray(tagNames) && Array.isArray(collectionPaths) && isSegmentRecord('articles', id, { ...record, files: {} });
  return good ? (value as unknown as ContentMeta) : null;
}

/** An article's meta.json; null where it is missing or damaged. */
export async function readMetaFile(root: string, id: string): Promise<ContentMeta | null> {
  const bytes = await readIfThere(inLibrary(root, `${contentFolder(id)}/meta.json`));
  return bytes && parseMeta(bytes, id);
}

export interface FoundArticle {
  readonly meta: ContentMeta;
  /** sha256 by file name; what the receipt says counts more than what is there, so that altered files are found later. */
  readonly files: ArticleRecord['files'];
}

/** An article as its own folder describes it, or null where meta.json is missing or damaged: it is written last. */
export async function readArticleFolder(root: string, id: string): Promise<FoundArticle | null> {
  const folder = inLibrary(root, contentFolder(id));
  const meta = await readMetaFile(root, id);
  if (!meta) return null;
  const found: Record<string, string> = {};
  for (const name of await listFolder(folder)) {
    const bytes = isTemporary(name) || name === VERSIONS_FOLDER ? null : await readIfThere(join(folder, name));
    if (bytes) found[name] = sha256(bytes);
  }
  return { meta, files: { ...found, ...meta.receipt.hashes } };
}
