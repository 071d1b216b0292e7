import { join } from 'node:path';
import { fileResponse } from './file-response.ts';
import { IMAGE_TYPES } from './media-types.table.ts';
import { notFound } from './responses.ts';
import { IMAGE_POLICY } from './security-headers.ts';

/** Only the exact shape of a stored image's name; nothing else of the library can be addressed. */
const IMAGE_PATH = /^\/images\/([0-9a-f]{2})\/(\1[0-9a-f]{62})\.([a-z0-9]{2,5})$/;

/** An image of the library. Named by its contents, so it never changes. */
export async function libraryImage(root: string, pathname: string, request: Request): Promise<Response> {
  const match = IMAGE_PATH.exec(pathname);
  const [, folder = '', sha256 = '', extension = ''] = match ?? [];
  const type = IMAGE_TYPES[extension];
  if (match === null || type === undefined) return notFound();
  return fileResponse(join(root, 'images', folder, `${sha256}.${extension}`), request, {
    'content-type': type,
    'content-security-policy': IMAGE_POLICY,
    'cache-control': 'private, max-age=31536000, immutable',
  });
}
