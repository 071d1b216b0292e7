import type { IncomingMessage } from 'node:http';
import { pipeline, Readable, type Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { FetchFault } from './failures.ts';

/** Reads a response body: decompressed as it comes, and given up as soon as it passes the limit (so that no bomb ever unfolds). */

/** Thrown when the decompressed body passes its limit. */
export class BodyTooLarge extends Error {}

const MAX_ENCODINGS = 3;

async function* startingWith(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** `deflate` means zlib data by the standard and raw data by habit: the first byte tells. */
async function inflateEither(source: Readable): Promise<Readable> {
  const pieces = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const first = await pieces.next();
  if (first.done === true) return Readable.from([]);
  const inflate: Transform = ((first.value[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
  return pipeline(Readable.from(startingWith(first.value, pieces)), inflate, () => undefined);
}

type Decoder = (source: Readable) => Readable | Promise<Readable>;

function decoder(encoding: string): Decoder | null {
  const through = (stream: Transform) => (source: Readable) => pipeline(source, stream, () => undefined);
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      // A missing trailer is common and harmless; the data before it counts.
      return through(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }));
    case 'br':
      return through(createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH }));
    case 'deflate':
      return inflateEither;
    default:
      return null;
  }
}

/** The body as one array. `onData` is told of every piece that arrives (to keep an idle timer going). */
export async function readBody(response: IncomingMessage, maxBytes: number, onData: () => void): Promise<Uint8Array> {
  const length = Number(response.headers['content-length'] ?? NaN);
  if (length > maxBytes) throw new BodyTooLarge();
  const encodings = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > MAX_ENCODINGS) throw new FetchFault('Z_DATA_ERROR', 'too many encodings');
  response.on('data', onData);
  response.pause();
  let stream: Readable = response;
  for (const encoding of encodings.reverse()) {
    const open = decoder(encoding);
    if (open === null) throw new FetchFault('Z_DATA_ERROR', 'unknown encoding');
    stream = await open(stream);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
