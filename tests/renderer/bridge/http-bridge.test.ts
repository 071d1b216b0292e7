import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browserPlatform, createHttpBridge } from '../../../renderer/bridge/http-bridge.ts';
import { BridgeError } from '../../../renderer/bridge/types.ts';

class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: FakeEventSource[] = [];
  readyState = 0;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    FakeEventSource.all.push(this);
  }
  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }
  say(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
  fail(readyState: number): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
}

const answer = (status: number, body: string): void =>
  void vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(body, { status }))),
  );
const thrown = (promise: Promise<unknown>): Promise<BridgeError> =>
  promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as BridgeError,
  );
const newest = (): FakeEventSource => {
  const found = FakeEventSource.all.at(-1);
  if (!found) throw new Error('no connection');
  return found;
};

beforeEach(() => {
  FakeEventSource.all.length = 0;
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the bridge over HTTP', () => {
  it('posts a call and gives its value', async () => {
    answer(200, JSON.stringify({ ok: true, value: { undo: 'Star 1 article', redo: null } }));
    expect(await createHttpBridge('linux').call('undo.state', {})).toEqual({ undo: 'Star 1 article', redo: null });
    const [address, request] = vi.mocked(fetch).mock.calls[0] ?? [];
    expect(address).toBe('/rpc');
    expect(JSON.parse(request?.body as string)).toEqual({ method: 'undo.state', input: {} });
  });

  it('rejects with the core’s own code and sentence', async () => {
    const error = { code: 'name-taken', message: 'Choose another name.', details: {}, retryable: false };
    answer(200, JSON.stringify({ ok: false, error }));
    const failure = await thrown(createHttpBridge('linux').call('undo.state', {}));
    expect(failure).toBeInstanceOf(BridgeError);
    expect([failure.code, failure.message, failure.retryable]).toEqual(['name-taken', 'Choose another name.', false]);
  });

  it('says what to do when Offprint does not answer, or answers nonsense, or no longer knows this page', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const bridge = createHttpBridge('linux');
    expect(await thrown(bridge.call('undo.state', {}))).toMatchObject({ code: 'connection-failed', retryable: true });
    answer(502, '<html>');
    expect(await thrown(bridge.call('undo.state', {}))).toMatchObject({ code: 'connection-failed' });
    answer(401, '{}');
    const refused = await thrown(bridge.call('undo.state', {}));
    expect(refused.code).toBe('no-permission');
    expect(refused.message).toMatch(/address that Offprint printed/);
  });

  it('hands events to those who listen, until they stop', () => {
    const bridge = createHttpBridge('linux');
    const heard = vi.fn();
    const stop = bridge.on('undo', heard);
    const event = { type: 'undo', state: { undo: null, redo: null } };
    newest().say('message', event);
    expect(heard).toHaveBeenCalledExactlyOnceWith(event);
    stop();
    newest().say('message', event);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('connects again after the connection was given up, more and more slowly, and says that events may be missing', () => {
    const bridge = createHttpBridge('linux');
    const heard = vi.fn();
    bridge.on('connection', heard);
    newest().dispatchEvent(new Event('open'));
    expect(heard).toHaveBeenLastCalledWith({ connected: true, resumed: false });
    newest().fail(FakeEventSource.CLOSED);
    expect(FakeEventSource.all).toHaveLength(1);
    vi.advanceTimersByTime(500);
    expect(FakeEventSource.all).toHaveLength(2);
    newest().fail(FakeEventSource.CLOSED);
    vi.advanceTimersByTime(500);
    expect(FakeEventSource.all).toHaveLength(2);
    vi.advanceTimersByTime(500);
    expect(FakeEventSource.all).toHaveLength(3);
    newest().dispatchEvent(new Event('open'));
    expect(heard).toHaveBeenLastCalledWith({ connected: true, resumed: true });
  });

  it('leaves a dropped connection to the browser, which reconnects by itself', () => {
    createHttpBridge('linux');
    newest().fail(0);
    vi.advanceTimersByTime(60_000);
    expect(FakeEventSource.all).toHaveLength(1);
  });

  it('knows the platform by the browser’s own words', () => {
    expect(browserPlatform('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('darwin');
    expect(browserPlatform('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('win32');
    expect(browserPlatform('Mozilla/5.0 (X11; Linux x86_64)')).toBe('linux');
  });
});
