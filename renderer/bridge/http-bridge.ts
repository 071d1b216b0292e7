import type { CallResult } from '../../electron/contract/errors.ts';
import type { AppEvent } from '../../electron/contract/events.ts';
import type { MethodName, MethodOutput } from '../../electron/contract/methods.ts';
import { createEmitter } from './emitter.ts';
import { BridgeError, type Bridge, type Platform } from './types.ts';

const RECONNECT_FIRST_MS = 500;
const RECONNECT_MOST_MS = 10_000;

/** The platform by what the browser says of itself: only Cmd or Ctrl hangs on it. */
export function browserPlatform(userAgent: string): Platform {
  if (/Mac OS X|Macintosh/.test(userAgent)) return 'darwin';
  return userAgent.includes('Windows') ? 'win32' : 'linux';
}

function lost(): BridgeError {
  return new BridgeError({
    code: 'connection-failed',
    message: 'Offprint is not answering. It may have been closed: start it again, then reload this page.',
    details: {},
    retryable: true,
  });
}

function refused(status: number): BridgeError {
  return new BridgeError({
    code: 'no-permission',
    message: 'This page may no longer talk to Offprint. Open the address that Offprint printed when it started.',
    details: { status },
    retryable: false,
  });
}

async function post(method: string, input: unknown): Promise<CallResult<unknown>> {
  let response: Response;
  try {
    response = await fetch('/rpc', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method, input }),
    });
  } catch {
    throw lost();
  }
  if (response.status === 401 || response.status === 403) throw refused(response.status);
  try {
    return (await response.json()) as CallResult<unknown>;
  } catch {
    throw lost();
  }
}

/**
 * The bridge over the headless host: `POST /rpc` for calls, server-sent events for the rest. EventSource reconnects by itself after a
 * dropped connection, but gives up for good on an HTTP error; then it is opened again here, more and more slowly.
 */
export function createHttpBridge(platform: Platform): Bridge {
  const emitter = createEmitter();
  let everConnected = false;
  let wait = RECONNECT_FIRST_MS;

  const open = (): void => {
    const source = new EventSource('/events');
    source.addEventListener('open', () => {
      wait = RECONNECT_FIRST_MS;
      emitter.emit('connection', { connected: true, resumed: everConnected });
      everConnected = true;
    });
    source.addEventListener('message', (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as AppEvent;
      emitter.emit(event.type, event);
    });
    source.addEventListener('command', (message: MessageEvent<string>) => {
      emitter.emit('command', JSON.parse(message.data) as { id: string });
    });
    source.addEventListener('error', () => {
      emitter.emit('connection', { connected: false, resumed: false });
      if (source.readyState !== EventSource.CLOSED) return;
      source.close();
      setTimeout(open, wait);
      wait = Math.min(wait * 2, RECONNECT_MOST_MS);
    });
  };
  open();

  return {
    platform,
    on: emitter.on,
    async call<M extends MethodName>(method: M, input: unknown) {
      const result = await post(method, input);
      if (!result.ok) throw new BridgeError(result.error);
      return result.value as MethodOutput<M>;
    },
  };
}
