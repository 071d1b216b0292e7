import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallError } from '../../../electron/contract/errors.ts';
import { createGate } from '../../helpers/gate.ts';
import { png } from '../../helpers/images.ts';
import { startWebServer, type Route, type WebServer } from '../../helpers/web-server.ts';
import { createCaptureBench, type CaptureBench } from './capture-bench.ts';

const PROSE = Array.from(
  { length: 5 },
  (_, n) => `<p>Paragraph ${String(n)} tells of the mill by the river, of its wheel, and of the people who keep it.</p>`,
).join('');
const PAGE = `<!doctype html><html lang="en"><head><title>The mill</title></head><body><article><h1>The mill</h1>${PROSE}</article></body></html>`;

let server: WebServer;
let bench: CaptureBench;
beforeAll(async () => {
  server = await startWebServer({ '/page': PAGE });
  bench = createCaptureBench({ fetch: { deadline: 3000, idle: 400 } });
});
afterAll(async () => {
  await bench.close();
  await server.close();
});

/** Every failure is a sentence: it ends like one, and shows nothing of the machine inside. */
function expectSentence(error: CallError): void {
  expect(error.message).toMatch(/^[A-Z“].*[.]$/s);
  expect(error.message).not.toMatch(/\bat .*:\d+:\d+|Error:|ECONN|ENOTFOUND|undefined|\[object/);
  expect(error.code).not.toBe('internal');
}

describe('addresses that cannot be saved', () => {
  const CASES: readonly (readonly [string, CallError['code']])[] = [
    ['', 'unsupported-address'],
    ['not a url', 'unsupported-address'],
    ['ftp://example.com/story', 'unsupported-address'],
    ['file:///etc/passwd', 'unsupported-address'],
    ['javascript:alert(1)', 'unsupported-address'],
    ['https://', 'unsupported-address'],
    ['http://does-not-exist.invalid/story', 'address-not-found'],
  ];
  it.each(CASES)('says why %j is no address to save', async (url, code) => {
    const error = await bench.failure({ kind: 'url', url });
    expect(error.code).toBe(code);
    expectSentence(error);
  });
});

describe('answers that are no article', () => {
  const CASES: readonly { name: string; route: Route; code: CallError['code']; retryable?: boolean; says?: RegExp }[] = [
    { name: 'a missing page', route: { status: 404 }, code: 'http-error', retryable: false, says: /no page.*404/ },
    { name: 'a page that is gone', route: { status: 410 }, code: 'http-error', retryable: false },
    { name: 'a locked page', route: { status: 403, body: PAGE }, code: 'http-error', retryable: false, says: /save it as a file/ },
    { name: 'a broken server', route: { status: 500 }, code: 'http-error', retryable: true, says: /Try again later/ },
    { name: 'a busy server', route: { status: 503 }, code: 'http-error', retryable: true },
    { name: 'a server that asks for a pause', route: { status: 429 }, code: 'http-error', retryable: true, says: /pause/ },
    { name: 'a broken PDF', route: { type: 'application/pdf', body: '%PDF-1.7' }, code: 'unsupported-file', says: /a PDF that is damaged/ },
    {
      name: 'a broken PDF that is called a page',
      route: { type: 'text/html', body: '%PDF-1.7\n%âãÏÓ\n' },
      code: 'unsupported-file',
      says: /a PDF that is damaged/,
    },
    { name: 'an image', route: { type: 'image/png', body: png(2, 2) }, code: 'unsupported-file', says: /an image/ },
    {
      name: 'an image by its bytes',
      route: { type: 'application/octet-stream', body: png(2, 2) },
      code: 'unsupported-file',
      says: /an image/,
    },
    { name: 'an empty answer', route: { body: '' }, code: 'not-an-article', says: /empty/ },
    { name: 'white space', route: { body: '\n \n' }, code: 'not-an-article', says: /empty/ },
    {
      name: 'a page without text',
      route: '<!doctype html><html><body><div id="app"></div><script src="/app.js"></script></body></html>',
      code: 'not-an-article',
      says: /No article/,
    },
    {
      name: 'a menu',
      route: `<!doctype html><html><body><nav>${'<a href="/x">News</a> '.repeat(40)}</nav></body></html>`,
      code: 'not-an-article',
    },
    {
      name: 'a feed',
      route: { type: 'application/rss+xml', body: '<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title></channel></rss>' },
      code: 'unsupported-file',
      says: /feed/,
    },
    {
      name: 'noise',
      route: { type: 'text/html', body: Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919 + (n >> 3)) % 256)) },
      code: 'unsupported-file',
    },
    { name: 'an unknown encoding', route: { headers: { 'content-encoding': 'zstd' }, body: PAGE }, code: 'connection-failed' },
    {
      name: 'damaged compression',
      route: { headers: { 'content-encoding': 'gzip' }, body: PAGE },
      code: 'connection-failed',
      says: /damaged/,
    },
  ];
  it.each(CASES)('says why $name is not saved', async ({ route, code, retryable = code === 'connection-failed', says }) => {
    server.on('/case', route);
    const error = await bench.failure({ kind: 'url', url: server.url('/case') });
    expect(error).toMatchObject({ code, retryable });
    expectSentence(error);
    if (says) expect(error.message).toMatch(says);
  });
});

describe('connections', () => {
  it('says that nobody answers at an address', async () => {
    const gone = await startWebServer();
    await gone.close();
    const error = await bench.failure({ kind: 'url', url: gone.url('/page') });
    expect(error).toMatchObject({ code: 'connection-failed', retryable: true });
    expectSentence(error);
  });

  it('says that a safe connection is not possible', async () => {
    const error = await bench.failure({ kind: 'url', url: server.url('/page').replace('http:', 'https:') });
    expect(error).toMatchObject({ code: 'tls-failed', retryable: false });
    expectSentence(error);
  });

  it('gives up on a server that falls silent', async () => {
    const gate = createGate();
    server.on('/silent', { body: PAGE, before: gate.opened });
    const error = await bench.failure({ kind: 'url', url: server.url('/silent') });
    gate.open();
    expect(error).toMatchObject({ code: 'timed-out', retryable: true });
    expectSentence(error);
  });

  it('gives up on a server that never comes to an end', async () => {
    const quick = createCaptureBench({ fetch: { deadline: 300, idle: 60_000 } });
    let timer: NodeJS.Timeout | undefined;
    server.on('/drip', (_, response) => {
      response.setHeader('content-type', 'text/html');
      timer = setInterval(() => response.write('<p>drip</p>'), 20);
    });
    const error = await quick.failure({ kind: 'url', url: server.url('/drip') });
    clearInterval(timer);
    await quick.close();
    expect(error.code).toBe('timed-out');
  });

  it('says that what answers is no web server', async () => {
    const raw = createServer((socket) => {
      socket.on('error', () => undefined).resume();
      socket.end('220 mail.example ESMTP\r\n');
    });
    await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
    const error = await bench.failure({ kind: 'url', url: `http://127.0.0.1:${String((raw.address() as AddressInfo).port)}/` });
    await new Promise((resolve) => raw.close(resolve));
    expect(error.code).toBe('connection-failed');
    expectSentence(error);
  });

  it('says that a connection broke in the middle', async () => {
    server.on('/cut', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100000' });
      response.write(PAGE, () => response.destroy());
    });
    const error = await bench.failure({ kind: 'url', url: server.url('/cut') });
    expect(error).toMatchObject({ code: 'connection-failed', retryable: true });
  });

  it('stops when the person cancels', async () => {
    const gate = createGate();
    const arrived = createGate();
    server.on('/slow', (_, response) => {
      arrived.open();
      void gate.opened.then(() => response.end(PAGE));
    });
    const abort = new AbortController();
    const result = bench.failure({ kind: 'url', url: server.url('/slow') }, { signal: abort.signal });
    await arrived.opened;
    abort.abort();
    expect((await result).code).toBe('cancelled');
    gate.open();
  });
});

describe('size', () => {
  it('refuses a page of 300 MB before it is sent', async () => {
    let sent = false;
    server.on('/huge', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(300_000_000) });
      response.flushHeaders();
      response.on('drain', () => (sent = true));
    });
    const error = await bench.failure({ kind: 'url', url: server.url('/huge') });
    expect(error).toMatchObject({ code: 'too-large', retryable: false });
    expect(error.message).toContain('20 MB');
    expect(sent).toBe(false);
  });

  it('stops at the limit when the size is not said', async () => {
    let written = 0;
    server.on('/endless', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const piece = Buffer.alloc(65_536, 'a');
      const write = (): void => {
        while (!response.destroyed && written < 300_000_000) {
          written += piece.length;
          if (!response.write(piece)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    const error = await bench.failure({ kind: 'url', url: server.url('/endless') }, { limits: { maxPage: 1_000_000 } });
    expect(error.code).toBe('too-large');
    expect(written).toBeLessThan(50_000_000);
  });

  it('does not unfold a compressed bomb', async () => {
    server.on('/bomb', { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(80_000_000)) });
    const error = await bench.failure({ kind: 'url', url: server.url('/bomb') }, { limits: { maxPage: 2_000_000 } });
    expect(error.code).toBe('too-large');
  });

  it('reads every usual compression, also twice', async () => {
    const forms: readonly (readonly [string, Buffer])[] = [
      ['gzip', gzipSync(PAGE)],
      ['br', brotliCompressSync(PAGE)],
      ['deflate', deflateSync(PAGE)],
      ['deflate', deflateRawSync(PAGE)],
      ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
      ['identity', Buffer.from(PAGE)],
      // Without its trailer: what is there counts.
      ['gzip', gzipSync(PAGE).subarray(0, -8)],
    ];
    for (const [encoding, body] of forms) {
      server.on('/packed', { type: 'text/html', headers: { 'content-encoding': encoding }, body });
      expect((await bench.save({ kind: 'url', url: server.url('/packed') })).title).toBe('The mill');
    }
  });
});

describe('redirects', () => {
  it('follows up to ten and remembers the way', async () => {
    for (let n = 0; n < 10; n++)
      server.on(`/hop${String(n)}`, {
        status: [301, 302, 303, 307, 308][n % 5] ?? 302,
        headers: { location: n === 9 ? '/page' : `hop${String(n + 1)}` },
      });
    const article = await bench.save({ kind: 'url', url: server.url('/hop0') });
    expect(article.url).toBe(server.url('/page'));
    expect(article.receipt.redirects).toHaveLength(11);
    expect(article.addresses).toContain(server.url('/hop0'));
  });

  it('stops after ten', async () => {
    for (let n = 0; n < 12; n++) server.on(`/far${String(n)}`, { status: 302, headers: { location: `/far${String(n + 1)}` } });
    const error = await bench.failure({ kind: 'url', url: server.url('/far0') });
    expect(error.code).toBe('too-many-redirects');
    expectSentence(error);
  });

  it('sees a circle at once', async () => {
    server.on('/ring-a', { status: 302, headers: { location: '/ring-b' } });
    server.on('/ring-b', { status: 302, headers: { location: '/ring-a' } });
    server.forget();
    expect((await bench.failure({ kind: 'url', url: server.url('/ring-a') })).code).toBe('too-many-redirects');
    expect(server.requests).toHaveLength(2);
  });

  it('does not leave the web', async () => {
    server.on('/to-file', { status: 302, headers: { location: 'file:///etc/passwd' } });
    expect((await bench.failure({ kind: 'url', url: server.url('/to-file') })).code).toBe('unsupported-address');
  });
});

describe('the local network', () => {
  let other: WebServer;
  beforeAll(async () => {
    other = await startWebServer({ '/secret': PAGE, '/secret.png': png(400, 300) });
  });
  afterAll(() => other.close());

  it('is not reached through a redirect to another port', async () => {
    server.on('/trap', { status: 302, headers: { location: other.url('/secret') } });
    const error = await bench.failure({ kind: 'url', url: server.url('/trap') });
    expect(error).toMatchObject({ code: 'local-network-blocked', retryable: false });
    expectSentence(error);
    expect(other.requests).toHaveLength(0);
  });

  const port = (): string => new URL(other.origin).port;
  it.each([
    'localhost',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '0.0.0.0',
    '[::]',
    '169.254.169.254',
    '10.0.0.1',
    '192.168.1.1',
    '[fd00::1]',
    '[fe80::1]',
    '100.64.0.1',
  ])('is not reached through a redirect to %s', async (host) => {
    server.on('/odd', { status: 302, headers: { location: `http://${host}:${port()}/secret` } });
    expect((await bench.failure({ kind: 'url', url: server.url('/odd') })).code).toBe('local-network-blocked');
    expect(other.requests).toHaveLength(0);
  });

  it('is not reached through images, but the page’s own host and port are', async () => {
    server.on('/own.png', png(300, 200, [7, 7, 7]));
    server.on(
      '/gallery',
      PAGE.replace('</article>', `<p><img src="/own.png"></p><p><img src="${other.url('/secret.png')}"></p></article>`),
    );
    const article = await bench.save({ kind: 'url', url: server.url('/gallery') });
    expect(article.receipt.resources.map(({ result }) => result)).toEqual(['stored', 'blocked']);
    expect(article.receipt.status).toBe('partial');
    expect(other.requests).toHaveLength(0);
  });

  it('is not reached from a saved file', async () => {
    const html = PAGE.replace('</article>', `<p><img src="${other.url('/secret.png')}"></p></article>`);
    const article = await bench.save({ kind: 'file', name: 'page.html', bytes: Buffer.from(html).toString('base64') });
    expect(article.receipt.resources.map(({ result }) => result)).toEqual(['blocked']);
    expect(other.requests).toHaveLength(0);
  });
});

describe('pages that hang an extractor', () => {
  it('kills the worker at its time limit, and the next page is saved', async () => {
    const hurried = createCaptureBench({ extract: 1 });
    const error = await hurried.failure({ kind: 'url', url: server.url('/page') });
    expect(error).toMatchObject({ code: 'page-too-complex', retryable: false });
    expectSentence(error);
    await hurried.close();
    expect((await bench.save({ kind: 'url', url: server.url('/page') })).title).toBe('The mill');
  });

  it('takes pages one after another from the same worker', async () => {
    const titles = await Promise.all(
      Array.from({ length: 6 }, () => bench.save({ kind: 'url', url: server.url('/page') }).then(({ title }) => title)),
    );
    expect(titles).toEqual(Array.from({ length: 6 }, () => 'The mill'));
  });
});
