import { readFileSync } from 'node:fs';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher, type FetchOptions, type Lookup } from '../../../electron/adapters/capture/fetch/fetcher.ts';
import { toCallError } from '../../../electron/core/errors.ts';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';
import { createCaptureBench, type CaptureBench } from './capture-bench.ts';

/** Servers that are broken or mean harm: each is given up within its limit, with a reason. */

const PROSE = '<p>The lock keeper writes down every boat that comes through, and what it carries, and where it is bound.</p>'.repeat(5);
const PAGE = `<!doctype html><html lang="en"><head><title>The lock</title></head><body><article>${PROSE}</article></body></html>`;
const LIMIT = 2_000_000;

let server: WebServer;
let bench: CaptureBench;
/** In a hurry, for servers that are slow. */
let hurried: CaptureBench;
beforeAll(async () => {
  server = await startWebServer({ '/page': PAGE });
  bench = createCaptureBench();
  hurried = createCaptureBench({ fetch: { deadline: 1500, idle: 300 } });
});
afterAll(async () => {
  await bench.close();
  await hurried.close();
  await server.close();
});

const failure = (url: string) => bench.failure({ kind: 'url', url }, { limits: { maxPage: LIMIT } });

/** A server that speaks for itself: `talk` gets the socket once a request has begun to arrive. */
async function rawServer(talk: (socket: Socket) => void): Promise<{ url: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const raw: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => talk(socket));
  });
  await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((raw.address() as AddressInfo).port)}/`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => raw.close(() => resolve()));
    },
  };
}

describe('a server that takes its time', () => {
  it.each([
    ['says nothing at all', () => undefined],
    ['sends its head a letter at a time', (socket: Socket) => drip(socket, `HTTP/1.1 200 OK\r\nX: ${'y'.repeat(10_000)}`)],
    [
      'sends its page a letter at a time',
      (socket: Socket) => drip(socket, PAGE.repeat(50), 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'),
    ],
    [
      'stops in the middle',
      (socket: Socket) => void socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nContent-Type: text/html\r\n\r\n${PAGE}`),
    ],
  ])('and %s is given up', async (_, talk) => {
    const raw = await rawServer(talk);
    const error = await hurried.failure({ kind: 'url', url: raw.url });
    await raw.close();
    expect(error).toMatchObject({ code: 'timed-out', retryable: true });
    expect(error.message).toMatch(/took too long/);
  });

  function drip(socket: Socket, text: string, head = ''): void {
    socket.write(head);
    let at = 0;
    const timer = setInterval(() => socket.write(text[at++] ?? ' '), 10);
    socket.once('close', () => clearInterval(timer));
  }
});

describe('a length that is wrong', () => {
  const answering = (head: string, body: string) =>
    rawServer((socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head}\r\n\r\n${body}`));

  it.each([
    ['too long', `Content-Length: ${String(PAGE.length + 500)}`],
    ['no number', 'Content-Length: many'],
    ['below nothing', 'Content-Length: -5'],
    ['two at once', 'Content-Length: 10\r\nContent-Length: 20'],
    ['a length and pieces', 'Content-Length: 10\r\nTransfer-Encoding: chunked'],
  ])('(%s) is a broken connection', async (_, head) => {
    const raw = await answering(head, PAGE);
    const error = await failure(raw.url);
    await raw.close();
    expect(error.code).toBe('connection-failed');
    expect(error.message).toMatch(/\.$/);
  });

  it('in pieces that never end is a broken connection', async () => {
    const raw = await answering('Transfer-Encoding: chunked', `${PAGE.length.toString(16)}\r\n${PAGE}\r\nffff\r\nhalf a piece`);
    expect((await failure(raw.url)).code).toBe('connection-failed');
    await raw.close();
  });

  it('is refused before a byte when it is too large', async () => {
    const raw = await answering('Content-Length: 99999999999', PAGE);
    expect((await failure(raw.url)).code).toBe('too-large');
    await raw.close();
  });
});

describe('a bomb', () => {
  const zeros = Buffer.alloc(60_000_000);
  it.each([
    ['gzip', gzipSync(zeros)],
    ['br', brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ['deflate', deflateSync(zeros)],
    ['deflate', deflateRawSync(zeros)],
    ['gzip, gzip', gzipSync(gzipSync(zeros))],
  ])('in %s is not unfolded', async (encoding, body) => {
    expect(body.length).toBeLessThan(200_000);
    server.on('/bomb', { headers: { 'content-encoding': encoding }, body });
    expect(await failure(server.url('/bomb'))).toMatchObject({ code: 'too-large', retryable: false });
  });

  it('of wrappings is not unwrapped', async () => {
    server.on('/wrapped', { headers: { 'content-encoding': 'gzip, gzip, gzip, gzip' }, body: gzipSync(PAGE) });
    expect((await failure(server.url('/wrapped'))).code).toBe('connection-failed');
  });

  it('that arrives as an image leaves a line in the receipt', async () => {
    server.on('/bomb.png', { type: 'image/png', headers: { 'content-encoding': 'gzip' }, body: gzipSync(zeros) });
    server.on('/with-image', PAGE.replace('</article>', '<img src="/bomb.png" alt="A bomb"></article>'));
    const { receipt } = await bench.save({ kind: 'url', url: server.url('/with-image') }, { limits: { maxImage: LIMIT } });
    expect(receipt.resources).toEqual([
      expect.objectContaining({ result: 'failed', reason: expect.stringContaining('larger than') as string }),
    ]);
  });
});

describe('redirects', () => {
  it('that never repeat end after ten', async () => {
    server.on('/count', (request, response) => {
      const n = Number(new URL(request.url ?? '', server.origin).searchParams.get('n'));
      response.writeHead(302, { location: `/count?n=${String(n + 1)}` }).end();
    });
    server.forget();
    expect((await failure(server.url('/count?n=0'))).code).toBe('too-many-redirects');
    expect(server.requests).toHaveLength(11);
  });

  it('by markup end too', async () => {
    server.on('/refresh', (request, response) => {
      const n = Number(new URL(request.url ?? '', server.origin).searchParams.get('n'));
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><meta http-equiv="refresh" content="0; url=/refresh?n=${String(n + 1)}"><title>On</title>`);
    });
    expect((await failure(server.url('/refresh?n=0'))).code).toBe('too-many-redirects');
  });
});

describe('a name', () => {
  const options: FetchOptions = {
    maxBytes: LIMIT,
    accept: '*/*',
    signal: new AbortController().signal,
    timing: { deadline: 10_000, idle: 10_000 },
  };
  const lookupOf =
    (...answers: string[]): Lookup =>
    (_name, _options, callback) =>
      callback(null, [{ address: answers.shift() ?? '127.0.0.1', family: 4 }]);
  const port = (): string => new URL(server.origin).port;

  it('that turns out to be local when it is connected to is not connected to', async () => {
    // Nobody typed it: a page's own redirect or image named it.
    const fetcher = createFetcher(new URL('http://127.0.0.1:1/'), { lookup: lookupOf('127.0.0.1') });
    server.forget();
    const error = toCallError(
      await fetcher.get(new URL(`http://rebind.example:${port()}/page`), options).catch((thrown: unknown) => thrown),
    );
    fetcher.close();
    expect(error).toMatchObject({ code: 'local-network-blocked', details: { host: 'rebind.example' } });
    expect(server.requests).toHaveLength(0);
  });

  it.each(['::ffff:127.0.0.1', '::1', 'fe80::1', '64:ff9b::7f00:1', '169.254.169.254', '0.0.0.0'])(
    'that means %s is not connected to',
    async (address) => {
      const fetcher = createFetcher(null, {
        lookup: (_name, _options, callback) => callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]),
      });
      const error = toCallError(
        await fetcher.get(new URL(`http://inside.example:${port()}/page`), options).catch((thrown: unknown) => thrown),
      );
      fetcher.close();
      expect(error.code).toBe('local-network-blocked');
    },
  );

  it('that was typed and is local from the start is the person’s own', async () => {
    const url = new URL(`http://nas.example:${port()}/page`);
    const fetcher = createFetcher(url, { lookup: lookupOf('127.0.0.1') });
    expect((await fetcher.get(url, options)).status).toBe(200);
    fetcher.close();
  });
});

describe('a certificate', () => {
  const file = (name: string): string => readFileSync(new URL(`../../fixtures/tls/${name}.pem`, import.meta.url), 'utf8');
  const started: HttpsServer[] = [];
  const secure = async (cert: string, host = '127.0.0.1'): Promise<string> => {
    const https = createHttpsServer({ key: file('key'), cert: file(cert) }, (_, response) => response.end(PAGE));
    started.push(https);
    await new Promise<void>((resolve) => https.listen(0, host, resolve));
    return `https://${host}:${String((https.address() as AddressInfo).port)}/`;
  };
  afterAll(() => Promise.all(started.map((https) => new Promise((resolve) => https.close(resolve)))));

  it('that nobody vouches for is not trusted', async () => {
    const error = await failure(await secure('self-signed'));
    expect(error).toMatchObject({ code: 'tls-failed', retryable: false });
    expect(error.message).toMatch(/certificate that nobody vouches for/);
  });

  it('that has run out is not trusted, and says so', async () => {
    const usual = getCACertificates('default');
    setDefaultCACertificates([...usual, file('expired')]);
    try {
      const error = await failure(await secure('expired'));
      expect(error).toMatchObject({ code: 'tls-failed', retryable: false });
      expect(error.message).toMatch(/certificate has expired/);
    } finally {
      setDefaultCACertificates(usual);
    }
  });

  // Only Linux and Windows have more loopback addresses than one.
  it.skipIf(process.platform === 'darwin')('for another name is not trusted, and says so', async () => {
    const usual = getCACertificates('default');
    setDefaultCACertificates([...usual, file('self-signed')]);
    try {
      expect((await bench.save({ kind: 'url', url: await secure('self-signed') })).title).toBe('The lock');
      const error = await failure(await secure('self-signed', '127.0.0.2'));
      expect(error).toMatchObject({ code: 'tls-failed', retryable: false });
      expect(error.message).toMatch(/belongs to another site/);
    } finally {
      setDefaultCACertificates(usual);
    }
  });
});
