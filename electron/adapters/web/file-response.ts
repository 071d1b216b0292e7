import { open, stat, type FileHandle } from 'node:fs/promises';
import { notFound } from './responses.ts';
import { COMMON_HEADERS } from './security-headers.ts';

const PIECE = 64 * 1024;

/** A file as a streamed answer; 404 where it is no regular file. `headers` come on top of the common ones. */
export async function fileResponse(path: string, request: Request, headers: Record<string, string>): Promise<Response> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return notFound();
  return new Response(request.method === 'HEAD' ? null : readStream(path), {
    headers: { ...COMMON_HEADERS, 'content-length': String(found.size), ...headers },
  });
}

/**
 * Reads as fast as the other end takes it, and opens the file only then: an answer that nobody reads holds nothing open. Our own, because
 * Node 18's Readable.toWeb throws when the reader goes away.
 */
function readStream(path: string): ReadableStream<Uint8Array> {
  let file: FileHandle | null = null;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        file ??= await open(path, 'r');
        const { bytesRead, buffer } = await file.read(new Uint8Array(PIECE), 0, PIECE);
        if (bytesRead > 0) {
          controller.enqueue(buffer.subarray(0, bytesRead));
          return;
        }
        await file.close();
        controller.close();
      },
      cancel: async () => {
        await file?.close();
      },
    },
    { highWaterMark: 0 },
  );
}
