import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../core/app.ts';
import { AppError, toCallError } from '../../core/errors.ts';
import { resultResponse } from './responses.ts';
import { COMMON_HEADERS } from './security-headers.ts';

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

/** `POST /import` with a library archive as its body: written to a file as it comes, then `library.import`. Answers with its result. */
export async function importLibrary(request: Request, app: Pick<App, 'dispatch'>): Promise<Response> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-import-'));
  try {
    const path = join(folder, 'library.zip');
    if ((await receive(request, path)) === 0) {
      throw new AppError('archive-invalid', 'The file is empty. Choose an archive that Offprint exported (a .zip file).');
    }
    return resultResponse(await app.dispatch('library.import', { path }));
  } catch (error) {
    return resultResponse({ ok: false, error: toCallError(withSentence(error)) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes a request's body to a file; its size in bytes. */
async function receive(request: Request, path: string): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    const reader = request.body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      await file.writeFile(next.value);
      size += next.value.byteLength;
    }
  } finally {
    await file.close();
  }
  return size;
}

function withSentence(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') return error;
  return new AppError('disk-full', `There is not enough room in ${tmpdir()} to receive the archive. Free some space and import it again.`);
}
