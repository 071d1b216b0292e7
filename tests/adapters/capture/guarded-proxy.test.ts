import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGuardedProxy, type GuardedProxy } from '../../../electron/adapters/capture/fetch/guarded-proxy.ts';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';

let typed: WebServer;
let other: WebServer;
let proxy: GuardedProxy;
beforeAll(async () => {
  typed = await startWebServer({ '/page': 'typed', '/large': 'x'.repeat(200_000) });
  other = await startWebServer({ '/page': 'other' });
  proxy = await openGuardedProxy(new URL(typed.origin), { maxBytes: 100_000 });
});
afterAll(async () => {
  await proxy.close();
  await Promise.all([typed.close(), other.close()]);
});

/** What a browser that has this proxy gets; null where the connection ends without a whole answer. */
const get = (address: string): Promise<string | null> =>
  new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port: proxy.port, path: address, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (text: string) => (body += text));
      answer.once('end', () => resolve(body));
      answer.once('error', () => resolve(null));
    });
    asked.once('error', () => resolve(null));
    asked.end();
  });
const tunnel = (authority: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(proxy.port, '127.0.0.1', () => socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().split('\r\n', 1)[0] ?? '');
    });
  });

describe('the proxy of a page with scripts', () => {
  it('reaches the host and port that were typed, and nothing else of this computer or the local network', async () => {
    expect(await get(typed.url('/page'))).toBe('typed');
    const own = `http://127.0.0.1:${String(proxy.port)}/`;
    for (const address of [
      other.url('/page'),
      other.url('/page').replace('127.0.0.1', 'localhost'),
      'http://[::1]/',
      'http://169.254.169.254/',
      own,
    ])
      expect(await get(address)).not.toBe('other');
    expect(await get(other.url('/page'))).toBeNull();
    expect(await get('file:///etc/passwd')).toBeNull();
    expect(other.requests).toEqual([]);
  });

  it('tunnels under the same rule', async () => {
    expect(await tunnel(new URL(typed.origin).host)).toBe('HTTP/1.1 200 Connection established');
    expect(await tunnel(new URL(other.origin).host)).toBe('HTTP/1.1 403 Forbidden');
    expect(await tunnel('10.0.0.1:443')).toBe('HTTP/1.1 403 Forbidden');
    expect(await tunnel('not an address')).toMatch(/^HTTP\/1\.1 40[03] /);
  });

  it('cuts everything when more has come than was allowed', async () => {
    expect(await get(typed.url('/large'))).not.toBe('x'.repeat(200_000));
    expect(proxy.spent).toBe(true);
    expect(await get(typed.url('/page'))).toBeNull();
  });
});
