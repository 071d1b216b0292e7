import { extname, join } from 'node:path';
import { fileResponse } from './file-response.ts';
import { PAGE_TYPES } from './media-types.table.ts';
import { notFound } from './responses.ts';
import { FRAME_POLICY, PAGE_POLICY } from './security-headers.ts';

/** The built window: `dist/renderer`, from the sources as well as from a bundle in `dist/<host>`. */
export function rendererRoot(): string {
  const bundled = extname(import.meta.filename) !== '.ts';
  return bundled ? join(import.meta.dirname, '../renderer') : join(import.meta.dirname, '../../../dist/renderer');
}

/** Segments of letters, digits, `_`, `-` and dots inside: no `..`, no hidden file, no percent sign, no backslash. */
const SAFE_PATH = /^\/(?:[\w-]+(?:\.[\w-]+)*\/)*[\w-]+(?:\.[\w-]+)+$/;

/** The window's own files. */
export async function rendererFile(root: string, pathname: string, request: Request): Promise<Response> {
  const path = pathname === '/' ? '/index.html' : pathname;
  const type = PAGE_TYPES[extname(path).slice(1)];
  if (!SAFE_PATH.test(path) || type === undefined) return notFound();
  const policy = path === '/frame.html' ? FRAME_POLICY : PAGE_POLICY;
  return fileResponse(join(root, path), request, {
    'content-type': type,
    'content-security-policy': policy,
    // Files under assets/ carry a hash of their contents in the name.
    'cache-control': path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache',
  });
}
