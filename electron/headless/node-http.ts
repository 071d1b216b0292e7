import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { textResponse } from '../adapters/web/responses.ts';
import type { WebHandler } from '../adapters/web/handler.ts';

/** Lets a `Request → Response` handler answer `node:http`, bodies streamed both ways at the slower end's pace. */
export function nodeListener(handler: WebHandler): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  return (incoming, outgoing) => {
    void answer(handler, incoming, outgoing).catch(() => outgoing.destroy());
  };
}

async function answer(handler: WebHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const request = toRequest(incoming);
  const response = request === null ? textResponse(400, 'That is not a request for Offprint.') : await handler(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body !== null) await send(response.body, outgoing);
  outgoing.end();
  // What was refused without being read must not keep the connection waiting.
  if (!incoming.complete) incoming.resume();
}

function toRequest(incoming: IncomingMessage): Request | null {
  const { method = 'GET', url = '/', headers } = incoming;
  // Only paths: a proxy's absolute form is not for us, and `//host` would be read as another host.
  if (!/^\/(?!\/)/.test(url)) return null;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const init: RequestInit & { duplex?: 'half' } = { method, headers: toHeaders(headers) };
  if (hasBody) {
    init.body = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
    init.duplex = 'half';
  }
  try {
    return new Request(`http://127.0.0.1${url}`, init);
  } catch {
    return null;
  }
}

function toHeaders(headers: IncomingMessage['headers']): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) result.append(name, each);
  }
  return result;
}

async function send(body: ReadableStream<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  const reader = body.getReader();
  const gone = new AbortController();
  outgoing.once('close', () => {
    gone.abort();
    void reader.cancel().catch(() => undefined);
  });
  if (outgoing.destroyed) await reader.cancel();
  outgoing.flushHeaders();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if (!outgoing.write(next.value)) await once(outgoing, 'drain', { signal: gone.signal }).catch(() => undefined);
    if (outgoing.destroyed) return;
  }
}
