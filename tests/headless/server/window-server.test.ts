import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { textResponse } from '../../../electron/adapters/web/responses.ts';
import type { CallResult } from '../../../electron/contract/errors.ts';
import type { AppEvent } from '../../../electron/contract/events.ts';
import { serveWindow, type WindowServer } from '../../../electron/headless/window-server.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

let server: WindowServer;
let base: URL;
let calls: { method: string; input: unknown }[];
let listeners: Set<(event: AppEvent) => void>;

beforeEach(async () => {
  calls = [];
  listeners = new Set();
  server = await serveWindow(
    {
      dispatch: async (method, input): Promise<CallResult<unknown>> => {
        calls.push({ method, input });
        return { ok: true, value: 'done' };
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    async (request) => textResponse(200, `page ${new URL(request.url).pathname} ${await request.text()}`),
    0,
  );
  base = new URL(server.url);
});
afterEach(() => server.close());

/** As a browser would not let us: any header, any path. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer; host?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body, host = base.host } = options;
    const request = httpRequest(
      { host: '127.0.0.1', port: base.port, path, method, headers: { host, ...headers }, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function signIn(): Promise<Record<string, string>> {
  const answer = await send(base.pathname + base.search);
  return { cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
}

const rpc = (headers: Record<string, string>, body: unknown = { method: 'app.info', input: {} }): Promise<Answer> =>
  send('/rpc', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

describe('the session', () => {
  it('turns the key of the printed address into a cookie that scripts and other sites do not get', async () => {
    const answer = await send(base.pathname + base.search);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe('/');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']?.[0]).toMatch(new RegExp(`^offprint-${base.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`));
  });

  it('listens on this computer only, with a key of 256 bits in the address', () => {
    expect(base.hostname).toBe('127.0.0.1');
    expect(base.searchParams.get('key')).toMatch(/^[\w-]{43}$/);
  });

  it('shows a person without the cookie a page that says what to do', async () => {
    const answer = await send('/', { headers: { accept: 'text/html,*/*' } });
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).toContain('Open that address again');
    expect(answer.body).not.toContain(base.searchParams.get('key'));
  });

  it('lets nothing through without it, with a wrong one, or with a wrong key', async () => {
    for (const path of [
      '/',
      '/rpc',
      '/events',
      '/images/ab/x.jpg',
      '/export/library.zip',
      '/?key=',
      '/?key=wrong',
      '/index.html?key=wrong',
    ]) {
      expect((await send(path)).status).toBe(401);
      expect((await send(path, { headers: { cookie: `offprint-${base.port}=wrong` } })).status).toBe(401);
    }
    const answer = await rpc({});
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'no-permission' } });
    expect(calls).toEqual([]);
  });

  it('answers only to its own name, so that no rebound domain reaches it', async () => {
    const headers = await signIn();
    for (const host of ['evil.example', `evil.example:${base.port}`, '127.0.0.1', '127.0.0.1:1', `127.0.0.1.evil.example:${base.port}`]) {
      expect((await send('/', { headers, host })).status).toBe(403);
      expect((await send(base.pathname + base.search, { host })).status).toBe(403);
    }
    expect((await send('/', { headers, host: `localhost:${base.port}` })).status).toBe(200);
  });

  it('turns away pages of other origins, also those of other ports on this computer', async () => {
    const headers = await signIn();
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1:1',
      `https://127.0.0.1:${base.port}`,
      `http://localhost:${base.port}`,
    ]) {
      expect((await rpc({ ...headers, origin })).status).toBe(403);
    }
    expect(
      (await send('/images/ab/x.jpg', { headers: { ...headers, 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'image' } })).status,
    ).toBe(403);
    expect((await send('/export/library.zip', { headers: { ...headers, 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect(calls).toEqual([]);
    expect((await rpc({ ...headers, origin: base.origin })).status).toBe(200);
  });

  it('can be entered by a link in another page', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' };
    expect((await send(base.pathname + base.search, { headers })).status).toBe(303);
    expect((await send(base.pathname + base.search, { headers: { ...headers, 'sec-fetch-dest': 'iframe' } })).status).toBe(403);
  });

  it('ends with the server: another one has another key', async () => {
    const other = await serveWindow(
      { dispatch: async () => ({ ok: true, value: 1 }), subscribe: () => () => undefined },
      async () => textResponse(200, ''),
      0,
    );
    expect(new URL(other.url).searchParams.get('key')).not.toBe(base.searchParams.get('key'));
    await other.close();
  });

  it('says in a sentence that a port is taken', async () => {
    await expect(
      serveWindow(
        { dispatch: async () => ({ ok: true, value: 1 }), subscribe: () => () => undefined },
        async () => textResponse(200, ''),
        Number(base.port),
      ),
    ).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining(base.port) as string });
  });
});

describe('calls over HTTP', () => {
  it('reach the app and come back as a result', async () => {
    const answer = await rpc(await signIn(), { method: 'articles.get', input: { id: 'ığü' } });
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: 'done' });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(calls).toEqual([{ method: 'articles.get', input: { id: 'ığü' } }]);
  });

  it('must be JSON calls, sent as such', async () => {
    const headers = await signIn();
    expect((await send('/rpc', { headers })).status).toBe(405);
    const type = { ...headers, 'content-type': 'text/plain' };
    expect((await send('/rpc', { method: 'POST', headers: type, body: '{"method":"app.info","input":{}}' })).status).toBe(415);
    const json = { ...headers, 'content-type': 'application/json' };
    for (const body of ['', '{', '[]', '{"method":1,"input":{}}', '{"method":"app.info","input":{},"extra":1}']) {
      expect((await send('/rpc', { method: 'POST', headers: json, body })).status).toBe(400);
    }
    expect(calls).toEqual([]);
  });

  it('cannot name files of this computer', async () => {
    const headers = await signIn();
    const answer = await rpc(headers, { method: 'capture.start', input: { inputs: [{ kind: 'path', path: '/etc/passwd' }] } });
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'not-supported-here' } });
    expect(calls).toEqual([]);
  });

  it('may bring a large file, and are refused with a sentence above the limit', { timeout: 60_000 }, async () => {
    const headers = await signIn();
    const large = Buffer.alloc(20_000_000, 'x').toString();
    expect((await rpc(headers, { method: 'capture.start', input: large })).status).toBe(200);
    expect((calls[0]?.input as string).length).toBe(20_000_000);
    const answer = await send('/rpc', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: Buffer.alloc(97 * 1024 * 1024, 'x'),
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(calls).toHaveLength(1);
  });

  it('are not counted by what the sender says of their length', { timeout: 60_000 }, async () => {
    const headers = { ...(await signIn()), 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const answer = await send('/rpc', { method: 'POST', headers, body: Buffer.alloc(97 * 1024 * 1024, 'x') });
    expect(answer.status).toBe(413);
  });

  it('with strange paths are no requests for us', async () => {
    const headers = await signIn();
    for (const path of ['//evil.example/rpc', 'http://evil.example/', '*']) expect((await send(path, { headers })).status).toBe(400);
  });
});

describe('events over HTTP', () => {
  it('reach every window as they happen, and stop when a window goes away', async () => {
    const { cookie = '' } = await signIn();
    const leave = new AbortController();
    const response = await fetch(new URL('/events', base), { headers: { cookie }, signal: leave.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('retry:');
    expect(listeners.size).toBe(1);
    const event: AppEvent = { type: 'undo', state: { undo: 'Star\narticle', redo: null } };
    for (const listener of listeners) listener(event);
    const { value = '' } = (await reader?.read()) ?? {};
    expect(value).toMatch(/^data: .*\n\n$/);
    expect(JSON.parse(value.slice(6))).toEqual(event);
    leave.abort();
    await expect.poll(() => listeners.size).toBe(0);
  });

  it('let go a window that does not keep up', async () => {
    const { cookie = '' } = await signIn();
    const response = await fetch(new URL('/events', base), { headers: { cookie } });
    const heavy: AppEvent = { type: 'undo', state: { undo: 'x'.repeat(9_000_000), redo: null } };
    await expect.poll(() => listeners.size).toBe(1);
    for (let sent = 0; sent < 6; sent++) for (const listener of listeners) listener(heavy);
    expect(listeners.size).toBe(0);
    await response.body?.cancel();
  });
});
