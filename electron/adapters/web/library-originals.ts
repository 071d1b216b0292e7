import { join } from 'node:path';
import { segmentOf } from '../../core/domain/ids.ts';
import { fileResponse } from './file-response.ts';
import { notFound, textResponse } from './responses.ts';

/** Only an article's id and the one name; nothing else of the library can be addressed. */
const ORIGINAL_PATH = /^\/original\/([0-9a-z]{12})\.pdf$/;

/** The PDF that an article was made from, for the browser's own viewer. Never inside an article: its frame may load images only. */
export async function libraryOriginal(root: string, pathname: string, request: Request): Promise<Response> {
  const id = ORIGINAL_PATH.exec(pathname)?.[1];
  if (id === undefined) return notFound();
  const use = request.headers.get('sec-fetch-dest') ?? 'document';
  if (use !== 'document' && use !== 'empty') return textResponse(403, 'The original can only be opened as a document of its own.');
  return fileResponse(join(root, 'content', segmentOf(id), id, 'original.pdf'), request, {
    'content-type': 'application/pdf',
    'content-disposition': 'inline',
    'cache-control': 'private, no-cache',
  });
}
