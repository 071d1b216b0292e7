import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { connectControl, serveControl } from '../../../electron/adapters/control/control.ts';
import { createEndpoint } from '../../../electron/adapters/control/endpoint.ts';
import type { CallResult } from '../../../electron/contract/errors.ts';

const cleanups: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

type Dispatch = (method: string, input: unknown) => Promise<CallResult<unknown>>;

async function serve(dispatch: Dispatch) {
  const control = await serveControl({ dispatch }, { version: '1.2.3', hello: () => ({ url: 'http://127.0.0.1:1/' }) });
  cleanups.push(() => control.close());
  return control;
}

describe('the control socket', () => {
  it('carries calls to the app that holds the library, several at once and each to its own answer', async () => {
    const control = await serve(async (method, input) => ({ ok: true, value: { method, input } }));
    const connection = await connectControl(control.endpoint);
    cleanups.push(connection.close);
    const answers = await Promise.all(['a', 'b', 'c'].map((method) => connection.dispatch(method, { line: 'x\ny', text: 'ığüş 日本' })));
    expect(answers.map((answer) => (answer.ok ? answer.value : null))).toEqual(
      ['a', 'b', 'c'].map((method) => ({ method, input: { line: 'x\ny', text: 'ığüş 日本' } })),
    );
  });

  it('says at once who is there', async () => {
    const control = await serve(async () => ({ ok: true, value: null }));
    const connection = await connectControl(control.endpoint);
    cleanups.push(connection.close);
    expect(connection.hello).toEqual({ offprint: '1.2.3', pid: process.pid, url: 'http://127.0.0.1:1/' });
  });

  it('carries a call of several megabytes', async () => {
    const control = await serve(async (_method, input) => ({ ok: true, value: (input as { bytes: string }).bytes.length }));
    const connection = await connectControl(control.endpoint);
    cleanups.push(connection.close);
    expect(await connection.dispatch('capture.save', { bytes: 'x'.repeat(5_000_000) })).toEqual({ ok: true, value: 5_000_000 });
  });

  it.runIf(process.platform !== 'win32')('lies in a folder that only this user may enter, and is gone after closing', async () => {
    const control = await serveControl(
      { dispatch: async () => ({ ok: true, value: null }) },
      { version: '1', hello: () => ({ url: null }) },
    );
    const folder = dirname(control.endpoint);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await control.close();
    await expect(stat(folder)).rejects.toThrow(/ENOENT/);
  });

  it.runIf(process.platform !== 'win32')('avoids a folder whose path is too long for a socket', async () => {
    const endpoint = await createEndpoint({ XDG_RUNTIME_DIR: `/tmp/${'x'.repeat(200)}` }, 'linux');
    cleanups.push(endpoint.remove);
    expect(Buffer.byteLength(endpoint.address)).toBeLessThan(104);
  });

  it('is a pipe with a name nobody can guess on Windows', async () => {
    const [one, two] = await Promise.all([createEndpoint({}, 'win32'), createEndpoint({}, 'win32')]);
    expect(one.address).toMatch(/^\\\\\.\\pipe\\offprint-[0-9a-f]{32}$/);
    expect(one.address).not.toBe(two.address);
  });

  it('drops a caller that does not speak the protocol and goes on serving others', async () => {
    const control = await serve(async () => ({ ok: true, value: 1 }));
    for (const nonsense of ['GET / HTTP/1.1\r\n\r\n', '{"id":"one"}\n', '[]\n']) {
      const socket = connect(control.endpoint);
      socket.resume();
      socket.write(nonsense);
      await once(socket, 'close');
    }
    const connection = await connectControl(control.endpoint);
    cleanups.push(connection.close);
    expect(await connection.dispatch('x', {})).toEqual({ ok: true, value: 1 });
  });

  it('says in a sentence that the library is held when nobody answers there any more', async () => {
    const control = await serveControl({ dispatch: async () => ({ ok: true, value: 1 }) }, { version: '1', hello: () => ({ url: null }) });
    await control.close();
    await expect(connectControl(control.endpoint)).rejects.toMatchObject({ code: 'library-locked' });
  });

  it('answers open calls with an error when the other side goes away', async () => {
    const control = await serve(() => new Promise(() => undefined));
    const connection = await connectControl(control.endpoint);
    const open = connection.dispatch('capture.save', {});
    await control.close();
    expect(await open).toMatchObject({ ok: false, error: { code: 'library-locked' } });
    expect(await connection.dispatch('app.info', {})).toMatchObject({ ok: false, error: { code: 'library-locked' } });
  });

  it.runIf(process.platform !== 'win32')('does not wait for ever for an Offprint that hangs', { timeout: 10_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-hang-'));
    cleanups.push(() => rm(folder, { recursive: true }));
    const silent = createServer(() => undefined).listen(join(folder, 's'));
    cleanups.push(() => void silent.close());
    await once(silent, 'listening');
    await expect(connectControl(join(folder, 's'), { helloMs: 50 })).rejects.toMatchObject({ code: 'library-locked' });
  });
});
