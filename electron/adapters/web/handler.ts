import type { App } from '../../core/app.ts';
import { libraryOriginal } from './library-originals.ts';
import { libraryImage } from './library-images.ts';
import { rendererFile } from './renderer-files.ts';
import { notFound, textResponse, wrongMethod } from './responses.ts';
import { exportLibrary, importLibrary } from './transfer-routes.ts';
import { createUploads } from './uploads.ts';

export interface WebSources {
  readonly app: Pick<App, 'dispatch'>;
  /** Folder of the built window (index.html, frame.html, assets/). */
  readonly renderer: string;
  /** Folder of the library that is open, for its images. */
  readonly library: () => string;
  readonly exportArchive: () => ReadableStream<Uint8Array>;
}

export type WebHandler = (request: Request) => Promise<Response>;

/**
 * Every page and file a window asks for, in both hosts: Electron's `protocol.handle` takes this shape, the headless host adapts
 * `node:http` to it. Who may ask is the host's to check.
 */
export function createWebHandler(sources: WebSources): WebHandler {
  const uploads = createUploads();
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/import') {
      return request.method === 'POST' ? importLibrary(request, sources.app, uploads) : wrongMethod('POST');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return wrongMethod('GET, HEAD');
    if (pathname === '/export/library.zip') {
      // An image or a frame of an article may not start an export.
      const use = request.headers.get('sec-fetch-dest') ?? 'empty';
      if (use !== 'empty' && use !== 'document') return textResponse(403, 'The library can only be downloaded by the window itself.');
      return exportLibrary(request, sources.exportArchive);
    }
    if (pathname.startsWith('/images/')) return libraryImage(sources.library(), pathname, request);
    if (pathname.startsWith('/original/')) return libraryOriginal(sources.library(), pathname, request);
    if (pathname.startsWith('/export/')) return notFound();
    return rendererFile(sources.renderer, pathname, request);
  };
}
