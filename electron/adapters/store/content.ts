import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip as gunzipCallback } from 'node:zlib';
import type { ContentMeta } from '../../core/domain/records.ts';
import type { ContentStore } from '../../core/ports.ts';
import { AppError } from '../../core/errors.ts';
import { parseMeta } from './article-folder.ts';
import { readIfThere } from './files.ts';
import { contentFolder, inLibrary, VERSIONS_FOLDER } from './layout.ts';
import { hasCode, storageError } from './storage-error.ts';

const gunzip = promisify(gunzipCallback);

export type ContentReader = Pick<
  ContentStore,
  'readHtml' | 'readText' | 'readMeta' | 'readSource' | 'readVersion' | 'readImage' | 'folderOf'
>;

/** The reading half of the content store: needs no lock. Missing and damaged files reject with `library-damaged`. */
export function openContent(root: string): ContentReader {
  const read = async (id: string, name: string): Promise<Buffer> => {
    const path = `${contentFolder(id)}/${name}`;
    try {
      return await readFile(inLibrary(root, path));
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTDIR')) throw storageError(error, 'The article could not be read', root);
      throw damaged('A file of this article is missing from the library. Check the library, or save the article again.', id, path);
    }
  };
  return {
    readHtml: async (id) => (await read(id, 'article.html')).toString('utf8'),
    readText: async (id) => (await read(id, 'text.txt')).toString('utf8'),
    readMeta: async (id): Promise<ContentMeta> => {
      const meta = parseMeta(await read(id, 'meta.json'), id);
      const path = `${contentFolder(id)}/meta.json`;
      if (!meta) throw damaged(`${path} is damaged. Check the library to see whether more is.`, id, path);
      return meta;
    },
    readSource: async (id) => {
      const packed = await readIfThere(inLibrary(root, `${contentFolder(id)}/source.html.gz`));
      return packed === null ? null : gunzip(packed);
    },
    readVersion: async (id, n) => {
      const path = `${VERSIONS_FOLDER}/${String(n)}`;
      const meta = parseMeta(await read(id, `${path}/meta.json`), id);
      if (!meta) throw damaged('This version is damaged. Check the library to see whether more is.', id, `${contentFolder(id)}/${path}`);
      const html = (await read(id, `${path}/article.html`)).toString('utf8');
      return { html, text: (await read(id, `${path}/text.txt`)).toString('utf8'), meta };
    },
    readImage: (path) => readIfThere(inLibrary(root, path)),
    folderOf: contentFolder,
  };
}

function damaged(sentence: string, articleId: string, path: string): AppError {
  return new AppError('library-damaged', sentence, { details: { articleId, path } });
}
