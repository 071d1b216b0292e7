import { open, type FileHandle } from 'node:fs/promises';
import { COMMON_HEADERS } from './security-headers.ts';
import { notFound } from './responses.ts';

const PIECE = 64 * 1024;

/** A file as a streamed answer; 404 where it is no regular file. `headers` come on top of the common ones. */
export async function fileResponse(path: string, request: Request, headers: Record<string, string>): Promise<Response> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return notFound();
  const { size, found } = await handle.stat().then((stat) => ({ size: stat.size, found: stat.isFile() }));
  if (!found || request.method === 'HEAD') await handle.close();
  if (!found) return notFound();
  return new Response(request.method === 'HEAD' ? null : readStream(handle), {
    headers: { ...COMMON_HEADERS, 'content-length': String(size), ...headers },
  });
}

/** Reads as fast as the other end takes it. Our own, because Node 18's Readable.toWeb throws when the reader goes away. */
function readStream(handle: FileHandle): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(PIECE), 0, PIECE);
      if (bytesRead === 0) {
        await handle.close();
        controller.close();
      } else controller.enqueue(buffer.subarray(0, bytesRead));
    },
    cancel: () => handle.close(),
  });
}
