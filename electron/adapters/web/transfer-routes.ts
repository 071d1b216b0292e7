import type { App } from '../../core/app.ts';
import { AppError, toCallError } from '../../core/errors.ts';
import { resultResponse } from './responses.ts';
import { COMMON_HEADERS } from './security-headers.ts';
import type { Uploads } from './uploads.ts';

/** `GET /export/library.zip`: the archive, while it is being made. A failure before its first byte is an answer; a later one breaks the download off. */
export async function exportLibrary(request: Request, exportArchive: () => ReadableStream<Uint8Array>): Promise<Response> {
  const headers = {
    ...COMMON_HEADERS,
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="Offprint library ${new Date().toISOString().slice(0, 10)}.zip"`,
    'cache-control': 'no-store',
  };
  if (request.method === 'HEAD') return new Response(null, { headers });
  const reader = exportArchive().getReader();
  try {
    let next: Awaited<ReturnType<typeof reader.read>> | null = await reader.read();
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const piece = next ?? (await reader.read());
        next = null;
        if (piece.done) controller.close();
        else controller.enqueue(piece.value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
    return new Response(body, { headers });
  } catch (error) {
    return resultResponse({ ok: false, error: toCallError(error) }, 500);
  }
}

const UPLOAD_ID = /^[0-9a-f-]{36}$/;

/**
 * `POST /import` with a library archive as its body: written to a file as it comes, then `library.import`. Answers with its result.
 * An archive may also come in pieces, `POST /import?upload=<uuid>&at=<bytes before>`, the last with `&last`: Electron hands a whole Blob
 * to a scheme's handler only in memory, or not at all.
 */
export async function importLibrary(request: Request, app: Pick<App, 'dispatch'>, uploads: Uploads): Promise<Response> {
  try {
    const { searchParams } = new URL(request.url);
    const id = searchParams.get('upload');
    const at = Number(searchParams.get('at') ?? 0);
    if ((id !== null && !UPLOAD_ID.test(id)) || !Number.isSafeInteger(at) || at < 0) {
      throw new AppError('invalid-input', 'That is not a piece of an archive.');
    }
    const received = await uploads.add(id, at, request.body);
    if (id !== null && !searchParams.has('last')) return resultResponse({ ok: true, value: { received: received.size } });
    try {
      if (received.size === 0) {
        throw new AppError('archive-invalid', 'The file is empty. Choose an archive that Offprint exported (a .zip file).');
      }
      return resultResponse(await app.dispatch('library.import', { path: received.path }));
    } finally {
      await received.remove();
    }
  } catch (error) {
    return resultResponse({ ok: false, error: toCallError(error) });
  }
}
