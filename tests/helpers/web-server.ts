import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * A small web server on the loopback, for pages that tests save. Every request is recorded. An answer may wait for a gate (see gate.ts), so
 * that no test has to sleep.
 */
export interface Answer {
  readonly status?: number;
  /** `text/html; charset=utf-8` for text unless said otherwise. */
  readonly type?: string | null;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Sends the head at once, and the body when this has come. */
  readonly before?: Promise<void>;
}
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
export type Route = Answer | string | Uint8Array | Handler;

export interface RecordedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface WebServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  readonly requests: readonly RecordedRequest[];
  url(path: string): string;
  /** Adds or replaces an answer. Paths are compared with their query, and without it if none fits. */
  on(path: string, route: Route): void;
  /** Forgets the recorded requests. */
  forget(): void;
  close(): Promise<void>;
}

async function answer(route: Answer | string | Uint8Array, response: ServerResponse): Promise<void> {
  const {
    status = 200,
    type,
    headers = {},
    body = '',
    before,
  } = typeof route === 'string' || route instanceof Uint8Array ? { body: route } : route;
  const contentType = type === undefined ? (typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/octet-stream') : type;
  if (contentType !== null) response.setHeader('content-type', contentType);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, typeof value === 'string' ? value : [...value]);
  response.writeHead(status);
  if (before !== undefined) {
    response.flushHeaders();
    await before;
  }
  response.end(body);
}

/** Starts a server; `host` is the loopback address it listens on. */
export async function startWebServer(routes: Readonly<Record<string, Route>> = {}, host = '127.0.0.1'): Promise<WebServer> {
  const table = new Map<string, Route>(Object.entries(routes));
  const requests: RecordedRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    const route = table.get(path) ?? table.get(path.split('?', 1)[0] ?? path) ?? { status: 404, body: '<h1>Not found</h1>' };
    void (typeof route === 'function' ? route(request, response) : answer(route, response));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
  return {
    origin,
    requests,
    url: (path) => `${origin}${path}`,
    on: (path, route) => void table.set(path, route),
    forget: () => void requests.splice(0),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
