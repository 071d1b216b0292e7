import { lookup as dnsLookup } from 'node:dns';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { AddressGuard, hostOf, portOf } from './address-guard.ts';
import { guardedLookup } from './fetcher.ts';

/**
 * A proxy on the loopback through which a page that runs its own scripts reaches the public internet, and of the local network only the host
 * and port that the person typed. Names are looked up here, at the moment of each connection, by the same guard as every capture.
 */
export interface GuardedProxy {
  readonly port: number;
  /** True once more bytes came than were allowed: every connection was cut then. */
  readonly spent: boolean;
  close(): Promise<void>;
}

/** Headers between this proxy and whoever asks it, which go no further (RFC 9110, 7.6.1). */
const HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
]);
/** What no capture sends. */
const PRIVATE = new Set(['cookie', 'referer']);

export async function openGuardedProxy(typed: URL, { maxBytes }: { readonly maxBytes: number }): Promise<GuardedProxy> {
  const guard = new AddressGuard(typed);
  const sockets = new Set<Socket>();
  let bytes = 0;
  const spent = (): boolean => bytes > maxBytes;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const count = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (spent()) for (const socket of sockets) socket.destroy();
  };
  const counted = (): Transform =>
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        count(chunk);
        done(null, chunk);
      },
    });

  /** What is asked for in the clear: the request line has the whole address. */
  function forward(request: IncomingMessage, response: ServerResponse): void {
    const url = addressOf(request.url ?? '');
    if (url?.protocol !== 'http:' || spent() || !guard.allowsLiteral(url)) {
      // No answer at all: an answer of ours would look like the site's.
      request.socket.destroy();
      return;
    }
    const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !HOP.has(name) && !PRIVATE.has(name)));
    const onward = httpRequest(
      {
        hostname: hostOf(url),
        port: portOf(url),
        path: `${url.pathname}${url.search}`,
        method: request.method,
        headers,
        lookup: guardedLookup(guard, portOf(url), dnsLookup),
        agent: false,
      },
      (answer) => {
        const own = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !HOP.has(name)));
        response.writeHead(answer.statusCode ?? 502, own);
        answer.pipe(counted()).pipe(response);
      },
    );
    onward.on('socket', keep);
    onward.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    request.pipe(onward);
  }

  const server = createServer(forward);
  server.on('connection', keep);
  // A tunnel for TLS: what goes through it is between the page's site and the window.
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const url = addressOf(`https://${request.url ?? ''}`);
    if (url === null || spent() || !guard.allowsLiteral(url)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const port = portOf(url);
    const onward = connect({ host: hostOf(url), port, lookup: guardedLookup(guard, port, dnsLookup) });
    keep(onward);
    onward.once('connect', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.write(head);
      onward.on('data', count);
      onward.pipe(socket).pipe(onward);
    });
    onward.once('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    get spent() {
      return spent();
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function addressOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
